import fc from 'fast-check';
import { sql } from 'kysely';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readFigure } from '../../kernel/figures/read-figure.ts';
import { answerTicket, confirmTicket } from './actions/confirm-ticket.ts';
import { settleCallBack } from './actions/duty.ts';
import { announceEvent } from './actions/events.ts';
import { recordCall } from './actions/record-call.ts';
import { reportProblem } from './actions/report-problem.ts';
import { ring } from './actions/ring.ts';
import { reportDone, takeTicket } from './actions/work-on-ticket.ts';
import { hotlineFigures } from './figures.ts';
import { type HotlineCity, makeHotlineCity } from './hotline-fixture.ts';
import { closeSilentJob } from './jobs/close-silent.ts';
import { wallboard } from './queries/line.ts';
import { operatorDesk } from './queries/operator-desk.ts';
import { listProblems } from './queries/problems.ts';
import { trackTicket } from './queries/tickets.ts';
import { plainPhone } from './ticket.ts';

/** A Friday before noon in Kyiv. */
const NOW = new Date('2026-03-06T08:00:00Z');
let house: HotlineCity;
beforeAll(async () => {
  house = await makeHotlineCity(NOW);
}, 60_000);
afterAll(() => house.city.connections.close());

const run: HotlineCity['act'] = (login, action, input) => house.act(login, action, input);
const ask: HotlineCity['ask'] = (login, query, input) => house.ask(login, query, input);

const PHONE = '050 999 88 77';

it('a number is one however it is typed', () => {
  for (const typed of ['+380 50 999 88 77', '0509998877', '80509998877', '(050) 999-88-77'])
    expect(plainPhone(typed)).toBe('+380509998877');
});

describe('a call', () => {
  it('becomes a ticket at the body whose topic it is, and the next call of the number sees it', async () => {
    const first = await run('operator-01', recordCall, {
      phone: PHONE,
      name: 'Кравчук Ніна',
      topic: 'sewer',
      outcome: 'ticket',
      text: 'Вулицю залило.',
      urgency: 'emergency',
    });
    expect(first.ticket?.number).toMatch(/^ГЛ-2026-/);
    // Friday 10:00 and 24 hours: an emergency is not moved to Monday.
    expect(first.ticket?.dueOn).toBe('2026-03-07');
    const desk = await ask('operator-02', operatorDesk, { phone: '+380509998877' });
    expect(desk.caller).toBe('Кравчук Ніна');
    expect(desk.byPhone.map(({ number }) => number)).toEqual([first.ticket?.number]);
    expect(desk.calls.map(({ outcome }) => outcome)).toEqual(['ticket']);
  });

  it('is told of a mass event of its street and topic, and counted with it', async () => {
    await run('operator-01', announceEvent, {
      topic: 'sewer',
      title: 'Підтоплено вулицю',
      text: 'Бригада на місці.',
      streets: ['Університетський'],
      until: new Date('2026-03-06T16:00:00Z'),
    });
    const asked = { place: 'просп. Університетський 5', topic: 'sewer' };
    const desk = await ask('operator-01', operatorDesk, asked);
    const [event] = desk.events;
    expect(desk.houseLine).toContain('Університетський, 5');
    expect(event).toMatchObject({ title: 'Підтоплено вулицю', matches: true });
    for (let no = 0; no < 5; no += 1)
      await run('operator-02', recordCall, { outcome: 'event', topic: 'sewer', eventId: event?.id ?? '' });
    const other = await ask('operator-01', operatorDesk, { ...asked, place: 'Винниченка 3' });
    expect(other.events.find(({ id }) => id === event?.id)).toMatchObject({ matches: false, calls: 5 });
    house.clock.travelTo(new Date('2026-03-06T17:00:00Z'));
    await expect(
      run('operator-01', recordCall, { outcome: 'event', eventId: event?.id ?? '' }),
    ).rejects.toThrow('eventOver');
    house.clock.travelTo(NOW);
  });

  it('becomes an appeal with its own terms where a written answer is asked for', async () => {
    const { appeal } = await run('operator-01', recordCall, {
      phone: PHONE,
      name: 'Кравчук Ніна Петрівна',
      topic: 'sewer',
      outcome: 'appeal',
      text: 'Прошу письмово пояснити, чому вулицю заливає щовесни.',
      authorAddress: 'вул. Соборна, 5',
    });
    expect(appeal?.number).toBeTruthy();
    expect(appeal?.number).not.toContain('ГЛ');
  });

  it('is called back, thrice at most', async () => {
    const { callBackId } = await run('operator-01', recordCall, { phone: PHONE, outcome: 'call-back' });
    const states: string[] = [];
    for (let no = 0; no < 3; no += 1) {
      const settled = { callBackId: callBackId ?? '', reached: false };
      states.push((await run('operator-02', settleCallBack, settled)).state);
    }
    expect(states).toEqual(['waiting', 'waiting', 'failed']);
  });

  it('must say how it ended, unless a past journal is silent', async () => {
    await expect(run('operator-01', recordCall, { outcome: 'not-stated' })).rejects.toThrow('notStated');
  });
});

describe('the telephone exchange', () => {
  const at = (minute: number) => new Date(NOW.getTime() + minute * 60_000);

  it('may tell in any order and twice: nothing is doubled, an ended call never rings again', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray([0, 0, 1, 1, 2, 2], { minLength: 6, maxLength: 6 }),
        async (order) => {
          const callId = uuid();
          const told = (['ringing', 'answered', 'ended'] as const).map((event, no) => ({
            callId,
            phone: PHONE,
            event,
            at: at(no),
          }));
          for (const no of order)
            await run('integrator', ring, told[no] ?? told[0] ?? { callId, event: 'ended', at: at(2) });
          const { rows } = await sql`select ringing_at, answered_at, ended_at from hotline.rings
            where call_id = ${callId}`.execute(house.city.connections.database);
          expect(rows).toEqual([{ ringing_at: at(0), answered_at: at(1), ended_at: at(2) }]);
          const { rings } = await ask('operator-01', operatorDesk, {});
          expect(rings.map(({ key }) => key)).not.toContain(callId);
        },
      ),
      { numRuns: 12 },
    );
  });

  it('rings on the desk until it is written down, and only once', async () => {
    const callId = uuid();
    await Promise.all(
      Array.from({ length: 6 }, () =>
        run('integrator', ring, { callId, phone: PHONE, event: 'ringing', at: at(0) }),
      ),
    );
    const desk = await ask('operator-01', operatorDesk, {});
    expect(desk.rings.filter(({ key }) => key === callId)).toMatchObject([{ phone: '+380509998877' }]);
    const both = await Promise.allSettled(
      (['operator-01', 'operator-02'] as const).map((login) =>
        run(login, recordCall, { outcome: 'answered', exchangeCall: callId }),
      ),
    );
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect((await ask('operator-01', operatorDesk, {})).rings.map(({ key }) => key)).not.toContain(callId);
  });
});

describe('a ticket', () => {
  const reported = {
    topic: 'sewer',
    text: 'Вода стоїть на тротуарі.',
    place: 'біля мосту',
    name: 'Мельник Яна',
  };

  it('is done, is not so, is done again and closes; its words stay with those who work', async () => {
    const { caseId, number, trackingCode: code } = await run('resident', reportProblem, reported);
    const lines = await ask('resident', listProblems, { ids: [caseId] });
    expect(JSON.stringify(lines)).not.toMatch(/Мельник|тротуар|біля мосту/);
    await run('specialist-utilities', takeTicket, { caseId });
    const report = { caseId, words: 'Прочистили зливову решітку.' };
    expect(await run('specialist-utilities', reportDone, report)).toMatchObject({ state: 'done' });
    const again = await run('resident', answerTicket, { number, code, reallyDone: false });
    expect(again).toMatchObject({ state: 'in-work', dueOn: '2026-03-16' });
    await run('specialist-utilities', reportDone, report);
    await run('operator-01', confirmTicket, { caseId, reallyDone: true, mark: 4 });
    expect(await ask('resident', trackTicket, { number, code })).toMatchObject({
      state: 'confirmed',
      isOpen: false,
    });
  });

  it('that nobody speaks of closes by itself', async () => {
    const { caseId, number, trackingCode: code } = await run('resident', reportProblem, reported);
    await run('specialist-utilities', takeTicket, { caseId });
    await run('specialist-utilities', reportDone, { caseId, words: 'Відкачали воду.' });
    const later = new Date(NOW.getTime() + 12 * 24 * 3_600_000);
    await closeSilentJob.run({ database: house.city.connections.database, now: later });
    expect((await ask('resident', trackTicket, { number, code })).state).toBe('confirmed');
  });
});

it('figures: every total equals its parts', async () => {
  const period = { from: '2026-03-01', to: '2026-03-31' };
  const board = await ask('operator-01', wallboard, {});
  expect(board.calls).toBeGreaterThan(0);
  for (const figure of [hotlineFigures.calls, hotlineFigures.tickets]) {
    for (const { name } of figure.dimensions) {
      const read = await house.city.connections.database
        .transaction()
        .execute((tx) => readFigure(tx, figure, { ...period, by: [name] }));
      const parts = read.breakdown.reduce((sum, { value }) => sum + (value ?? 0), 0);
      expect([figure.id, name, parts]).toEqual([figure.id, name, read.total.value]);
    }
  }
});
