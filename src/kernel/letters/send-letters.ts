import { sql } from 'kysely';
import { createTransport } from 'nodemailer';
import type { Database } from '../database/database.ts';
import type { Job } from '../jobs/job.ts';

export interface Mail {
  /** `smtp://user:password@host:587`; left out = letters wait, see `lettersState`. */
  readonly smtpUrl: string | undefined;
  /** Sender's address; left out = `no-reply@<host of smtpUrl>`. */
  readonly from?: string | undefined;
}

interface Waiting {
  readonly id: string;
  readonly to_address: string;
  readonly subject: string;
  readonly body_text: string;
  readonly body_html: string | null;
  readonly attempts: number;
}

/** About a day and a half of tries with the pauses of `nextAttempt`. */
const MAX_ATTEMPTS = 14;
const TOGETHER = 5;
const A_RUN = 500;
/** Shorter than the pause after the first attempt, so that nobody else takes a letter being sent. */
const TIMEOUTS = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };

type Transport = ReturnType<typeof openTransport>;

/** The job that sends what waits; no job without an SMTP server. */
export function sendLettersJobs(mail: Mail): readonly Job[] {
  const { smtpUrl } = mail;
  if (smtpUrl === undefined) return [];
  const from = mail.from ?? `no-reply@${new URL(smtpUrl).hostname}`;
  return [
    {
      name: 'letters.send-letters',
      everySeconds: 5,
      run: ({ database, now }) => sendLetters(database, { smtpUrl, from, now }),
    },
  ];
}

function openTransport(smtpUrl: string) {
  return createTransport({
    url: smtpUrl,
    pool: true,
    maxConnections: TOGETHER,
    ...TIMEOUTS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
}

/** Sends all letters that are due. A letter may go twice after a crash, then with the same Message-ID. */
async function sendLetters(
  database: Database,
  { smtpUrl, from, now }: { readonly smtpUrl: string; readonly from: string; readonly now: Date },
): Promise<void> {
  const transport = openTransport(smtpUrl);
  try {
    for (let sent = 0; sent < A_RUN; sent += TOGETHER) {
      const letters = await takeLetters(database, now);
      if (letters.length === 0) return;
      await Promise.all(letters.map((letter) => sendOne(database, transport, letter, { from, now })));
    }
  } finally {
    transport.close();
  }
}

/** Counts the attempt and puts off the next before anything is sent: a crash costs a pause, not a letter. */
async function takeLetters(database: Database, now: Date): Promise<readonly Waiting[]> {
  const result = await sql<Waiting>`
    update kernel.letters set attempts = attempts + 1,
           next_attempt_at = ${now}::timestamptz + least(2 ^ attempts, 360) * interval '1 minute'
     where id in (select id from kernel.letters where next_attempt_at <= ${now}
                   order by next_attempt_at, id limit ${TOGETHER} for update skip locked)
    returning id, to_address, subject, body_text, body_html, attempts`.execute(database);
  return result.rows;
}

async function sendOne(
  database: Database,
  transport: Transport,
  letter: Waiting,
  { from, now }: { readonly from: string; readonly now: Date },
): Promise<void> {
  try {
    await transport.sendMail({
      from,
      to: { name: '', address: letter.to_address },
      subject: letter.subject,
      text: letter.body_text,
      ...(letter.body_html === null ? {} : { html: letter.body_html }),
      messageId: `<${letter.id}@${from.slice(from.lastIndexOf('@') + 1)}>`,
      // Holiday answers to a robot help nobody.
      headers: { 'Auto-Submitted': 'auto-generated' },
    });
    await sql`
      update kernel.letters set sent_at = ${now}, next_attempt_at = null, failure = null
       where id = ${letter.id}`.execute(database);
  } catch (error) {
    await noteFailure(database, letter, error);
  }
}

async function noteFailure(database: Database, letter: Waiting, error: unknown): Promise<void> {
  const isFinal = letter.attempts >= MAX_ATTEMPTS || isRefusedForGood(error);
  const failure = error instanceof Error ? error.message : String(error);
  await sql`
    update kernel.letters set failure = ${failure.slice(0, 500)},
           next_attempt_at = case when ${isFinal} then null else next_attempt_at end
     where id = ${letter.id} and sent_at is null`.execute(database);
}

/** The server's 5xx about this letter (no such mailbox). A 5xx at sign-in is ours to mend, so it is tried on. */
function isRefusedForGood(error: unknown): boolean {
  if (!(error instanceof Error) || !('responseCode' in error) || !('code' in error)) return false;
  const isAboutLetter = error.code === 'EENVELOPE' || error.code === 'EMESSAGE';
  return isAboutLetter && typeof error.responseCode === 'number' && error.responseCode >= 500;
}
