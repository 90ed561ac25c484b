import { join } from 'node:path';
import { sql } from 'kysely';
import type { Transaction } from '../../../kernel/database/database.ts';
import { letterWords } from '../../../kernel/letters/letter-words.ts';
import { queueLetter } from '../../../kernel/letters/queue-letter.ts';
import type { FiledPart } from '../complex-store.ts';

const SYSTEM = join(import.meta.dirname, '..');

/** What the applicant reads of; being filed or taken up by a body is no news. */
const NEWS: ReadonlySet<string> = new Set(['standing', 'granted', 'refused', 'withdrawn', 'blocked']);

/** One letter for all that changed since the last one. Returns whether there was anything to tell. */
export async function writeChangedLetter(
  tx: Transaction,
  now: Date,
  { caseId, parts }: { readonly caseId: string; readonly parts: readonly FiledPart[] },
): Promise<boolean> {
  const news = parts.filter(({ state, toldState }) => state !== toldState && NEWS.has(state));
  if (news.length === 0) return false;
  const { rows } = await sql<{ email: string | null; number: string; title: string; isOpen: boolean }>`
    select a.email, c.number, c.title, c.is_open as "isOpen"
      from kernel.cases c left join kernel.applicants a on a.id = c.applicant_id where c.id = ${caseId}`.execute(
    tx,
  );
  const [found] = rows;
  if (found === undefined || found.email === null) return false;
  const t = await letterWords(SYSTEM);
  const word = (name: string, params = {}) => t(`complex-services:letters.${name}`, params);
  const { email, number, title, isOpen } = found;
  const lines = news.map((part) => word(`state.${part.state}`, { no: part.no, title: part.title }));
  const ends = [word(isOpen ? 'goesOn' : 'allDone'), word('track', { number })];
  await queueLetter(
    { tx, imported: false, recordedAt: now },
    {
      to: email,
      subject: word(isOpen ? 'changed.subject' : 'ended.subject', { number, title }),
      text: [...lines, '', ...ends].join('\n'),
      about: { kind: 'case', id: caseId },
    },
  );
  return true;
}
