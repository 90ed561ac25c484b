import { formatDateTime, formatTime, kyivDate } from '../../kernel/calendar/kyiv-time.ts';
import type { Locale } from '../../kernel/i18n/translate.ts';
import type { Tone } from '../../kernel/page/components/tags.tsx';
import { STATES, TICKET, type TicketState } from './ticket.ts';

const TONES: Readonly<Record<TicketState, Tone>> = {
  new: 'waiting',
  'in-work': 'going',
  done: 'done',
  confirmed: 'done',
  refused: 'plain',
};

export function stateName(state: string, locale: Locale): string {
  return TICKET.states[state]?.[locale] ?? state;
}

export function stateTone(state: string): Tone {
  const known = STATES.find((one) => one === state);
  return known === undefined ? 'plain' : TONES[known];
}

/** «23:35» today, «22 листопада 2026, 10:00» on another day. */
export function untilWords(until: Date, now: Date, locale: Locale): string {
  return kyivDate(until) === kyivDate(now) ? formatTime(until) : formatDateTime(until, locale);
}

export function topicName(topic: { readonly name: string; readonly nameEn: string }, locale: Locale): string {
  return locale === 'en' ? topic.nameEn : topic.name;
}
