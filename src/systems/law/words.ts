import { formatDate } from '../../kernel/calendar/kyiv-time.ts';
import type { Hours } from '../../kernel/calendar/reception-calendar.ts';
import type { Locale, Translate } from '../../kernel/i18n/translate.ts';
import type { RuleView } from './term-store.ts';

/** Codes that the house itself lays down; a city's own code is told as it is. */
const NAMED = [
  'administrative-service',
  'collegial-decision',
  'leave-without-motion',
  'administrative-complaint',
  'pass-to-provider',
  'tell-result',
  'keep-result',
  'appeal',
  'appeal-simple',
  'appeal-forward',
  'appeal-return',
  'deputy-appeal',
  'deputy-inquiry',
  'local-deputy-appeal',
  'advocate-request',
  'hotline-emergency',
  'hotline-urgent',
  'hotline-ordinary',
];

/** Rules that a resident may want to count, in the order of the list. */
export const PUBLIC_RULES = [
  'administrative-service',
  'collegial-decision',
  'administrative-complaint',
  'keep-result',
  'appeal',
] as const;

export function ruleName(code: string, t: Translate): string {
  return NAMED.includes(code) ? t(`law:rules.${code}`) : code;
}

/** Offices whose hours mean more than the opening of a door have a name. */
const NAMED_HALLS = ['main', 'papers'];

export function hallName(hall: string, t: Translate): string {
  return NAMED_HALLS.includes(hall) ? t(`law:reception.hallNames.${hall}`) : hall;
}

/** «30 календарних днів». */
export function lengthOf({ value, unit }: Pick<RuleView, 'value' | 'unit'>, t: Translate): string {
  return t(`law:length.${unit}`, { count: value });
}

/** «з 15 грудня 2023», «7 жовтня 2012 – 14 грудня 2023». */
export function validity(
  { validFrom, validTo }: { readonly validFrom: string; readonly validTo: string | null },
  t: Translate,
  locale: Locale,
): string {
  const from = formatDate(validFrom, locale);
  return validTo === null
    ? t('law:validity.since', { from })
    : t('law:validity.between', { from, to: formatDate(validTo, locale) });
}

/** «08:00–17:00», «08:00–12:00, 13:00–17:00», or that it is closed. */
export function hoursWords(hours: readonly Hours[], t: Translate): string {
  if (hours.length === 0) return t('law:hours.closed');
  return hours.map(({ from, to }) => `${from}–${to}`).join(', ');
}
