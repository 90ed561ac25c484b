import fc from 'fast-check';
import { sql } from 'kysely';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { type Actor, RESIDENT } from '../../kernel/actions/actor.ts';
import { askQuery } from '../../kernel/actions/ask-query.ts';
import type { ActionDefinition, QueryDefinition } from '../../kernel/actions/define.ts';
import { performAction } from '../../kernel/actions/perform-action.ts';
import { judge, runDeed } from '../../kernel/actions/run-deed.ts';
import { kyivDate } from '../../kernel/calendar/kyiv-time.ts';
import type { City } from '../../kernel/city.ts';
import { travellingClock } from '../../kernel/clock/system-clock.ts';
import { readFigure } from '../../kernel/figures/read-figure.ts';
import { findActorsByLogin } from '../../kernel/identity/find-actor.ts';
import { seedCity } from '../../kernel/start-city.ts';
import { makeTestCity } from '../../kernel/testing/make-test-city.ts';
import { appeals } from '../appeals/system.ts';
import { serviceCatalogue } from '../service-catalogue/system.ts';
import { staff } from '../staff/system.ts';
import { bookForVisitor } from './actions/book-for-visitor.ts';
import { bookVisit } from './actions/book-visit.ts';
import { cancelVisit } from './actions/cancel-visit.ts';
import { closeDays } from './actions/close-days.ts';
import { recordCard } from './actions/record-card.ts';
import { recordQuestion } from './actions/record-question.ts';
import { receptionFigures } from './figures.ts';
import { type HoursLine, placesOf } from './places.ts';
import { freePlaces } from './queries/free-places.ts';
import { getVisit } from './queries/get-visit.ts';
import { listVisits } from './queries/list-visits.ts';
import { visitStatus } from './queries/visit-status.ts';
import { reception } from './system.ts';

const LINE: HoursLine = {
  id: 'line',
  leaderId: 'mayor',
  weekday: 1,
  week: 1,
  onDay: null,
  fromMinute: 540,
  toMinute: 600,
  minutes: 20,
  place: 'кабінет 110',
  validFrom: '2020-01-01',
  validTo: null,
};

describe('places', () => {
  it('of a week of the month fall on one day of every month', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2021, max: 2040 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 1, max: 7 }),
        (year, month, week, weekday) => {
          const start = `${year}-${String(month).padStart(2, '0')}`;
          const places = placesOf([{ ...LINE, week, weekday }], [], `${start}-01`, `${start}-28`);
          const days = new Set(places.map(({ startsAt }) => kyivDate(startsAt)));
          expect(days.size).toBe(week === 5 && days.size === 0 ? 0 : 1);
          expect(places.length).toBe(days.size * 3);
        },
      ),
    );
  });

  it('are none on closed days, of all leaders or of one', () => {
    const closed = { id: 'c', fromDay: '2026-03-02', toDay: '2026-03-02', reason: 'відрядження' };
    const on = (leaderId: string | null) =>
      placesOf([LINE], [{ ...closed, leaderId }], '2026-03-01', '2026-03-31').length;
    expect([on(null), on('mayor'), on('deputy')]).toEqual([0, 0, 3]);
  });
});

/** A Friday; the mayor receives on the first and the third Monday. */
const clock = travellingClock(new Date('2026-03-06T08:00:00Z'));
let city: City;
let actors: ReadonlyMap<string, Actor>;
beforeAll(async () => {
  city = await makeTestCity([serviceCatalogue, staff, appeals, reception], clock);
  await seedCity(city);
  actors = await city.connections.database
    .transaction()
    .execute((tx) => findActorsByLogin(tx, ['registrar-01', 'mayor', 'deputy-mayor', 'integrator']));
});
afterAll(() => city.connections.close());

const actorOf = (login?: string) => (login === undefined ? RESIDENT : (actors.get(login) ?? RESIDENT));
async function act<I extends z.ZodType, O extends z.ZodType>(
  action: ActionDefinition<I, O>,
  input: z.input<I>,
  login?: string,
): Promise<z.output<O>> {
  return action.output.parse(
    await performAction(city, action, input, { actor: actorOf(login), key: uuid() }),
  );
}
async function ask<I extends z.ZodType, O extends z.ZodType>(
  query: QueryDefinition<I, O>,
  input: z.input<I>,
  login?: string,
): Promise<z.output<O>> {
  return query.output.parse(await askQuery(city, query, input, { actor: actorOf(login) }));
}
const idOf = (login: string) => actors.get(login)?.staffId ?? '';
const visitor = (phone: string) => ({ name: 'Мороз Ганна Іванівна', phone, question: 'Дах тече.' });

async function freeAt(leader: string, index: number) {
  const { places } = await ask(freePlaces, { leaderId: idOf(leader) });
  const place = places[index];
  if (place === undefined) throw new Error('no free place');
  return { leaderId: place.leaderId, startsAt: place.startsAt };
}

describe('booking', () => {
  it('of sixteen at once one gets the place', async () => {
    const place = await freeAt('mayor', 0);
    const tries = await Promise.allSettled(
      Array.from({ length: 16 }, (_, index) =>
        act(bookForVisitor, { ...place, ...visitor(`+3805011122${10 + index}`) }, 'registrar-01'),
      ),
    );
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const told = tries.flatMap((one) => (one.status === 'rejected' ? [String(one.reason)] : []));
    expect(new Set(told)).toEqual(new Set(['Refusal: reception:refusals.placeTaken']));
    const { rows } = await sql`
      select from reception.visits where staff_id = ${place.leaderId} and starts_at = ${place.startsAt}`.execute(
      city.connections.database,
    );
    expect(rows).toHaveLength(1);
  });

  it('writes a letter with the code; one person has one open booking to a leader; cancelling frees the place', async () => {
    const place = await freeAt('mayor', 1);
    const me = { ...visitor('+38 (050) 999-88-77'), email: 'hanna@example.org' };
    const { code } = await act(bookVisit, { ...place, ...me });
    const { rows } = await sql<{ text: string }>`
      select body_text as text from kernel.letters where to_address = 'hanna@example.org'`.execute(
      city.connections.database,
    );
    expect(rows[0]?.text).toContain(code);
    const other = await freeAt('mayor', 2);
    await expect(act(bookVisit, { ...other, ...visitor('+380509998877') })).rejects.toThrow('alreadyBooked');
    await act(cancelVisit, { code });
    expect((await ask(visitStatus, { code })).state).toBe('cancelled');
    await expect(act(cancelVisit, { code })).rejects.toThrow('state.cancelled');
    expect(await freeAt('mayor', 1)).toEqual(place);
  });

  it('refuses what the timetable does not have, and today on the site', async () => {
    const place = { leaderId: idOf('mayor'), startsAt: '2026-03-17T07:00:00.000Z' };
    await expect(act(bookVisit, { ...place, ...visitor('+380507776655') })).rejects.toThrow('noSuchPlace');
    const today = { ...place, startsAt: '2026-03-06T12:00:00.000Z' };
    await expect(act(bookVisit, { ...today, ...visitor('+380507776655') })).rejects.toThrow('tooLate');
  });

  it('is cancelled with a letter where the leader is away', async () => {
    const place = await freeAt('deputy-mayor', 0);
    const { code } = await act(bookVisit, {
      ...place,
      ...visitor('+380506665544'),
      email: 'closed@example.org',
    });
    const day = kyivDate(new Date(place.startsAt));
    const closing = { leaderId: place.leaderId, fromDay: day, toDay: day, reason: 'відрядження' };
    expect((await act(closeDays, closing, 'registrar-01')).cancelled).toBeGreaterThan(0);
    expect((await ask(visitStatus, { code })).state).toBe('cancelled');
    expect((await freeAt('deputy-mayor', 0)).startsAt).not.toBe(place.startsAt);
  });
});

describe('the card', () => {
  it('keeps what was explained and turns the rest into an appeal; each leader sees their own', async () => {
    const place = await freeAt('mayor', 3);
    const { visitId } = await act(bookVisit, { ...place, ...visitor('+380504443322') });
    const questions = [
      { text: 'Коли ремонт даху?', outcome: 'explained' as const, answer: 'У травні.' },
      { text: 'Прошу полагодити ліхтар.', outcome: 'appeal' as const, topic: '090' },
    ];
    await expect(act(recordCard, { visitId, questions }, 'mayor')).rejects.toThrow('notYet');
    clock.travelTo(new Date(place.startsAt));
    await expect(act(recordCard, { visitId, questions }, 'deputy-mayor')).rejects.toThrow('otherLeader');
    await expect(act(recordCard, { visitId, questions }, 'mayor')).rejects.toThrow('appealAddress');
    const card = { visitId, questions, address: 'вул. Гоголя, 80' };
    const { appeals: given } = await act(recordCard, card, 'mayor');
    expect(given).toHaveLength(1);
    const found = await ask(getVisit, { visitId }, 'mayor');
    expect(found.questions.map(({ outcome }) => outcome)).toEqual(['explained', 'appeal']);
    expect(found.questions[1]?.appealNumber).toBe(given[0]?.number);
    const { rows } = await sql<{ channel: string }>`
      select channel from appeals.appeals where case_id = ${found.questions[1]?.appealId}`.execute(
      city.connections.database,
    );
    expect(rows).toEqual([{ channel: 'reception' }]);
    await expect(ask(getVisit, { visitId }, 'deputy-mayor')).rejects.toThrow('otherLeader');
    const { visits } = await ask(listVisits, {}, 'deputy-mayor');
    expect(visits.some(({ id }) => id === visitId)).toBe(false);
    const own = (await ask(listVisits, { words: 'Мороз' }, 'mayor')).visits.find(({ id }) => id === visitId);
    expect(own).toMatchObject({ name: 'Мороз Г. І.', phone: '*** 22' });
  });
});

it('a printed year comes in as it was printed, and equals its parts', async () => {
  const printed = { solved: 48, explained: 189, refused: 5, 'not-stated': 29 } as const;
  const actor = { ...actorOf('registrar-01'), importedBy: idOf('integrator') };
  const now = new Date('2019-06-03T08:00:00Z');
  const outcomes = Object.entries(printed).flatMap(([outcome, count]) =>
    Array.from({ length: count }, () => recordQuestion.input.shape.outcome.parse(outcome)),
  );
  const period = { from: '2019-01-01', to: '2019-12-31' };
  const { database } = city.connections;
  await database.transaction().execute(async (tx) => {
    for (const outcome of outcomes) {
      const request = {
        action: recordQuestion,
        actor,
        input: { outcome },
        key: null,
        now,
        recordedAt: clock.now(),
      };
      await runDeed(tx, request, judge(request));
    }
  });
  const reading = await database
    .transaction()
    .execute((tx) => readFigure(tx, receptionFigures.questions, { ...period, by: ['outcome'] }));
  expect(reading.total.value).toBe(271);
  const parts = reading.breakdown.map(({ by, value }) => [by['outcome'], value]);
  expect(Object.fromEntries(parts)).toEqual(printed);
});
