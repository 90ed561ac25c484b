import { buffer } from 'node:stream/consumers';
import { ImapFlow } from 'imapflow';
import { sql } from 'kysely';
import type { Database } from '../../database/database.ts';
import type { Job } from '../../jobs/job.ts';
import { type FetchedLetter, keepLetter, type LetterPlace } from './keep-letter.ts';
import { readLetter } from './read-letter.ts';

/** Megabytes of a letter; beyond them only its head is taken, and a person opens it in the mailbox. */
export const LETTER_LIMIT_MB = 50;
/** Letters of one look; the rest come with the next. */
const A_LOOK = 200;

export interface Inbox {
  /** `imaps://user:password@host/folder`; the folder is INBOX where it is left out. */
  readonly url: string;
  readonly dataDir: string;
}

/** The job that looks into a mailbox each minute. */
export function fetchLettersJob(inbox: Inbox): Job {
  return {
    name: `letters.fetch-letters ${mailboxOf(inbox.url)}`,
    everySeconds: 60,
    run: ({ database, now }) => fetchLetters(database, inbox, now),
  };
}

function mailboxOf(url: string): string {
  const { username, hostname } = new URL(url);
  return `${decodeURIComponent(username)}@${hostname}/${folderOf(url)}`;
}

function folderOf(url: string): string {
  const folder = decodeURIComponent(new URL(url).pathname.slice(1));
  return folder === '' ? 'INBOX' : folder;
}

/** Takes what is new, oldest first. A letter is marked as seen only when it is kept, and never deleted. */
export async function fetchLetters(database: Database, { url, dataDir }: Inbox, now: Date): Promise<void> {
  const client = openClient(url);
  await client.connect();
  try {
    const { uidValidity } = await client.mailboxOpen(folderOf(url));
    const place = { mailbox: mailboxOf(url), uidValidity: Number(uidValidity) };
    const last = await findLast(database, place);
    for (const letter of await listNew(client, last)) {
      const at: LetterPlace = { ...place, ...letter, receivedAt: earlier(letter.receivedAt, now) };
      await keepLetter(database, dataDir, at, await fetchLetter(client, letter), now);
      await client.messageFlagsAdd(`${letter.uid}`, ['\\Seen'], { uid: true });
    }
  } finally {
    await client.logout().catch(() => client.close());
  }
}

function openClient(url: string): ImapFlow {
  const { protocol, hostname, port, username, password } = new URL(url);
  const secure = protocol === 'imaps:';
  return new ImapFlow({
    host: hostname,
    port: port === '' ? (secure ? 993 : 143) : Number(port),
    secure,
    auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
    logger: false,
    socketTimeout: 60_000,
  });
}

async function findLast(
  database: Database,
  { mailbox, uidValidity }: Pick<LetterPlace, 'mailbox' | 'uidValidity'>,
): Promise<number> {
  const { rows } = await sql<{ last: number }>`
    select coalesce(max(uid), 0) as last from kernel.incoming_letters
     where mailbox = ${mailbox} and uid_validity = ${uidValidity}`.execute(database);
  return rows[0]?.last ?? 0;
}

interface NewLetter {
  readonly uid: number;
  readonly size: number;
  readonly receivedAt: Date;
  readonly head: Extract<FetchedLetter, { trouble: 'too-large' }>['letter'];
}

async function listNew(client: ImapFlow, last: number): Promise<readonly NewLetter[]> {
  const found: NewLetter[] = [];
  const what = { uid: true, size: true, internalDate: true, envelope: true };
  for await (const { uid, size = 0, internalDate, envelope } of client.fetch(`${last + 1}:*`, what, {
    uid: true,
  })) {
    // `n:*` names the last letter even where its number is below n.
    if (uid <= last) continue;
    const [sender] = envelope?.from ?? [];
    found.push({
      uid,
      size,
      receivedAt: new Date(internalDate ?? 0),
      head: {
        messageId: envelope?.messageId ?? null,
        fromName: sender?.name ?? null,
        fromAddress: sender?.address ?? null,
        subject: envelope?.subject ?? null,
      },
    });
  }
  return found.toSorted((a, b) => a.uid - b.uid).slice(0, A_LOOK);
}

async function fetchLetter(client: ImapFlow, { uid, size, head }: NewLetter): Promise<FetchedLetter> {
  if (size > LETTER_LIMIT_MB * 1024 * 1024) return { trouble: 'too-large', source: null, letter: head };
  const { content } = await client.download(`${uid}`, undefined, { uid: true });
  // Somebody deleted it between the list and here: nothing of it is left but the head.
  if (content === undefined) return { trouble: 'too-large', source: null, letter: head };
  const source = await buffer(content);
  try {
    return { trouble: null, source, letter: await readLetter(source) };
  } catch {
    // One letter that nobody can read must not stop the mail behind it.
    return { trouble: 'unreadable', source, letter: null };
  }
}

function earlier(one: Date, other: Date): Date {
  return one < other ? one : other;
}
