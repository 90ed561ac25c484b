import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { type RawBuilder, sql } from 'kysely';
import { v7 as uuid } from 'uuid';
import { type Actor, hasRole } from '../actions/actor.ts';
import type { Deed } from '../actions/define.ts';
import { notFound, Refusal } from '../actions/refusal.ts';
import type { Transaction } from '../database/database.ts';
import { detectType, FILE_TYPES } from './detect-type.ts';
import { hashOf, lockOf, pathOf, storeBytes } from './store-bytes.ts';

export interface StoredFile {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly size: number;
  readonly sha256: Buffer;
  readonly stored_at: Date;
  readonly case_id: string | null;
  readonly uploaded_by: string | null;
  /** The signed-in resident's account. */
  readonly uploaded_by_account: string | null;
}

export interface NewFile {
  readonly name: string;
  readonly bytes: Buffer;
  readonly caseId?: string;
}

const COLUMNS = sql.raw('id, name, type, size, sha256, stored_at, case_id, uploaded_by, uploaded_by_account');

/** Megabytes a file may have; the HTTP server's own limit lies above. */
export const FILE_LIMIT_MB = 20;

/**
 * Checks size and type, keeps the bytes and enters the file. Throws `Refusal` 413 / 415.
 * The bytes are on disk before the row: a deed that falls leaves bytes that no row names, never the reverse.
 */
export async function saveFile(
  deed: Pick<Deed, 'tx' | 'actor' | 'recordedAt'>,
  dataDir: string,
  file: NewFile,
): Promise<StoredFile> {
  if (file.bytes.length === 0) throw new Refusal('files:refusals.empty', {}, 422);
  if (file.bytes.length > FILE_LIMIT_MB * 1024 * 1024) {
    throw new Refusal('files:refusals.tooLarge', { limit: FILE_LIMIT_MB }, 413);
  }
  const kind = await detectType(file.bytes);
  if (kind === undefined) throw new Refusal('files:refusals.unknownType', {}, 415);
  const stored: StoredFile = {
    id: uuid(),
    name: safeName(file.name, kind),
    type: FILE_TYPES[kind],
    size: file.bytes.length,
    sha256: await storeUnderLock(deed.tx, dataDir, file.bytes),
    stored_at: deed.recordedAt,
    case_id: file.caseId ?? null,
    uploaded_by: deed.actor.staffId,
    uploaded_by_account: deed.actor.resident?.accountId ?? null,
  };
  await insertFile(deed.tx, stored);
  return stored;
}

/** An upload that nothing used in two days was given up. */
function unusedUntil(storedAt: Date): Date {
  return new Date(storedAt.getTime() + 2 * 24 * 3600 * 1000);
}

/** Whoever cleans a content away waits until the row of this one stands, and then leaves it. */
async function storeUnderLock(tx: Transaction, dataDir: string, bytes: Buffer): Promise<Buffer> {
  const sha256 = hashOf(bytes);
  await sql`select pg_advisory_xact_lock_shared(${lockOf(sha256)}::bigint)`.execute(tx);
  return storeBytes(dataDir, bytes);
}

function uploadedBy({ staffId, resident }: Actor): RawBuilder<boolean> {
  return sql`uploaded_by is not distinct from ${staffId}::uuid
    and uploaded_by_account is not distinct from ${resident?.accountId ?? null}::uuid`;
}

/** Something that is no case (a draft) keeps an own upload until a day; refuses what is another's. */
export async function keepUntil(
  deed: Pick<Deed, 'tx' | 'actor'>,
  fileId: string,
  until: Date,
): Promise<void> {
  const result = await sql`
    update kernel.files set kept_until = ${until}
     where id = ${fileId} and case_id is null and ${uploadedBy(deed.actor)}`.execute(deed.tx);
  if (result.numAffectedRows !== 1n) throw notFound('files:refusals.noSuchFile');
}

async function insertFile(tx: Transaction, file: StoredFile): Promise<void> {
  await sql`
    insert into kernel.files
      (id, name, type, size, sha256, stored_at, case_id, uploaded_by, uploaded_by_account, kept_until)
    values (${file.id}, ${file.name}, ${file.type}, ${file.size}, ${file.sha256}, ${file.stored_at}, ${file.case_id},
            ${file.uploaded_by}, ${file.uploaded_by_account}, ${file.case_id === null ? unusedUntil(file.stored_at) : null})`.execute(
    tx,
  );
}

/** A name to show and to save under: no folders, no control or direction signs, the ending of what the file is. */
export function safeName(name: string, ending: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? '';
  const plain = last
    .normalize('NFC')
    .replace(/[\p{C}\s<>:"|?*]+/gu, ' ')
    .trim();
  const stem = plain
    .replace(/\.[\p{L}\p{N}]{1,5}$/u, '')
    .replace(/^[.\s]+/, '')
    .slice(0, 120);
  return `${stem === '' ? 'file' : stem}.${ending}`;
}

/**
 * Ties an uploaded file to a case. Only who uploaded it may, and once; otherwise a known id would open
 * another's paper through one's own case.
 */
export async function attachFile(
  deed: Pick<Deed, 'tx' | 'actor'>,
  fileId: string,
  caseId: string,
): Promise<void> {
  const result = await sql`
    update kernel.files set case_id = ${caseId}, kept_until = null
     where id = ${fileId} and ${uploadedBy(deed.actor)}
       and (case_id is null or case_id = ${caseId})`.execute(deed.tx);
  if (result.numAffectedRows !== 1n) throw notFound('files:refusals.noSuchFile');
}

export async function findFilesOfCase(tx: Transaction, caseId: string): Promise<readonly StoredFile[]> {
  const result = await sql<StoredFile>`
    select ${COLUMNS} from kernel.files
     where case_id = ${caseId} order by stored_at, id`.execute(tx);
  return result.rows;
}

export async function getFile(tx: Transaction, id: string): Promise<StoredFile> {
  const result = await sql<StoredFile>`
    select ${COLUMNS} from kernel.files where id = ${id}`.execute(tx);
  const file = result.rows[0];
  if (file === undefined) throw notFound('files:refusals.noSuchFile');
  return file;
}

/** Opens a file for reading. Says nothing of who may: ask `mayOpenFile`. Throws `Refusal` 404. */
export async function openFile(
  tx: Transaction,
  dataDir: string,
  id: string,
): Promise<{ readonly file: StoredFile; readonly bytes: NodeJS.ReadableStream }> {
  const file = await getFile(tx, id);
  const path = pathOf(dataDir, file.sha256);
  // A row whose bytes are gone is told before the answer begins.
  const found = await stat(path).catch(() => undefined);
  if (found?.size !== file.size) throw notFound('files:refusals.bytesMissing');
  return { file, bytes: createReadStream(path) };
}

/**
 * Everyone may open what they uploaded; staff the papers too of a case that their unit holds, executes or registered;
 * the front office, its head and the auditor may open those of every case.
 */
export async function mayOpenFile(tx: Transaction, actor: Actor, file: StoredFile): Promise<boolean> {
  if (actor.resident !== null) return file.uploaded_by_account === actor.resident.accountId;
  if (actor.staffId === null) return false;
  if (file.uploaded_by === actor.staffId) return true;
  if (file.case_id === null) return hasRole(actor, 'registrar') && (await isOfIncomingLetter(tx, file.id));
  if (hasRole(actor, 'administrator', 'registrar', 'head', 'auditor')) return true;
  const result = await sql`
    select from kernel.cases
     where id = ${file.case_id} and (${actor.unitId}::uuid in (unit_id, holder_unit_id) or executor_id = ${actor.staffId})`.execute(
    tx,
  );
  return result.rows.length > 0;
}

async function isOfIncomingLetter(tx: Transaction, fileId: string): Promise<boolean> {
  const { rows } = await sql`
    select from kernel.incoming_letters where source_file_id = ${fileId}
    union all select from kernel.incoming_attachments where file_id = ${fileId}`.execute(tx);
  return rows.length > 0;
}
