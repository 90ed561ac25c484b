import { sql } from 'kysely';
import type { Deed } from '../../kernel/actions/define.ts';
import { Refusal } from '../../kernel/actions/refusal.ts';
import type { AdvancedCase } from '../../kernel/cases/index.ts';
import type { Transaction } from '../../kernel/database/database.ts';
import { advanceApplication } from './application-store.ts';

/** The papers go to the body, the same or the next working day (model regulation, КМУ 588). @throws Refusal */
export function passToBody(deed: Deed, caseId: string): Promise<AdvancedCase> {
  return advanceApplication(deed, caseId, ({ state, unitId, number, holderKind }) => {
    if (state !== 'registered' || unitId === null || holderKind !== 'front-office') {
      throw new Refusal('applications:refusals.alreadyPassed', { number });
    }
    return { event: 'passed', holder: { kind: 'body', unitId } };
  });
}

/** The body says that the papers never came: until somebody took the case, its days are the front office's. */
export function takeBackFromBody(deed: Deed, caseId: string): Promise<AdvancedCase> {
  return advanceApplication(deed, caseId, ({ state, number, holderKind }) => {
    if (state !== 'registered' || holderKind !== 'body') {
      throw new Refusal('applications:refusals.alreadyTaken', { number });
    }
    return { event: 'not-received', holder: { kind: 'front-office', unitId: deed.actor.unitId } };
  });
}

/** Names of the papers in each application's package, by case. */
export async function readPackages(
  tx: Transaction,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const { rows } = await sql<{ id: string; documents: readonly string[] }>`
    select case_id as id, documents from applications.applications where case_id = any(${[...caseIds]}::uuid[])`.execute(
    tx,
  );
  return new Map(rows.map(({ id, documents }) => [id, documents]));
}
