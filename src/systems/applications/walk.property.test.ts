import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { InvalidInput } from '../../kernel/actions/invalid-input.ts';
import { Refusal } from '../../kernel/actions/refusal.ts';
import { foldTimeline } from '../../kernel/cases/case-state.ts';
import { readLedger, readTimeline } from '../../kernel/cases/index.ts';
import { handOutResult } from './actions/hand-out-result.ts';
import { handOverApplication } from './actions/hand-over-application.ts';
import { leaveWithoutMotion } from './actions/leave-without-motion.ts';
import { passApplication } from './actions/pass-application.ts';
import { recordOutcome } from './actions/record-outcome.ts';
import { resumeApplication } from './actions/resume-application.ts';
import { takeApplication } from './actions/take-application.ts';
import { withdrawApplication } from './actions/withdraw-application.ts';
import { APPLICATION } from './application.ts';
import { type ApplicationsCity, makeApplicationsCity } from './applications-fixture.ts';

const CLERK = 'administrator-01';
const BODIES = ['dnap-residence', 'architecture'] as const;
const STAFF = BODIES.flatMap((body) => [`specialist-${body}`, `specialist-${body}-2`]);

let house: ApplicationsCity;
beforeAll(async () => {
  house = await makeApplicationsCity('2026-03-02T08:00:00Z');
});
afterAll(() => house.city.connections.close());

const DEEDS: Readonly<Record<string, (login: string, caseId: string) => Promise<unknown>>> = {
  pass: (_, caseId) => house.run(CLERK, passApplication, { caseId }),
  take: (login, caseId) => house.run(login, takeApplication, { caseId }),
  pause: (login, caseId) =>
    house.run(login, leaveWithoutMotion, { caseId, reason: 'Додайте копію', cureBy: '2027-01-01' }),
  resume: (_, caseId) => house.run(CLERK, resumeApplication, { caseId }),
  over: (login, caseId) => house.run(login, handOverApplication, { caseId, unitCode: 'architecture' }),
  grant: (login, caseId) => house.run(login, recordOutcome, { caseId, outcome: 'granted' }),
  refuse: (login, caseId) =>
    house.run(login, recordOutcome, { caseId, outcome: 'refused', reasons: ['documents-missing'] }),
  handOut: (_, caseId) => house.run(CLERK, handOutResult, { caseId }),
  withdraw: (_, caseId) => house.run(CLERK, withdrawApplication, { caseId }),
};

const step = fc.record({
  deed: fc.constantFrom(
    ...Object.keys(DEEDS).filter((name) => name !== 'withdraw'),
    'take',
    'take',
    'grant',
    'withdraw',
  ),
  login: fc.constantFrom(...STAFF),
  hours: fc.integer({ min: 0, max: 70 }),
});

// The assertions are in `check`; fast-check shows the shortest walk that breaks one.
test('whatever people try, the columns are the fold of the timeline and the days sum up', async () => {
  expect.hasAssertions();
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 14 }), async (steps) => {
      const { caseId } = await house.register();
      for (const { deed, login, hours } of steps) {
        house.clock.advance(hours * 3_600_000);
        await DEEDS[deed]?.(login, caseId).catch(onlyRefusals);
      }
      await check(caseId);
    }),
    { numRuns: 40 },
  );
});

function onlyRefusals(error: unknown): void {
  if (!(error instanceof Refusal) && !(error instanceof InvalidInput)) throw error;
}

async function check(caseId: string): Promise<void> {
  await house.city.connections.database.transaction().execute(async (tx) => {
    const timeline = await readTimeline(tx, caseId);
    const { holder, ...fold } = foldTimeline(APPLICATION, timeline);
    const { rows } = await sql<{
      decided: string | null;
      handedOut: string | null;
      withdrawn: string | null;
    }>`
      select c.state, c.is_open as "isOpen", c.executor_id as "executorId", c.unit_id as "unitId", c.outcome,
             c.clock_state as clock, c.holder_kind as kind, a.outcome as decided, a.handed_out_on as "handedOut",
             a.withdrawn_on as withdrawn
        from kernel.cases c join applications.applications a on a.case_id = c.id where c.id = ${caseId}`.execute(
      tx,
    );
    expect(rows[0]).toMatchObject({ ...fold, kind: holder.kind, decided: fold.outcome });
    expect(rows[0]?.handedOut !== null).toBe(fold.state === 'handed-out');
    expect(rows[0]?.withdrawn !== null).toBe(fold.state === 'withdrawn');
    const clocks = await sql<{ stopped: boolean }>`
      select stopped_on is not null as stopped from kernel.case_clocks where case_id = ${caseId}`.execute(tx);
    expect(clocks.rows).toEqual([{ stopped: !fold.isOpen }]);
    const ledger = await readLedger(tx, caseId, house.clock.now());
    expect(ledger.every(({ from, to }) => to > from)).toBe(true);
    expect(ledger.slice(1).map(({ from }) => from)).toEqual(ledger.slice(0, -1).map(({ to }) => to));
  });
}
