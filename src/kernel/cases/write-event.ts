import { type RawBuilder, sql } from 'kysely';
import type { Deed } from '../actions/define.ts';
import type { Transaction } from '../database/database.ts';
import { besidesOf } from './beside.ts';
import { coExecutorParts } from './case-executors.ts';
import { refuseBrokenLinks } from './case-refusals.ts';
import { insertClocks } from './insert-clocks.ts';
import type { CaseChange } from './advance-case.ts';
import type { CaseClock } from './case-clock.ts';
import type { ClockState, EventData, Holder } from './case-event.ts';
import type { CaseInHand } from './lock-case.ts';

export interface EventRow {
  readonly before: CaseInHand;
  readonly change: CaseChange;
  readonly state: string;
  readonly isOpen: boolean;
  readonly at: Date;
  readonly holder: Holder;
  /** Clocks that changed. */
  readonly clocks: readonly CaseClock[];
  /** Clocks that begin. */
  readonly newClocks?: readonly CaseClock[];
  /** The one running clock stops on this date, and its dates stay. */
  readonly stopOn: string | null;
  readonly clockState: ClockState;
  readonly dueOn: string | null;
  readonly internalDueOn: string | null;
}

/** The event, the case, and where they changed its clocks and executor, in one statement. */
export async function writeEvent(
  deed: Pick<Deed, 'tx' | 'actor' | 'recordedAt'>,
  row: EventRow,
): Promise<void> {
  const { before, change, at } = row;
  const executorId = change.executorId === undefined ? before.executorId : change.executorId;
  const parts = [
    sql`event as (${insertEvent(deed, row)})`,
    ...(row.clocks.length === 0 ? [] : [sql`clocks as (${updateClocks(before.id, row.clocks)})`]),
    ...(row.stopOn === null ? [] : [sql`stopped as (${stopClocks(before.id, row.stopOn)})`]),
    ...newClockParts(before.id, row.newClocks ?? []),
    ...coExecutorParts(before.id, change.coExecutors ?? {}, at),
    ...besidesOf(change.beside),
    ...(executorId === before.executorId ? [] : executorParts(before, executorId, at)),
  ];
  const closedAt = row.isOpen ? null : at;
  await sql`
    with ${sql.join(parts)}
    update kernel.cases set
      state = ${row.state}, is_open = ${row.isOpen},
      closed_at = case when ${row.isOpen} then null else coalesce(closed_at, ${closedAt}) end,
      outcome = coalesce(${change.outcome ?? null}, outcome),
      title = coalesce(${change.title ?? null}, title),
      unit_id = coalesce(${change.unitId ?? null}, unit_id), executor_id = ${executorId},
      clock_state = ${row.clockState}, due_on = ${row.dueOn}, internal_due_on = ${row.internalDueOn},
      event_count = ${before.eventCount + 1}, last_event_at = ${at},
      holder_kind = ${row.holder.kind}, holder_unit_id = ${row.holder.unitId}
    where id = ${before.id}`
    .execute(deed.tx)
    .catch(refuseBrokenLinks);
}

function newClockParts(caseId: string, clocks: readonly CaseClock[]): readonly RawBuilder<unknown>[] {
  if (clocks.length === 0) return [];
  return [sql`new_clocks as (${insertClocks(sql`(select ${caseId}::uuid as id) as opened`, clocks)})`];
}

/** Clocks whose explanation changed while nothing happened to the case. */
export async function saveClocks(
  tx: Transaction,
  caseId: string,
  clocks: readonly CaseClock[],
  main: CaseClock | undefined,
): Promise<void> {
  await updateClocks(caseId, clocks).execute(tx);
  if (main === undefined) return;
  await sql`update kernel.cases set internal_due_on = ${main.internalDueOn} where id = ${caseId}`.execute(tx);
}

function insertEvent(deed: Pick<Deed, 'actor' | 'recordedAt'>, row: EventRow): RawBuilder<unknown> {
  const { before, change, state, at, holder } = row;
  return sql`
    insert into kernel.case_events (
      case_id, seq, type, occurred_at, recorded_at, actor_id, state_after, holder_kind,
      holder_unit_id, data)
    values (
      ${before.id}, ${before.eventCount + 1}, ${change.event}, ${at}, ${deed.recordedAt},
      ${deed.actor.staffId}, ${state}, ${holder.kind}, ${holder.unitId},
      ${JSON.stringify(dataOf(row))}::jsonb)`;
}

function dataOf({ before, change, clockState }: EventRow): EventData {
  const { executorId, unitId, outcome } = change;
  return {
    ...change.data,
    ...(executorId === undefined ? {} : { executorId }),
    ...(change.coExecutors === undefined ? {} : { coExecutors: change.coExecutors }),
    ...(unitId === undefined ? {} : { unitId }),
    ...(outcome === undefined ? {} : { outcome }),
    ...(clockState === before.clockState ? {} : { clock: clockState }),
  };
}

function updateClocks(caseId: string, clocks: readonly CaseClock[]): RawBuilder<unknown> {
  return sql`
    update kernel.case_clocks as clock set
      rule = changed.rule, pauses = changed.pauses, extensions = changed.extensions, due_on = changed."dueOn",
      due_at = changed."dueAt", internal_due_on = changed."internalDueOn",
      steps = changed.steps, stopped_on = changed."stoppedOn"
    from jsonb_to_recordset(${JSON.stringify(clocks)}::jsonb) as changed(
      name text, rule jsonb, pauses jsonb, extensions jsonb, "dueOn" date, "dueAt" timestamptz,
      "internalDueOn" date, steps jsonb, "stoppedOn" date)
    where clock.case_id = ${caseId} and clock.name = changed.name`;
}

function stopClocks(caseId: string, on: string): RawBuilder<unknown> {
  return sql`
    update kernel.case_clocks set stopped_on = ${on} where case_id = ${caseId} and stopped_on is null`;
}

// The insert waits for the update (it reads its result), for a case has one executor at a time.
function executorParts(
  before: CaseInHand,
  executorId: string | null,
  at: Date,
): readonly RawBuilder<unknown>[] {
  return [
    sql`relieved as (
      update kernel.case_executors set to_at = ${at}
      where case_id = ${before.id} and role = 'executor' and to_at is null
      returning staff_id)`,
    sql`executor as (
      insert into kernel.case_executors (case_id, staff_id, role, from_at)
      select ${before.id}, ${executorId}::uuid, 'executor', ${at}::timestamptz
      from (select count(*) from relieved) as after_relief where ${executorId}::uuid is not null
      on conflict (case_id, staff_id, role, from_at) do update set to_at = null)`,
  ];
}
