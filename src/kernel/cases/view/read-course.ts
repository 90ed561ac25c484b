import { sql } from 'kysely';
import { readLedger, readTimeline, TERM_RECOUNTED } from '../index.ts';
import type { Transaction } from '../../database/database.ts';
import type { Course } from './course-view.ts';

/** Timeline and ledger of a case with names; `actor` names are for the desk, the public page leaves them out. */
export async function readCourse(tx: Transaction, caseId: string, now: Date): Promise<Course> {
  const timeline = await readTimeline(tx, caseId);
  const ledger = await readLedger(tx, caseId, now);
  const units = await namesOf(
    tx,
    'units',
    timeline.map(({ holder }) => holder.unitId),
  );
  const staff = await namesOf(
    tx,
    'staff',
    timeline.map(({ actorId }) => actorId),
  );
  return {
    events: timeline.map(({ seq, type, occurredAt, stateAfter, holder, actorId, data }) => ({
      seq,
      type,
      at: occurredAt,
      state: stateAfter,
      holderKind: holder.kind,
      holder: units.get(holder.unitId ?? '') ?? null,
      actor: staff.get(actorId ?? '') ?? null,
      why: type === TERM_RECOUNTED && typeof data['reason'] === 'string' ? data['reason'] : null,
    })),
    ledger: ledger.map(({ holderKind, unitId, from, to, days }) => ({
      holderKind,
      holder: units.get(unitId ?? '') ?? null,
      from,
      to,
      days,
    })),
    days: ledger.reduce((sum, { days }) => sum + days, 0),
  };
}

async function namesOf(
  tx: Transaction,
  table: 'units' | 'staff',
  ids: readonly (string | null)[],
): Promise<ReadonlyMap<string, string>> {
  const asked = [...new Set(ids.filter((id) => id !== null))];
  if (asked.length === 0) return new Map();
  const name = sql.raw(table === 'units' ? 'short_name' : 'name');
  const { rows } = await sql<{ id: string; name: string }>`
    select id, ${name} as name from ${sql.raw(`kernel.${table}`)} where id = any(${asked}::uuid[])`.execute(
    tx,
  );
  return new Map(rows.map((row) => [row.id, row.name]));
}
