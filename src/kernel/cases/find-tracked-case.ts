import { sql } from 'kysely';
import type { Transaction } from '../database/database.ts';
import type { CaseLine } from './case-line.ts';
import { normalizeCaseNumber } from './case-number.ts';
import { hashTrackingCode, sameHash } from './tracking-code.ts';

/** What a resident sees of a case by number and code: nothing of the person. */
export type TrackedCase = Pick<
  CaseLine,
  | 'id'
  | 'kind'
  | 'number'
  | 'title'
  | 'state'
  | 'isOpen'
  | 'outcome'
  | 'registeredAt'
  | 'closedAt'
  | 'dueOn'
  | 'clockState'
  | 'unitId'
  | 'unitName'
  | 'holderKind'
  | 'holderUnitId'
>;

const NOBODY = '00000000-0000-0000-0000-000000000000';

/** `null` for an unknown number and a wrong code alike, in the same time. */
export async function findTrackedCase(
  tx: Transaction,
  number: string,
  code: string,
): Promise<TrackedCase | null> {
  const { rows } = await sql<TrackedCase & { readonly trackingHash: Buffer }>`
    select c.id, c.kind, c.number, c.title, c.state, c.is_open as "isOpen", c.outcome,
           c.registered_at as "registeredAt", c.closed_at as "closedAt", c.due_on as "dueOn",
           c.clock_state as "clockState", c.unit_id as "unitId", unit.short_name as "unitName",
           c.holder_kind as "holderKind", c.holder_unit_id as "holderUnitId",
           c.tracking_hash as "trackingHash"
    from kernel.cases c left join kernel.units unit on unit.id = c.unit_id
    where c.number = ${normalizeCaseNumber(number)}`.execute(tx);
  const [found] = rows;
  const given = hashTrackingCode(found?.id ?? NOBODY, code);
  const fits = sameHash(given, found?.trackingHash ?? Buffer.alloc(given.length));
  if (found === undefined || !fits) return null;
  const { trackingHash: _, ...tracked } = found;
  return tracked;
}
