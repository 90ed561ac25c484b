import { formatDate, formatTime, formatWeekday } from '../../kernel/calendar/kyiv-time.ts';
import type { Locale, Translate } from '../../kernel/i18n/translate.ts';
import type { Tone } from '../../kernel/page/components/tags.tsx';
import type { VisitState } from './reception.ts';

export const STATE_TONES: Readonly<Record<VisitState, Tone>> = {
  booked: 'waiting',
  came: 'done',
  'no-show': 'plain',
  cancelled: 'plain',
  'not-recorded': 'late',
};

interface Rule {
  readonly weekday: number | null;
  readonly week: number;
  readonly onDay: string | null;
  readonly from: string;
  readonly to: string;
}

/** «перший понеділок місяця, 09:00–12:00», «5 березня 2026 року, 09:00–12:00». */
export function ruleWords({ weekday, week, onDay, from, to }: Rule, t: Translate, locale: Locale): string {
  const hours = `${from}–${to}`;
  if (weekday === null) return `${formatDate(onDay ?? '', locale)}, ${hours}`;
  const day = t(`reception:weekdays.${weekday}`);
  return `${week === 0 ? t('reception:everyWeek', { day }) : t(`reception:weeks.${week}`, { day })}, ${hours}`;
}

/** «5 березня 2026, четвер, 09:20». */
export function momentWords(startsAt: string, locale: Locale): string {
  const at = new Date(startsAt);
  return `${formatDate(at, locale)}, ${formatWeekday(at, locale)}, ${formatTime(at)}`;
}
