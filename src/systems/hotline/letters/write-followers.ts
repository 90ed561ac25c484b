import { join } from 'node:path';
import { sql } from 'kysely';
import type { Deed } from '../../../kernel/actions/define.ts';
import { formatDate } from '../../../kernel/calendar/kyiv-time.ts';
import { letterWords } from '../../../kernel/letters/letter-words.ts';
import { queueLetter } from '../../../kernel/letters/queue-letter.ts';

const FOLDER = join(import.meta.dirname, '..');

interface Filed {
  readonly caseId: string;
  readonly number: string;
  readonly trackingCode: string;
  readonly dueOn: string | null;
}

/** Number, code and the last day to whoever left an e-mail, so that the screen may be closed. */
export async function writeFiled(deed: Deed, filed: Filed, email: string): Promise<void> {
  if (deed.imported || email === '') return;
  const t = await letterWords(FOLDER);
  const { number, trackingCode: code, dueOn } = filed;
  const due = dueOn === null ? '–' : formatDate(dueOn, 'uk');
  await queueLetter(deed, {
    to: email,
    subject: t('hotline:letters.filed.subject', { number }),
    text: t('hotline:letters.filed.text', { number, code, due }),
    about: { kind: 'case', id: filed.caseId },
  });
}

/** What became of a ticket that its people are told of, by `hotline:letters.<name>`. */
export type News = 'done' | 'refused' | 'reopened' | 'confirmed';

export function newsOf(before: string, state: string): News | null {
  if (before === 'done' && state === 'in-work') return 'reopened';
  return state === 'done' || state === 'refused' || state === 'confirmed' ? state : null;
}

/** To the author and to the neighbours who joined, once an address; the neighbours' letter holds no code. */
export async function writeFollowers(
  deed: Deed,
  about: { readonly id: string; readonly number: string },
  news: News,
): Promise<void> {
  if (deed.imported) return;
  const { rows } = await sql<{ email: string; title: string; words: string }>`
    select distinct on (lower(f.email)) f.email, c.title, coalesce(t.done_words, '') as words
      from hotline.tickets t
      join kernel.cases c on c.id = t.case_id
      left join kernel.applicants a on a.id = c.applicant_id
      cross join lateral (
        select a.email where a.email <> ''
        union all select j.email from hotline.joiners j where j.case_id = t.case_id and j.email <> '') f
     where t.case_id = ${about.id} order by lower(f.email)`.execute(deed.tx);
  if (rows.length === 0) return;
  const t = await letterWords(FOLDER);
  for (const { email, title, words } of rows) {
    const params = { number: about.number, title, words };
    await queueLetter(deed, {
      to: email,
      subject: t(`hotline:letters.${news}.subject`, params),
      text: t(`hotline:letters.${news}.text`, params),
      about: { kind: 'case', id: about.id },
    });
  }
}
