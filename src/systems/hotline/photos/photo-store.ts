import { sql } from 'kysely';
import type { Deed } from '../../../kernel/actions/define.ts';
import { notFound } from '../../../kernel/actions/refusal.ts';
import type { Transaction } from '../../../kernel/database/database.ts';
import { attachFile } from '../../../kernel/files/files.ts';
import { findPhotos } from '../../../kernel/files/store-photo.ts';

export const MOMENTS = ['before', 'after'] as const;
export type Moment = (typeof MOMENTS)[number];

export const PHOTO_STATES = ['waiting', 'published', 'hidden'] as const;
export type PhotoState = (typeof PHOTO_STATES)[number];

export interface TicketPhoto {
  readonly id: string;
  readonly caseId: string;
  readonly unitId: string | null;
  readonly moment: Moment;
  readonly state: PhotoState;
  readonly reason: string;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
}

const COLUMNS = sql`
  p.file_id as id, p.case_id as "caseId", c.unit_id as "unitId", p.moment, p.state, p.reason, s.name as "decidedBy",
  p.decided_at as "decidedAt"
  from hotline.photos p join kernel.cases c on c.id = p.case_id left join kernel.staff s on s.id = p.decided_by`;

/** Ties what was sent to the ticket. Photographs wait for a moderator; other papers stay with those who work. */
export async function attachPhotos(
  deed: Deed,
  caseId: string,
  fileIds: readonly string[],
  moment: Moment,
): Promise<void> {
  for (const fileId of fileIds) await attachFile(deed, fileId, caseId);
  const photos = await findPhotos(deed.tx, fileIds);
  for (const id of photos)
    await sql`
      insert into hotline.photos (file_id, case_id, moment, added_at)
      values (${id}, ${caseId}, ${moment}, ${deed.now}) on conflict do nothing`.execute(deed.tx);
}

/** @throws Refusal 404. */
export async function getPhoto(tx: Transaction, id: string): Promise<TicketPhoto> {
  const { rows } = await sql<TicketPhoto>`select ${COLUMNS} where p.file_id = ${id}`.execute(tx);
  const [found] = rows;
  if (found === undefined) throw notFound('hotline:refusals.noSuchPhoto');
  return found;
}

/** The last decision stands: who hides a face after a colleague published it is right at once. */
export async function writeDecision(
  deed: Deed,
  id: string,
  { state, reason }: { readonly state: 'published' | 'hidden'; readonly reason: string },
): Promise<void> {
  await sql`
    update hotline.photos
       set state = ${state}, reason = ${reason}, decided_by = ${deed.actor.staffId}, decided_at = ${deed.now}
     where file_id = ${id}`.execute(deed.tx);
}

export async function readSmallPhoto(tx: Transaction, id: string): Promise<Buffer> {
  const { rows } = await sql<{
    small: Buffer;
  }>`select small from kernel.photos where file_id = ${id}`.execute(tx);
  const [found] = rows;
  if (found === undefined) throw notFound('hotline:refusals.noSuchPhoto');
  return found.small;
}
