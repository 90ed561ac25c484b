import { sql } from 'kysely';
import { v7 as uuid } from 'uuid';
import type { Database, Transaction } from '../../database/database.ts';
import { detectType, FILE_TYPES } from '../../files/detect-type.ts';
import { FILE_LIMIT_MB, safeName } from '../../files/files.ts';
import { storeBytes } from '../../files/store-bytes.ts';
import { type LetterAttachment, MAX_ATTACHMENTS, type ReadLetter } from './read-letter.ts';

/** A letter in a mailbox. */
export interface LetterPlace {
  readonly mailbox: string;
  readonly uidValidity: number;
  readonly uid: number;
  readonly receivedAt: Date;
  readonly size: number;
}

export type FetchedLetter =
  | { readonly trouble: null; readonly source: Buffer; readonly letter: ReadLetter }
  | { readonly trouble: 'unreadable'; readonly source: Buffer; readonly letter: null }
  | {
      readonly trouble: 'too-large';
      readonly source: null;
      readonly letter: Pick<ReadLetter, 'fromName' | 'fromAddress' | 'subject' | 'messageId'>;
    };

interface KeptFile {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly size: number;
  readonly sha256: Buffer;
}

/** Keeps a letter with its papers in one transaction. Harmless when it is there already. */
export async function keepLetter(
  database: Database,
  dataDir: string,
  place: LetterPlace,
  { trouble, source, letter }: FetchedLetter,
  now: Date,
): Promise<void> {
  // Bytes first: a killed process leaves bytes that no row names, never a row without bytes.
  const original = source === null ? null : await keepSource(dataDir, source);
  const whole = trouble === null ? letter : null;
  const papers = await Promise.all((whole?.attachments ?? []).map((paper) => keepPaper(dataDir, paper)));
  await database.transaction().execute(async (tx) => {
    const id = uuid();
    if (original !== null) await insertFile(tx, original, now);
    const { numAffectedRows } = await sql`
      insert into kernel.incoming_letters
        (id, mailbox, uid_validity, uid, message_id, from_name, from_address, subject, body, received_at,
         fetched_at, size, source_file_id, trouble)
      values (${id}, ${place.mailbox}, ${place.uidValidity}, ${place.uid}, ${letter?.messageId ?? null},
        ${letter?.fromName ?? null}, ${letter?.fromAddress ?? null}, ${letter?.subject ?? null},
        ${whole?.body ?? null}, ${place.receivedAt}, ${now}, ${place.size}, ${original?.id ?? null}, ${trouble})
      on conflict on constraint incoming_letters_once do nothing`.execute(tx);
    if (numAffectedRows === 0n) return;
    for (const [index, { name, size, file, refused }] of papers.entries()) {
      if (file !== null) await insertFile(tx, file, now);
      await sql`
        insert into kernel.incoming_attachments (letter_id, no, name, size, file_id, refused)
        values (${id}, ${index + 1}, ${name}, ${size}, ${file?.id ?? null}, ${refused})`.execute(tx);
    }
    await noteTheRest(tx, id, whole?.attachmentCount ?? 0);
  });
}

/** One line for all that were too many: a bomb must not fill a table either. */
async function noteTheRest(tx: Transaction, letterId: string, count: number): Promise<void> {
  if (count <= MAX_ATTACHMENTS) return;
  await sql`
    insert into kernel.incoming_attachments (letter_id, no, name, size, refused)
    values (${letterId}, ${MAX_ATTACHMENTS + 1}, ${`+${count - MAX_ATTACHMENTS}`}, 0, 'too-many')`.execute(
    tx,
  );
}

async function keepSource(dataDir: string, source: Buffer): Promise<KeptFile> {
  const sha256 = await storeBytes(dataDir, source);
  return { id: uuid(), name: 'letter.eml', type: 'message/rfc822', size: source.length, sha256 };
}

async function keepPaper(dataDir: string, { name, bytes }: LetterAttachment) {
  const refuse = (refused: 'empty' | 'too-large' | 'unknown-type') => ({
    name,
    size: bytes.length,
    file: null,
    refused,
  });
  if (bytes.length === 0) return refuse('empty');
  if (bytes.length > FILE_LIMIT_MB * 1024 * 1024) return refuse('too-large');
  const kind = await detectType(bytes);
  if (kind === undefined) return refuse('unknown-type');
  const sha256 = await storeBytes(dataDir, bytes);
  const file: KeptFile = {
    id: uuid(),
    name: safeName(name, kind),
    type: FILE_TYPES[kind],
    size: bytes.length,
    sha256,
  };
  return { name: file.name, size: bytes.length, file, refused: null };
}

async function insertFile(tx: Transaction, file: KeptFile, now: Date): Promise<void> {
  await sql`
    insert into kernel.files (id, name, type, size, sha256, stored_at)
    values (${file.id}, ${file.name}, ${file.type}, ${file.size}, ${file.sha256}, ${now})`.execute(tx);
}
