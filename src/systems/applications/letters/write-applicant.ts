import { join } from 'node:path';
import { sql } from 'kysely';
import type { Deed } from '../../../kernel/actions/define.ts';
import { letterWords } from '../../../kernel/letters/letter-words.ts';
import { queueLetter } from '../../../kernel/letters/queue-letter.ts';

const SYSTEM = join(import.meta.dirname, '..');

type Params = Readonly<Record<string, string | number>>;

/** A letter `letters.<name>` of the catalogue to the applicant of a case, where an address is known. */
export async function writeApplicant(
  deed: Deed,
  about: {
    readonly id: string;
    readonly number: string;
    readonly applicantId: string | null;
    readonly parentId: string | null;
  },
  name: string,
  params: Params = {},
): Promise<void> {
  // A part's letters are the complex service's: one letter for all that changed.
  if (deed.imported || about.applicantId === null || about.parentId !== null) return;
  const { rows } = await sql<{ email: string | null; title: string }>`
    select a.email, c.title from kernel.cases c join kernel.applicants a on a.id = c.applicant_id
     where c.id = ${about.id}`.execute(deed.tx);
  const [found] = rows;
  if (found === undefined || found.email === null) return;
  const t = await letterWords(SYSTEM);
  const words = { number: about.number, service: found.title, ...params };
  await queueLetter(deed, {
    to: found.email,
    subject: t(`applications:letters.${name}.subject`, words),
    text: t(`applications:letters.${name}.text`, words),
    about: { kind: 'case', id: about.id },
  });
}
