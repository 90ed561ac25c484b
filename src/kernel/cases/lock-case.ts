import { sql } from 'kysely';
import type { Deed } from '../actions/define.ts';
import { notFound } from '../actions/refusal.ts';
import type { Transaction } from '../database/database.ts';
import type { CaseKind } from './case-kind.ts';
import type { CaseClock } from './case-clock.ts';
import { notExcluded } from './case-excluded.ts';
import type { ClockState, HolderKind } from './case-event.ts';

/** A case as it stands under its row lock: nobody else changes it until the commit. */
export interface CaseInHand {
  readonly id: string;
  readonly number: string;
  readonly state: string;
  readonly isOpen: boolean;
  readonly unitId: string | null;
  readonly executorId: string | null;
  readonly applicantId: string | null;
  readonly parentId: string | null;
  readonly definitionCode: string | null;
  readonly registeredAt: Date;
  readonly dueOn: string | null;
  readonly internalDueOn: string | null;
  readonly clockState: ClockState;
  readonly holderKind: HolderKind;
  readonly holderUnitId: string | null;
  readonly eventCount: number;
  readonly lastEventAt: Date;
  /** Clocks beside the main one. */
  readonly hasOtherClocks: boolean;
}

const IN_HAND = sql.raw(`
  id, number, state, is_open as "isOpen", unit_id as "unitId", executor_id as "executorId",
  applicant_id as "applicantId", parent_id as "parentId", definition_code as "definitionCode",
  registered_at as "registeredAt", due_on as "dueOn", internal_due_on as "internalDueOn",
  clock_state as "clockState", holder_kind as "holderKind", holder_unit_id as "holderUnitId",
  event_count as "eventCount", last_event_at as "lastEventAt",
  exists (select from kernel.case_clocks k where k.case_id = c.id and k.name <> 'main')
    as "hasOtherClocks"`);

/** @throws Refusal 404 where there is no such case of this kind, and to whom it complains of (393/96-ВР art. 7). */
export async function lockCase(
  { tx, actor }: Pick<Deed, 'tx' | 'actor'>,
  kind: CaseKind,
  id: string,
): Promise<CaseInHand> {
  const { rows } = await sql<CaseInHand>`
    select ${IN_HAND} from kernel.cases c where id = ${id} and kind = ${kind.name} and ${notExcluded(actor)}
    for no key update`.execute(tx);
  const [found] = rows;
  if (found === undefined) throw notFound('cases:refusals.noSuchCase');
  return found;
}

/** The next open cases after an id, in the order of ids: two who lock many never wait for each other. */
export async function lockOpenCases(
  tx: Transaction,
  after: string | null,
  limit: number,
): Promise<readonly CaseInHand[]> {
  const { rows } = await sql<CaseInHand>`
    select ${IN_HAND} from kernel.cases c where is_open and id > coalesce(${after}::uuid, ${FIRST}::uuid)
    order by id limit ${limit} for no key update`.execute(tx);
  return rows;
}

const FIRST = '00000000-0000-0000-0000-000000000000';

/** Clocks of a case, the main one first. */
export async function readClocks(tx: Transaction, caseId: string): Promise<readonly CaseClock[]> {
  return (await readClocksOf(tx, [caseId])).get(caseId) ?? [];
}

/** Clocks of several cases, the main one of each first. */
export async function readClocksOf(
  tx: Transaction,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, readonly CaseClock[]>> {
  const { rows } = await sql<CaseClock & { readonly caseId: string }>`
    select case_id as "caseId", name, rule, started_on as "startedOn", started_at as "startedAt",
           pauses, extensions, due_on as "dueOn", due_at as "dueAt",
           internal_due_on as "internalDueOn", steps, stopped_on as "stoppedOn"
    from kernel.case_clocks where case_id = any(${caseIds}::uuid[])
    order by case_id, name <> 'main', name`.execute(tx);
  const clocks = new Map<string, CaseClock[]>();
  for (const { caseId, ...clock } of rows) {
    const known = clocks.get(caseId);
    if (known === undefined) clocks.set(caseId, [clock]);
    else known.push(clock);
  }
  return clocks;
}
