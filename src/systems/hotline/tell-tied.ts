import { join } from 'node:path';
import { sql } from 'kysely';
import { v7 as uuid } from 'uuid';
import type { Deed } from '../../kernel/actions/define.ts';
import { letterWords } from '../../kernel/letters/letter-words.ts';
import { queueLetter } from '../../kernel/letters/queue-letter.ts';
import { advanceTicket } from './ticket-store.ts';

const HOUR_MS = 3_600_000;

interface Tied {
  readonly caseId: string;
  readonly number: string;
  readonly phone: string;
  readonly name: string;
  readonly email: string | null;
}

/**
 * Authors of open tickets learn that the event is over: by letter, or by a call-back where only a telephone is
 * known, once a number. The ticket itself stays with its body, which reports what was done at this address.
 */
export async function tellTied(
  deed: Deed,
  event: { readonly id: string; readonly title: string },
  result: string,
): Promise<number> {
  const { rows } = await sql<Tied>`
    select t.case_id as "caseId", c.number, t.phone, coalesce(a.name, '') as name, a.email
      from hotline.tickets t
      join kernel.cases c on c.id = t.case_id
      left join kernel.applicants a on a.id = c.applicant_id
     where t.event_id = ${event.id} and c.is_open order by t.case_id`.execute(deed.tx);
  const called = new Set<string>();
  for (const tied of rows) {
    await advanceTicket(deed, tied.caseId, () => ({ event: 'event-ended', data: { eventId: event.id } }));
    if (deed.imported) continue;
    if (tied.email !== null && tied.email !== '')
      await writeAuthor(deed, tied, tied.email, event.title, result);
    else if (tied.phone !== '' && !called.has(tied.phone)) {
      called.add(tied.phone);
      await callAuthor(deed, tied, event.title, result);
    }
  }
  return rows.length;
}

const words = () => letterWords(join(import.meta.dirname));

async function writeAuthor(
  deed: Deed,
  { caseId, number }: Tied,
  to: string,
  title: string,
  result: string,
): Promise<void> {
  const t = await words();
  const params = { number, title, result };
  await queueLetter(deed, {
    to,
    subject: t('hotline:letters.eventEnded.subject', params),
    text: t('hotline:letters.eventEnded.text', params),
    about: { kind: 'case', id: caseId },
  });
}

async function callAuthor(deed: Deed, tied: Tied, title: string, result: string): Promise<void> {
  const t = await words();
  const about = t('hotline:letters.eventEnded.call', { number: tied.number, title, result });
  await sql`
    insert into hotline.call_backs (id, case_id, phone, caller, about, due_at)
    values (${uuid()}, ${tied.caseId}, ${tied.phone}, ${tied.name}, ${about},
            ${new Date(deed.now.getTime() + HOUR_MS)})`.execute(deed.tx);
}
