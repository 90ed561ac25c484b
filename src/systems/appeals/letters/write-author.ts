import { sql } from 'kysely';
import { join } from 'node:path';
import type { Deed } from '../../../kernel/actions/define.ts';
import { letterWords } from '../../../kernel/letters/letter-words.ts';
import { sendLetterAlong } from '../../../kernel/letters/queue-letter.ts';

const FOLDER = join(import.meta.dirname, '..');

interface Registered {
  readonly id: string;
  readonly number: string;
  readonly index: string;
  readonly trackingCode: string;
  readonly dueOn: string | null;
  readonly email: string;
}

/** Number, index, code and the last day, so that the paper slip may get lost. */
export async function writeRegistered(deed: Deed, to: Registered): Promise<void> {
  if (deed.imported || to.email === '') return;
  const t = await letterWords(FOLDER);
  const { number, index, trackingCode, dueOn } = to;
  await sendLetterAlong(deed, {
    to: to.email,
    subject: t('appeals:letters.registered.subject', { number }),
    text: t('appeals:letters.registered.text', { number, index, code: trackingCode, dueOn: dueOn ?? '' }),
    about: { kind: 'case', id: to.id },
  });
}

type Params = Readonly<Record<string, string | number>>;

/** A letter `letters.<name>` to the author where an address is known. True: one goes. */
export async function writeAuthor(
  deed: Deed,
  about: { readonly id: string; readonly number: string; readonly applicantId: string | null },
  name: string,
  params: Params = {},
): Promise<boolean> {
  if (deed.imported || about.applicantId === null) return false;
  const { rows } = await sql<{ email: string | null }>`
    select email from kernel.applicants where id = ${about.applicantId}`.execute(deed.tx);
  const email = rows[0]?.email ?? null;
  if (email === null) return false;
  const t = await letterWords(FOLDER);
  const words = { number: about.number, ...params };
  await sendLetterAlong(deed, {
    to: email,
    subject: t(`appeals:letters.${name}.subject`, words),
    text: t(`appeals:letters.${name}.text`, words),
    about: { kind: 'case', id: about.id },
  });
  return true;
}
