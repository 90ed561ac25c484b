import { sql } from 'kysely';
import { v7 as uuid } from 'uuid';
import type { Deed } from '../actions/define.ts';
import type { Transaction } from '../database/database.ts';
import type { ClockState, HolderKind } from './case-event.ts';
import type { CaseKind } from './case-kind.ts';

/** A part as its parent sees it: nothing of the person. */
export interface CasePart {
  readonly id: string;
  readonly no: number;
  readonly kind: string;
  readonly number: string;
  readonly title: string;
  readonly state: string;
  readonly isOpen: boolean;
  readonly outcome: string | null;
  readonly registeredAt: Date;
  readonly closedAt: Date | null;
  /** `null`: no term, or the clock stands. */
  readonly dueOn: string | null;
  readonly clockState: ClockState;
  readonly holderKind: HolderKind;
  readonly holderUnitId: string | null;
  readonly unitName: string | null;
}

/** Parts of a case by their numbers; empty for a case that has none. */
export async function listParts(tx: Transaction, parentId: string): Promise<readonly CasePart[]> {
  const { rows } = await sql<CasePart>`
    select c.id, c.part_no as no, c.kind, c.number, c.title, c.state, c.is_open as "isOpen", c.outcome,
           c.registered_at as "registeredAt", c.closed_at as "closedAt", c.due_on as "dueOn",
           c.clock_state as "clockState", c.holder_kind as "holderKind",
           c.holder_unit_id as "holderUnitId", unit.short_name as "unitName"
      from kernel.cases c left join kernel.units unit on unit.id = c.unit_id
     where c.parent_id = ${parentId} order by c.part_no`.execute(tx);
  return rows;
}

/** The queue on which a kind hears that parts of its cases changed: its system works on it by a job. */
export function partChangedQueue(kind: Pick<CaseKind, 'name'>): string {
  return `${kind.name}/part-changed`;
}

/**
 * Tells the parent of a change, in the deed's own transaction and without its lock: siblings that are
 * decided at once do not wait for each other.
 */
export async function tellParent(
  { tx, recordedAt }: Pick<Deed, 'tx' | 'recordedAt'>,
  parentId: string,
): Promise<void> {
  await sql`
    insert into kernel.tasks (id, queue, data, created_at, due_at)
    select ${uuid()}, parent.kind || '/part-changed', jsonb_build_object('parentId', parent.id),
           ${recordedAt}::timestamptz, ${recordedAt}::timestamptz
      from kernel.cases parent where parent.id = ${parentId}`.execute(tx);
}
