import { join } from 'node:path';
import type { Deed } from '../../../kernel/actions/define.ts';
import { formatDate, formatWeekday } from '../../../kernel/calendar/kyiv-time.ts';
import { letterWords } from '../../../kernel/letters/letter-words.ts';
import { sendLetterAlong } from '../../../kernel/letters/queue-letter.ts';
import { bookingAddress } from '../letters/booking-address.ts';
import { clock } from '../slot-plan.ts';
import type { HomeVisit } from './home-visit.ts';

const SYSTEM = join(import.meta.dirname, '..');

/** What became of the request. Who left no e-mail is called by telephone: the desk shows whom. */
export async function writeHomeLetter(
  deed: Pick<Deed, 'tx' | 'imported' | 'recordedAt' | 'sendAlong'>,
  visit: HomeVisit,
  kind: 'planned' | 'declined',
): Promise<void> {
  if (visit.email === null) return;
  const t = await letterWords(SYSTEM);
  const page = bookingAddress(`/home-visits/${visit.code}`);
  const link =
    page === null
      ? t('booking:home.letters.find', { code: visit.code })
      : t('booking:home.letters.link', { page });
  const facts = {
    day: visit.day === null ? '' : formatDate(visit.day, 'uk'),
    weekday: visit.day === null ? '' : formatWeekday(visit.day, 'uk'),
    from: clock(visit.from_minute ?? 0),
    to: clock(visit.to_minute ?? 0),
    address: visit.address ?? '',
    answer: visit.answer ?? '',
    link,
  };
  await sendLetterAlong(deed, {
    to: visit.email,
    subject: t(`booking:home.letters.${kind}.subject`, facts),
    text: t(`booking:home.letters.${kind}.text`, facts),
    about: { kind: 'home-visit', id: visit.id },
  });
}
