import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readFigure } from '../../kernel/figures/read-figure.ts';
import { confirmTicket } from './actions/confirm-ticket.ts';
import { announceEvent, endEvent, extendEvent } from './actions/events.ts';
import { recordCall } from './actions/record-call.ts';
import { reportProblem } from './actions/report-problem.ts';
import { addRoute, endRoute, importRoutes } from './actions/routes.ts';
import { tieTicket } from './actions/tie-ticket.ts';
import { reportDone, takeTicket } from './actions/work-on-ticket.ts';
import { hotlineFigures } from './figures.ts';
import { type HotlineCity, makeHotlineCity } from './hotline-fixture.ts';
import { getEvent, listEvents } from './queries/events.ts';
import { listCalls, listDuty } from './queries/line.ts';
import { operatorDesk } from './queries/operator-desk.ts';
import { listRoutes } from './queries/routes.ts';
import { searchKnowledge } from './queries/search-knowledge.ts';
import { getTicket, trackTicket } from './queries/tickets.ts';
import { lineReport } from './report/report.ts';

/** A Friday before noon in Kyiv. */
const NOW = new Date('2026-03-06T08:00:00Z');
const EVENING = new Date('2026-03-06T16:00:00Z');

let house: HotlineCity;
beforeAll(async () => {
  house = await makeHotlineCity(NOW);
}, 60_000);
afterAll(() => house.city.connections.close());

const AT = 'просп. Університетський';
const announced = {
  topic: 'tree',
  title: 'Повалені дерева на Університетському',
  text: 'Бригада розчищає проїзд.',
  until: EVENING,
};
/** A ticket from the site of a house, with an e-mail or a telephone of its author. */
async function ticketAt(number: string, author: { email?: string; phone?: string }, topic = 'tree') {
  const desk = await house.ask('operator-01', operatorDesk, { place: `${AT} ${number}` });
  const houseId = desk.houseId ?? '';
  return house.act('resident', reportProblem, { topic, text: 'Дерево впало.', houseId, ...author });
}

describe('a mass event', () => {
  it('of houses is offered before one of the city, and only to its houses', async () => {
    const city = await house.act('operator-01', announceEvent, { ...announced, title: 'Буревій у місті' });
    const { eventId } = await house.act('operator-01', announceEvent, {
      ...announced,
      streets: [`${AT} 5, 7`],
    });
    const at = (place: string) => house.ask('operator-02', operatorDesk, { place, topic: 'tree' });
    const [first, second] = (await at(`${AT} 7`)).events.filter(({ matches }) => matches);
    expect([first?.id, second?.id]).toEqual([eventId, city.eventId]);
    expect(first?.place).toBe('просп. Університетський, 5, 7');
    const [elsewhere] = (await at(`${AT} 11`)).events.filter(({ matches }) => matches);
    expect(elsewhere?.id).toBe(city.eventId);
    await house.act('mayor', endEvent, { eventId: city.eventId, result: 'Вітер ущух.' });
    await house.act('mayor', endEvent, { eventId, result: 'Проїзд розчищено.' });
  });

  it('of a district is of its houses alone; what the register does not know is refused by name', async () => {
    const announce = (more: object) => house.act('operator-01', announceEvent, { ...announced, ...more });
    await expect(announce({ streets: ['Марсіанська'] })).rejects.toThrow('noSuchStreet');
    await expect(announce({ streets: [`${AT} 999`] })).rejects.toThrow('noSuchHouse');
    await expect(announce({ district: 'kyivskyi' })).rejects.toThrow('noSuchDistrict');
    const districts = ['podilskyi', 'fortechnyi'];
    const made: string[] = [];
    for (const district of districts) made.push((await announce({ district })).eventId);
    const desk = await house.ask('operator-01', operatorDesk, { place: `${AT} 5`, topic: 'tree' });
    expect(desk.events.filter(({ id, matches }) => made.includes(id) && matches)).toHaveLength(1);
    for (const eventId of made) await house.act('operator-01', endEvent, { eventId, result: 'Розчищено.' });
  });

  it('is prolonged, waits for its end when the hour has passed, and ends once', async () => {
    const { eventId } = await house.act('operator-01', announceEvent, announced);
    house.clock.travelTo(new Date('2026-03-06T17:00:00Z'));
    expect((await house.ask('operator-01', getEvent, { eventId })).state).toBe('waiting');
    const until = new Date('2026-03-06T20:00:00Z');
    await house.act('operator-02', extendEvent, { eventId, until });
    const { events } = await house.ask('mayor', listEvents, { words: 'Університетському', state: 'on' });
    expect(events).toMatchObject([{ id: eventId, until }]);
    const ends = await Promise.allSettled(
      (['operator-01', 'operator-02'] as const).map((login) =>
        house.act(login, endEvent, { eventId, result: 'Проїзд вільний.' }),
      ),
    );
    expect(ends.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    house.clock.travelTo(NOW);
  });

  it('tells the authors of its tickets how it ended: by letter, or by one call-back a number', async () => {
    const { eventId } = await house.act('operator-01', announceEvent, { ...announced, streets: [AT] });
    const written = await ticketAt('3', { email: 'olha@example.org' });
    const called = await ticketAt('5', { phone: '050 333 22 11' });
    await ticketAt('7', { phone: '+380503332211' });
    const other = await ticketAt('8', { email: 'other@example.org' }, 'lift');
    expect((await house.ask('operator-01', getEvent, { eventId })).tied).toHaveLength(3);
    await house.act('operator-01', tieTicket, { caseId: other.caseId, eventId });
    await house.act('operator-01', tieTicket, { caseId: other.caseId, eventId: null });
    const { told } = await house.act('operator-01', endEvent, { eventId, result: 'Дерева прибрали.' });
    expect(told).toBe(3);
    const letters = await sql<{ to: string }>`
      select to_address as to from kernel.letters where body_text like '%Дерева прибрали.%'`.execute(
      house.city.connections.database,
    );
    expect(letters.rows).toEqual([{ to: 'olha@example.org' }]);
    const { callBacks } = await house.ask('operator-01', listDuty, {});
    const about = callBacks.filter(({ phone }) => phone === '+380503332211').map((one) => one.about);
    expect(about).toHaveLength(1);
    expect(about[0]).toContain('Дерева прибрали.');
    const tracked = await house.ask('resident', trackTicket, {
      number: written.number,
      code: written.trackingCode,
    });
    expect(tracked.event).toMatchObject({ isOver: true, result: 'Дерева прибрали.' });
    expect(tracked.course.events.at(-1)?.type).toBe('event-ended');
    const open = await house.ask('operator-01', getTicket, { caseId: called.caseId });
    expect(open.isOpen).toBe(true);
  });
});

describe('the knowledge', () => {
  it('finds own answers, published answers and services in one list, and records what was read out', async () => {
    const { found } = await house.ask('operator-01', searchKnowledge, { words: 'паспорт' });
    const service = found.find(({ kind }) => kind === 'service');
    expect(service).toMatchObject({ kind: 'service', address: expect.stringContaining(' ') });
    const kinds = async (words: string) =>
      (await house.ask('operator-01', searchKnowledge, { words })).found.map(({ kind }) => kind);
    expect(await kinds('коли буде вода')).toContain('answer');
    const { rows } = await sql<{
      question: string;
    }>`select question from consultations.published limit 1`.execute(house.city.connections.database);
    expect(await kinds(rows[0]?.question ?? '')).toContain('consultation');
    const desk = await house.ask('operator-01', operatorDesk, { words: 'паспорт' });
    expect(desk.knowledge).toEqual(found);
    const told = { kind: 'service' as const, id: service?.id ?? '' };
    const { callId } = await house.act('operator-01', recordCall, { outcome: 'answered', told });
    const call = await sql<{ told: string }>`select told from hotline.calls where id = ${callId}`.execute(
      house.city.connections.database,
    );
    expect(call.rows).toEqual([{ told: `service:${told.id}` }]);
  });
});

describe('whether it was really done', () => {
  it('is a figure of answers by topic and body, in the report too', async () => {
    const { caseId } = await ticketAt('11', { phone: '0501110022' }, 'sewer');
    const period = { from: '2026-03-06', to: '2026-03-06' };
    const read = () =>
      house.city.connections.database
        .transaction()
        .execute((tx) => readFigure(tx, hotlineFigures.reallyDone, { ...period, by: ['unit'] }));
    const before = (await read()).total.sample ?? 0;
    for (const reallyDone of [false, true]) {
      if (!reallyDone) await house.act('specialist-utilities', takeTicket, { caseId });
      await house.act('specialist-utilities', reportDone, { caseId, words: 'Прочистили решітку.' });
      await house.act('operator-01', confirmTicket, { caseId, reallyDone, mark: 4 });
    }
    const after = await read();
    expect(after.total.sample).toBe(before + 2);
    expect(after.breakdown.find(({ by }) => by['unit'] === 'utilities')?.sample).toBeGreaterThanOrEqual(2);
    const { values } = await house.ask('resident', lineReport, { year: 2026, month: 3 });
    expect(values['hotline.really-done?unit=utilities']).toBeGreaterThan(0);
    expect(values['hotline.mark?topic=sewer']).toBe(4);
  });
});

describe('a route', () => {
  const route = { topic: 'noise', district: 'podilskyi', unitCode: 'utilities', from: '2026-03-06' };
  const versions = async () =>
    (await house.ask('operator-01', listRoutes, { topic: 'noise', district: 'podilskyi' })).routes;

  it('of a district goes before the city’s; its versions follow each other and none is lost', async () => {
    await house.act('operator-01', addRoute, route);
    await expect(house.act('operator-01', addRoute, route)).rejects.toThrow('sameRoute');
    await house.act('operator-01', addRoute, { ...route, unitCode: 'transport', from: '2026-04-01' });
    expect(await versions()).toMatchObject([
      { unitCode: 'transport', validFrom: '2026-04-01', validTo: null, state: 'ahead' },
      { unitCode: 'utilities', validFrom: '2026-03-06', validTo: '2026-04-01', state: 'in-force' },
    ]);
    await expect(house.act('operator-01', addRoute, { ...route, unitCode: 'health' })).rejects.toThrow(
      'laterRoute',
    );
    const past = { ...route, from: '2026-03-01' };
    await expect(house.act('operator-01', addRoute, past)).rejects.toThrow('routePast');
    const [ahead] = await versions();
    await house.act('mayor', endRoute, { routeId: ahead?.id ?? '', on: '2026-05-01' });
    expect(await versions()).toMatchObject([{ validTo: '2026-05-01' }, { validTo: '2026-04-01' }]);
  });

  it('comes from a sheet: a bad row stops them all, a good sheet can be brought again', async () => {
    const good = [
      { topic: 'Немає води', district: 'Фортечний', unit: 'transport' },
      { topic: 'snow', unit: 'utilities' },
    ];
    const bad = house.act('operator-01', importRoutes, {
      rows: [...good, { topic: 'погода', unit: 'utilities' }],
      dryRun: false,
    });
    await expect(bad).rejects.toThrow('badRow');
    const kinds = async (dryRun: boolean) =>
      (await house.act('operator-01', importRoutes, { rows: good, dryRun })).rows.map(({ kind }) => kind);
    expect(await kinds(true)).toEqual(['new', 'same']);
    expect(await kinds(false)).toEqual(['new', 'same']);
    expect(await kinds(true)).toEqual(['same', 'same']);
  });
});

it('a look at telephone numbers is in the journal', async () => {
  const { calls } = await house.ask('operator-01', listCalls, { limit: 3 });
  await house.ask('operator-01', listDuty, {});
  const looks = await sql<{ name: string; kinds: string[] }>`
    select name, array(select distinct s->>'kind' from jsonb_array_elements(subjects) s order by 1) as kinds
      from kernel.audit_journal where kind = 'look' and name in ('hotline.list-calls', 'hotline.list-duty')
     order by name`.execute(house.city.connections.database);
  expect(calls.length).toBe(3);
  expect(looks.rows.map(({ name, kinds }) => [name, kinds])).toEqual(
    expect.arrayContaining([
      ['hotline.list-calls', ['call']],
      ['hotline.list-duty', ['call-back']],
    ]),
  );
});
