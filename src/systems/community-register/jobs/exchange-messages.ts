import { mkdir, readdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import type { Database } from '../../../kernel/database/database.ts';
import type { Job } from '../../../kernel/jobs/job.ts';
import {
  type Acknowledgement,
  acknowledgementSchema,
  envelopeOf,
  type OutgoingMessage,
} from '../exchange.ts';

const SENT_AT_ONCE = 500;
const LARGEST_ANSWER = 64 * 1024;

/**
 * The exchange with ДМС by files: messages go to `<data>/exchange/dms/out`, answers are taken from
 * `in` and laid by in `in/done`, or in `in/bad` where they cannot be read. A gateway to Трембіта
 * carries the folder's files; a city without one carries them by hand.
 */
export const exchangeMessages: Job = {
  name: 'community-register.exchange-messages',
  everySeconds: 10,
  async run({ database, now, dataDir }) {
    if (dataDir === undefined) return;
    const folder = join(dataDir, 'exchange', 'dms');
    await mkdir(join(folder, 'out'), { recursive: true });
    await mkdir(join(folder, 'in', 'done'), { recursive: true });
    await mkdir(join(folder, 'in', 'bad'), { recursive: true });
    await sendMessages(database, join(folder, 'out'), now);
    await takeAnswers(database, join(folder, 'in'), now);
  },
};

async function sendMessages(database: Database, out: string, now: Date): Promise<void> {
  const { rows } = await sql<OutgoingMessage>`
    select id, kind, made_at, payload from community_register.messages
     where state = 'waiting' order by made_at, id limit ${SENT_AT_ONCE}`.execute(database);
  for (const message of rows) {
    // A file is there whole or not at all, and before its row says so.
    const path = join(out, `${message.id}.json`);
    await writeFile(`${path}.part`, envelopeOf(message), { mode: 0o600 });
    await rename(`${path}.part`, path);
    await sql`
      update community_register.messages set state = 'sent', sent_at = ${now}, sendings = sendings + 1
       where id = ${message.id} and state = 'waiting'`.execute(database);
  }
}

async function takeAnswers(database: Database, folder: string, now: Date): Promise<void> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.json')).toSorted();
  for (const name of files) {
    const answer = await readAnswer(join(folder, name));
    const isKnown = answer !== undefined && (await noteAnswer(database, answer, now));
    await rename(join(folder, name), join(folder, isKnown ? 'done' : 'bad', name));
  }
}

async function readAnswer(path: string): Promise<Acknowledgement | undefined> {
  try {
    if ((await stat(path)).size > LARGEST_ANSWER) return undefined;
    return acknowledgementSchema.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch {
    return undefined;
  }
}

/** An answer that came twice changes nothing. False: we sent no such message. */
async function noteAnswer(database: Database, answer: Acknowledgement, now: Date): Promise<boolean> {
  const { rows } = await sql`
    update community_register.messages
       set state = ${answer.state}, answer = ${answer.text}, answered_at = ${now}
     where id = ${answer.id} and state = 'sent' returning id`.execute(database);
  if (rows.length > 0) return true;
  const known = await sql`
    select from community_register.messages where id = ${answer.id} and answered_at is not null`.execute(
    database,
  );
  return known.rows.length > 0;
}
