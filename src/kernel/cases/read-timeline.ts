import { sql } from 'kysely';
import type { Transaction } from '../database/database.ts';
import { type CaseEvent, type EventData, type HolderKind, holderOf } from './case-event.ts';
import { type HolderPeriod, ledgerOf } from './holder-ledger.ts';

interface TimelineRow extends Omit<CaseEvent, 'holder'> {
  readonly holderKind: HolderKind;
  readonly holderUnitId: string | null;
  readonly data: EventData;
}

/** A case's events in their order; empty where there is no such case. */
export async function readTimeline(tx: Transaction, caseId: string): Promise<readonly CaseEvent[]> {
  const { rows } = await sql<TimelineRow>`
    select seq, type, occurred_at as "occurredAt", recorded_at as "recordedAt",
           actor_id as "actorId", state_after as "stateAfter", holder_kind as "holderKind",
           holder_unit_id as "holderUnitId", data
    from kernel.case_events where case_id = ${caseId} order by seq`.execute(tx);
  return rows.map(({ holderKind, holderUnitId, ...event }) => ({
    ...event,
    holder: holderOf(holderKind, holderUnitId),
  }));
}

/** Whose day it was, until the moment `until` (a closed case: until it was closed). */
export async function readLedger(
  tx: Transaction,
  caseId: string,
  until: Date,
): Promise<readonly HolderPeriod[]> {
  return ledgerOf(await readTimeline(tx, caseId), until);
}
