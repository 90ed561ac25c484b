import { sql } from 'kysely';
import type { Actor } from '../../kernel/actions/actor.ts';
import type { Deed } from '../../kernel/actions/define.ts';
import { Refusal } from '../../kernel/actions/refusal.ts';
import type { Transaction } from '../../kernel/database/database.ts';
import { attachFile, type StoredFile } from '../../kernel/files/files.ts';

/** Most files of one answer, copies for everyone among them. */
export const MOST_FILES = 20;

export interface AnswerFile {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  /** A copy for everyone, in which what may not be shown is hidden. */
  readonly redacted: boolean;
  readonly published: boolean;
}

export async function listAnswerFiles(tx: Transaction, caseId: string): Promise<readonly AnswerFile[]> {
  const { rows } = await sql<AnswerFile>`
    select f.id, f.name, f.size, a.redacted, a.published_at is not null as published
      from information_requests.answer_files a join kernel.files f on f.id = a.file_id
     where a.case_id = ${caseId} order by a.no`.execute(tx);
  return rows;
}

/** Ties files to the answer; the case's row is locked by the deed, so numbers do not meet. */
export async function addAnswerFiles(
  deed: Pick<Deed, 'tx' | 'actor'>,
  caseId: string,
  fileIds: readonly string[],
  { redacted }: { readonly redacted: boolean },
): Promise<void> {
  for (const fileId of fileIds) {
    await attachFile(deed, fileId, caseId);
    await sql`
      insert into information_requests.answer_files (file_id, case_id, no, redacted)
      select ${fileId}, ${caseId}, coalesce(max(no), 0) + 1, ${redacted}
        from information_requests.answer_files where case_id = ${caseId}`.execute(deed.tx);
  }
}

/**
 * Exactly these files of the answer are everyone's from now on.
 * @throws Refusal 422 where one of them is no file of this answer.
 */
export async function publishAnswerFiles(
  { tx, now, actor }: Deed,
  caseId: string,
  fileIds: readonly string[],
): Promise<void> {
  await sql`
    update information_requests.answer_files set published_at = null, published_by = null
     where case_id = ${caseId} and file_id <> all(${[...fileIds]}::uuid[])`.execute(tx);
  const { numAffectedRows } = await sql`
    update information_requests.answer_files
       set published_at = coalesce(published_at, ${now}), published_by = coalesce(published_by, ${actor.staffId})
     where case_id = ${caseId} and file_id = any(${[...fileIds]}::uuid[])`.execute(tx);
  if (numAffectedRows !== BigInt(new Set(fileIds).size))
    throw new Refusal('information-requests:refusals.noSuchAnswerFile', {}, 422);
}

/** What is published with an answer is open to everyone. */
export async function mayOpenPublished(tx: Transaction, _actor: Actor, file: StoredFile): Promise<boolean> {
  const { rows } = await sql`
    select from information_requests.answer_files a
      join information_requests.requests r on r.case_id = a.case_id and r.published_at is not null
     where a.file_id = ${file.id} and a.published_at is not null`.execute(tx);
  return rows.length > 0;
}
