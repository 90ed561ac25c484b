import { join } from 'node:path';
import { sql } from 'kysely';
import type { Deed } from '../../../kernel/actions/define.ts';
import { letterWords } from '../../../kernel/letters/letter-words.ts';
import { queueLetter } from '../../../kernel/letters/queue-letter.ts';

const SYSTEM = join(import.meta.dirname, '..');

/** A letter `letters.<name>` of the catalogue to the requester, where an address is known. */
export async function writeRequester(
  deed: Deed,
  caseId: string,
  name: string,
  params: Readonly<Record<string, string | number>> = {},
): Promise<void> {
  if (deed.imported) return;
  const { rows } = await sql<{ email: string | null; number: string; subject: string }>`
    select a.email, c.number, c.title as subject from kernel.cases c join kernel.applicants a on a.id = c.applicant_id
     where c.id = ${caseId}`.execute(deed.tx);
  const [found] = rows;
  if (found === undefined || found.email === null) return;
  const t = await letterWords(SYSTEM);
  const words = { number: found.number, subject: found.subject, ...params };
  await queueLetter(deed, {
    to: found.email,
    subject: t(`information-requests:letters.${name}.subject`, words),
    text: t(`information-requests:letters.${name}.text`, words),
    about: { kind: 'case', id: caseId },
  });
}
