import { sql } from 'kysely';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { z } from 'zod';
import type { Actor } from '../../kernel/actions/actor.ts';
import { RESIDENT } from '../../kernel/actions/actor.ts';
import { askQuery } from '../../kernel/actions/ask-query.ts';
import type { ActionDefinition, QueryDefinition } from '../../kernel/actions/define.ts';
import { InvalidInput } from '../../kernel/actions/invalid-input.ts';
import { performAction } from '../../kernel/actions/perform-action.ts';
import { newKey } from '../../kernel/actions/save-deeds.ts';
import type { City } from '../../kernel/city.ts';
import { travellingClock } from '../../kernel/clock/system-clock.ts';
import { buildServer } from '../../kernel/http/server.ts';
import { findActorsByLogin } from '../../kernel/identity/find-actor.ts';
import { seedCity } from '../../kernel/start-city.ts';
import { makeTestCity } from '../../kernel/testing/make-test-city.ts';
import { serviceCatalogue } from '../service-catalogue/system.ts';
import { staff } from '../staff/system.ts';
import { changeDeadlineRule } from './actions/change-deadline-rule.ts';
import { confirmDeadlineRule } from './actions/confirm-deadline-rule.ts';
import { addHolidayAction, endHolidayAction } from './actions/holiday.ts';
import { removeLocalDayAction, setLocalDayAction } from './actions/local-day.ts';
import { addMartialLawAction, endMartialLaw } from './actions/martial-law.ts';
import { closeHall, reopenHall, setOpeningHours, setSpecialDayAction } from './actions/reception.ts';
import { countTerm } from './queries/count-term.ts';
import { listTerms } from './queries/list-terms.ts';
import { openingHoursQuery } from './queries/opening-hours.ts';
import { yearCalendar } from './queries/year-calendar.ts';
import { law } from './system.ts';

const MONDAY = new Date('2027-03-01T07:00:00Z');
const clock = travellingClock(MONDAY);
let city: City;
let app: FastifyInstance;
let head: Actor;

beforeAll(async () => {
  city = await makeTestCity([serviceCatalogue, staff, law], clock);
  await seedCity(city);
  const found = await city.connections.database
    .transaction()
    .execute((tx) => findActorsByLogin(tx, ['head']));
  head = found.get('head') ?? RESIDENT;
  app = await buildServer(city, { pages: [], routes: [] });
}, 60_000);
afterAll(async () => {
  await app.close();
  await city.connections.close();
});

function run<I extends z.ZodType, O extends z.ZodType>(action: ActionDefinition<I, O>, input: z.input<I>) {
  return performAction(city, action, input, { actor: head, key: newKey() });
}

function ask<I extends z.ZodType, O extends z.ZodType>(query: QueryDefinition<I, O>, input: z.input<I>) {
  return askQuery(city, query, input, { actor: head }) as Promise<z.output<O>>;
}

async function recountsWaiting(): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from kernel.tasks where queue = 'cases.recount-open-clocks'`.execute(
    city.connections.database,
  );
  return rows[0]?.count ?? 0;
}

const dayOf = async (date: string) => {
  const { days } = await ask(yearCalendar, { year: Number(date.slice(0, 4)) });
  return days.find((day) => day.date === date);
};

describe('a term', () => {
  const change = {
    code: 'keep-result',
    validFrom: '2027-06-01',
    value: 3,
    unit: 'months',
    article: 'Постанова КМУ 1',
    certainty: 'V',
  } as const;

  test('changes from a date, and what was stays', async () => {
    await run(changeDeadlineRule, change);
    const { terms } = await ask(listTerms, { code: 'keep-result' });
    expect(terms.map(({ validFrom, validTo, value }) => [validFrom, validTo, value])).toEqual([
      ['2013-08-01', '2027-06-01', 2],
      ['2027-06-01', null, 3],
    ]);
    const before = await ask(countTerm, { rule: 'keep-result', startedOn: '2027-05-03' });
    const after = await ask(countTerm, { rule: 'keep-result', startedOn: '2027-06-03' });
    expect([before.dueOn, after.dueOn]).toEqual(['2027-07-05', '2027-09-03']);
    expect(after.steps.some(({ article }) => article === 'Постанова КМУ 1')).toBe(true);
    expect(await recountsWaiting()).toBe(0);
  });

  test('is never changed back in time, nor twice from one day', async () => {
    await expect(run(changeDeadlineRule, { ...change, validFrom: '2020-01-01' })).rejects.toMatchObject({
      key: 'law:refusals.laterVersion',
    });
    await expect(run(changeDeadlineRule, change)).rejects.toMatchObject({
      key: 'law:refusals.laterVersion',
    });
  });

  test('of two changes at once one version holds on each day', async () => {
    const both = ['2028-01-01', '2028-02-01'].map((validFrom) =>
      run(changeDeadlineRule, { ...change, code: 'tell-result', validFrom }),
    );
    await Promise.allSettled(both);
    const { rows } = await sql<{ open: number }>`
      select count(*)::int as open from kernel.deadline_rules
       where code = 'tell-result' and valid_to is null`.execute(city.connections.database);
    expect(rows[0]?.open).toBe(1);
  });

  test('is confirmed by the law’s text without a new version', async () => {
    const { toConfirm } = await ask(listTerms, {});
    const validFrom = '2023-12-15';
    await run(confirmDeadlineRule, {
      code: 'leave-without-motion',
      validFrom,
      article: 'Закон 2073-IX, ст. 43, ч. 1',
    });
    const after = await ask(listTerms, { code: 'leave-without-motion' });
    expect(after.toConfirm).toBe(toConfirm - 1);
    expect(after.terms).toHaveLength(1);
  });
});

describe('the calendar', () => {
  test('a day decided by the city recounts open cases, and may be undone', async () => {
    const date = '2027-03-10';
    await run(setLocalDayAction, { date, working: false, reason: 'день жалоби' });
    expect(await dayOf(date)).toMatchObject({ kind: 'local-day-off', working: false });
    expect(await recountsWaiting()).toBe(1);
    await run(removeLocalDayAction, { date, reason: 'помилково внесено' });
    expect(await dayOf(date)).toMatchObject({ kind: 'ordinary', working: true });
  });

  test('martial law makes holidays working days; its end moves, periods do not overlap', async () => {
    expect(await dayOf('2027-08-24')).toMatchObject({ kind: 'holiday' });
    await run(addMartialLawAction, { from: '2027-08-01', to: '2027-09-01', article: 'Указ 1/2027' });
    expect(await dayOf('2027-08-24')).toMatchObject({ kind: 'martial-law', working: true });
    await run(endMartialLaw, { from: '2027-08-01', to: '2027-08-24', article: 'Указ 2/2027' });
    expect(await dayOf('2027-08-23')).toMatchObject({ kind: 'ordinary' });
    expect(await dayOf('2027-08-24')).toMatchObject({ kind: 'holiday', working: false });
    const again = run(addMartialLawAction, { from: '2027-08-10', to: null, article: 'Указ 3/2027' });
    await expect(again).rejects.toMatchObject({ key: 'law:refusals.martialLawOverlaps' });
  });

  test('a holiday with a name of its own is told in sentences, until it ends', async () => {
    const article = 'Закон 1-X';
    await run(addHolidayAction, { name: 'День міста', month: 9, day: 16, validFrom: '2027-01-01', article });
    const day = await dayOf('2027-09-16');
    expect(day?.kind).toBe('holiday');
    expect(city.messages.for('uk')(day?.reason?.key ?? '', day?.reason?.params)).toBe('свято, День міста');
    await run(endHolidayAction, { month: 9, day: 16, on: '2028-01-01', article });
    expect(await dayOf('2027-09-16')).toMatchObject({ kind: 'holiday' });
    expect((await dayOf('2028-09-16'))?.kind).not.toBe('holiday');
  });

  test('no 31 June', async () => {
    const wrong = { name: 'День дня', month: 6, day: 31, validFrom: '2027-01-01', article: 'Закон 2-X' };
    await expect(run(addHolidayAction, wrong)).rejects.toBeInstanceOf(InvalidInput);
  });
});

describe('reception', () => {
  const from = '2027-03-08';

  test('a new week holds from its day; the same hall is not changed twice from then', async () => {
    const week = [
      {
        weekday: 1 as const,
        hours: [
          { from: '09:00', to: '12:00' },
          { from: '13:00', to: '18:00' },
        ],
      },
    ];
    await run(setOpeningHours, { hall: 'main', from, week });
    const { days } = await ask(openingHoursQuery, {});
    expect(days[0]).toMatchObject({ date: '2027-03-01', hours: [{ from: '08:00', to: '17:00' }] });
    clock.travelTo(new Date('2027-03-15T10:30:00Z'));
    const later = await ask(openingHoursQuery, {});
    expect(later.openNow).toBe(false);
    expect(later.opensAt?.toISOString()).toBe('2027-03-15T11:00:00.000Z');
    expect(later.days[1]).toMatchObject({ hours: [] });
    clock.travelTo(MONDAY);
    await expect(run(setOpeningHours, { hall: 'main', from, week })).rejects.toMatchObject({
      key: 'law:refusals.laterHours',
    });
  });

  test('a closing is told until it is undone; a day of its own stands over it', async () => {
    await run(closeHall, { hall: 'main', from: '2027-03-02', until: '2027-03-03', reason: 'ремонт' });
    const own = { date: '2027-03-03', hours: [{ from: '10:00', to: '12:00' }], reason: 'черговий прийом' };
    await run(setSpecialDayAction, { hall: 'main', ...own });
    const { days, closures } = await ask(openingHoursQuery, {});
    expect(closures).toEqual([{ from: '2027-03-02', until: '2027-03-03', reason: 'ремонт' }]);
    expect(days[1]).toMatchObject({ hours: [], why: { kind: 'closure', text: 'ремонт' } });
    expect(days[2]).toMatchObject({ hours: own.hours, why: { kind: 'special' } });
    await run(reopenHall, { hall: 'main', from: '2027-03-02' });
    expect((await ask(openingHoursQuery, {})).closures).toEqual([]);
  });
});

describe('pages', () => {
  const get = (url: string, login?: string, lang = 'uk') =>
    app.inject({ url, cookies: { lang, ...(login === undefined ? {} : { session: `demo-${login}` }) } });

  test.each([
    ['/opening-hours', undefined],
    ['/terms', undefined],
    ['/terms?words=прописка', undefined],
    ['/terms?service=01-01&date=2027-03-02', undefined],
    ['/terms?rule=administrative-complaint&date=2027-03-02', undefined],
    ['/desk/law', 'auditor'],
    ['/desk/law/terms?toConfirm=on', 'specialist-dnap-residence'],
    ['/desk/law/terms/administrative-service', 'head'],
    ['/desk/law/calendar?year=2025', 'it'],
    ['/desk/law/reception', 'head'],
  ])('%s opens in both languages', async (url, login) => {
    for (const lang of ['uk', 'en']) {
      const answer = await get(encodeURI(url), login, lang);
      expect([url, answer.statusCode]).toEqual([url, 200]);
    }
  });

  test('a wrong date is told in a sentence, with the form', async () => {
    const answer = await get('/terms?rule=administrative-service&date=2027-02-30');
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain('Впишіть дату');
    expect(answer.body).toContain('name="date"');
  });

  test('forms are for those who may', async () => {
    expect((await get('/desk/law/calendar', 'auditor')).body).not.toContain('<form id="holiday"');
    expect((await get('/desk/law/calendar', 'head')).body).toContain('<form id="holiday"');
  });
});
