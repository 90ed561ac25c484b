import { join } from 'node:path';
import type { Deed } from '../../../kernel/actions/define.ts';
import { formatDate, formatWeekday, kyivDate, kyivTime } from '../../../kernel/calendar/kyiv-time.ts';
import type { Translate } from '../../../kernel/i18n/translate.ts';
import { letterWords } from '../../../kernel/letters/letter-words.ts';
import { sendLetterAlong } from '../../../kernel/letters/queue-letter.ts';
import { getHall } from '../../queue/index.ts';
import { findService } from '../../service-catalogue/index.ts';
import type { Booking } from '../booking.ts';
import type { NewHold } from '../hold-store.ts';
import { bookingAddress } from './booking-address.ts';

type Writing = Pick<Deed, 'tx' | 'imported' | 'recordedAt' | 'sendAlong'>;

const SYSTEM = join(import.meta.dirname, '..');

/** The letter with the word that proves the address: of a hold of one's own, or of a freed visit offered. */
export async function writeConfirmLetter(
  deed: Writing,
  hold: NewHold,
  kind: 'confirm' | 'offer',
): Promise<void> {
  const { email, confirmWord, heldUntil } = hold;
  if (email === null || confirmWord === null || heldUntil === null) return;
  const t = await letterWords(SYSTEM);
  const page = bookingAddress(`/booking/${hold.code}/confirm?word=${confirmWord}`);
  const link =
    page === null
      ? t('booking:letters.findToConfirm', { code: hold.code, word: confirmWord })
      : t('booking:letters.linkToConfirm', { page, word: confirmWord });
  const facts = await factsOf(deed, t, {
    ...hold,
    service_codes: [...hold.services, ...(hold.further ?? []).flatMap((leg) => leg.services)],
    starts_at: hold.startsAt,
  });
  const until = `${formatDate(heldUntil, 'uk')}, ${kyivTime(heldUntil)}`;
  await sendLetterAlong(deed, {
    to: email,
    subject: t(`booking:letters.${kind}.subject`, facts),
    text: t(`booking:letters.${kind}.text`, { ...facts, until, link }),
    about: { kind: 'booking', id: hold.id },
  });
}

/** What became of a visit, and the day before it. Nobody is written to whose address has been erased. */
export async function writeVisitLetter(
  deed: Writing,
  booking: Booking,
  kind: 'confirmed' | 'moved' | 'cancelled' | 'reminder',
): Promise<void> {
  if (booking.email === null) return;
  const t = await letterWords(SYSTEM);
  const page = bookingAddress(`/booking/${booking.code}`);
  const link =
    page === null ? t('booking:letters.find', { code: booking.code }) : t('booking:letters.link', { page });
  const facts = await factsOf(deed, t, booking);
  await sendLetterAlong(deed, {
    to: booking.email,
    subject: t(`booking:letters.${kind}.subject`, facts),
    text: t(`booking:letters.${kind}.text`, { ...facts, code: booking.code, link }),
    about: { kind: 'booking', id: booking.id },
  });
}

async function factsOf(
  { tx }: Writing,
  t: Translate,
  visit: Pick<Booking, 'hall' | 'service_codes' | 'starts_at' | 'people'>,
) {
  const hall = await getHall(tx, visit.hall);
  const on = kyivDate(visit.starts_at);
  const services: string[] = [];
  const documents: string[] = [];
  for (const code of visit.service_codes) {
    const service = await findService(tx, code, on);
    services.push(service?.name ?? code);
    documents.push(...(service?.documents ?? []));
  }
  return {
    service: services.join('; '),
    day: formatDate(on, 'uk'),
    weekday: formatWeekday(on, 'uk'),
    time: kyivTime(visit.starts_at),
    place: `${hall.name}, ${hall.address}`,
    people: t('booking:people', { count: visit.people }),
    documents: [...new Set(documents)].map((one) => `• ${one}`).join('\n'),
  };
}
