import { join } from 'node:path';
import type { Deed } from '../../../kernel/actions/define.ts';
import { formatDate, formatWeekday, kyivDate, kyivTime } from '../../../kernel/calendar/kyiv-time.ts';
import { letterWords } from '../../../kernel/letters/letter-words.ts';
import { queueLetter } from '../../../kernel/letters/queue-letter.ts';
import type { Visit } from '../visit-store.ts';

const SYSTEM = join(import.meta.dirname, '..');

/** What became of a visit; nobody is written to who gave no address. */
export async function writeVisitLetter(
  deed: Pick<Deed, 'tx' | 'imported' | 'recordedAt'>,
  visit: Visit,
  kind: 'booked' | 'moved' | 'reminder' | 'cancelled' | 'closed',
): Promise<void> {
  if (deed.imported || visit.email === '') return;
  const t = await letterWords(SYSTEM);
  const on = kyivDate(visit.startsAt);
  const words = {
    leader: visit.leader,
    position: visit.position,
    day: formatDate(on, 'uk'),
    weekday: formatWeekday(on, 'uk'),
    time: kyivTime(visit.startsAt),
    place: visit.place,
    code: visit.code,
  };
  await queueLetter(deed, {
    to: visit.email,
    subject: t(`reception:letters.${kind}.subject`, words),
    text: t(`reception:letters.${kind}.text`, words),
    about: { kind: 'reception-visit', id: visit.id },
  });
}
