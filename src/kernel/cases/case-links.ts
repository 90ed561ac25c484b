import { sql } from 'kysely';
import type { Deed } from '../actions/define.ts';
import { notFound, Refusal } from '../actions/refusal.ts';
import type { Transaction } from '../database/database.ts';
import { refuseBrokenLinks } from './case-refusals.ts';

/** The kernel's own kinds of link; a system may have more. */
export const LINK_KINDS = [
  /** Asks the same as the main case and is answered by its answer: `caseId` is the twin, `otherId` the main one. */
  'twin',
  /** The same person asks the same again. */
  'repeat',
  /** This case goes on with what came to the other: forwarded, or begun as a call. */
  'forwarded-from',
] as const;

export interface CaseLink {
  readonly caseId: string;
  readonly otherId: string;
  readonly kind: string;
}

export interface LinkedCase extends CaseLink {
  /** True: our case points to the other; false: the other points to ours. */
  readonly outgoing: boolean;
  readonly number: string;
  readonly state: string;
  readonly isOpen: boolean;
  readonly linkedAt: Date;
}

/**
 * Joins two cases; repeated, it changes nothing. Both rows are locked in the order of their ids, so
 * two who link crosswise wait for each other and the second is refused.
 * @throws Refusal for a twin of two masters, a master that is a twin, a twin that is a master.
 */
export async function linkCases(
  deed: Pick<Deed, 'tx' | 'actor' | 'now'>,
  { caseId, otherId, kind }: CaseLink,
): Promise<void> {
  if (caseId === otherId) throw new Refusal('cases:refusals.linkToItself', {}, 422);
  const numbers = await lockBoth(deed.tx, caseId, otherId);
  if (kind === 'twin') await requireFlat(deed.tx, { caseId, otherId }, numbers);
  await sql`
    insert into kernel.case_links (case_id, other_id, kind, linked_at, linked_by)
    values (${caseId}, ${otherId}, ${kind}, ${deed.now}, ${deed.actor.staffId})
    on conflict (case_id, other_id, kind) do nothing`
    .execute(deed.tx)
    .catch(refuseBrokenLinks);
}

/** Undoes a link; false where there was none. */
export async function unlinkCases(
  { tx }: Pick<Deed, 'tx'>,
  { caseId, otherId, kind }: CaseLink,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    delete from kernel.case_links
    where case_id = ${caseId} and other_id = ${otherId} and kind = ${kind}`.execute(tx);
  return numAffectedRows === 1n;
}

/** Links from and to a case, the oldest first. */
export async function findLinks(tx: Transaction, caseId: string): Promise<readonly LinkedCase[]> {
  const { rows } = await sql<LinkedCase>`
    select l.case_id as "caseId", l.other_id as "otherId", l.kind, l.case_id = ${caseId} as outgoing,
           c.number, c.state, c.is_open as "isOpen", l.linked_at as "linkedAt"
    from kernel.case_links l
    join kernel.cases c on c.id = case when l.case_id = ${caseId} then l.other_id else l.case_id end
    where l.case_id = ${caseId} or l.other_id = ${caseId}
    order by l.linked_at, c.id`.execute(tx);
  return rows;
}

async function lockBoth(tx: Transaction, a: string, b: string): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ id: string; number: string }>`
    select id, number from kernel.cases where id = any(${[a, b]}::uuid[]) order by id for no key update`.execute(
    tx,
  );
  if (rows.length < 2) throw notFound('cases:refusals.noSuchCase');
  return new Map(rows.map(({ id, number }) => [id, number]));
}

/** One master with its twins, never a chain: an answer is copied one step. */
async function requireFlat(
  tx: Transaction,
  { caseId, otherId }: Pick<CaseLink, 'caseId' | 'otherId'>,
  numbers: ReadonlyMap<string, string>,
): Promise<void> {
  const { rows } = await sql<{ masterIsTwin: boolean; twinHasTwins: boolean }>`
    select
      exists (select from kernel.case_links where case_id = ${otherId} and kind = 'twin') as "masterIsTwin",
      exists (select from kernel.case_links where other_id = ${caseId} and kind = 'twin') as "twinHasTwins"`.execute(
    tx,
  );
  if (rows[0]?.masterIsTwin === true) {
    throw new Refusal('cases:refusals.masterIsTwin', { number: numbers.get(otherId) ?? '' });
  }
  if (rows[0]?.twinHasTwins === true) {
    throw new Refusal('cases:refusals.twinHasTwins', { number: numbers.get(caseId) ?? '' });
  }
}
