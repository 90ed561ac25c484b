import { toEpochDay } from '../../calendar/epoch-day.ts';
import { formatDate, kyivDate } from '../../calendar/kyiv-time.ts';
import { usePage } from '../page-context.tsx';

export interface DueBadgeProps {
  /** ISO date of the last day. */
  readonly dueOn: string;
  /** The work is finished: only the date stands, nothing burns. */
  readonly finished?: boolean;
}

/** «лишилося 3 дні · 24 листопада 2026»; red only when late. */
export function DueBadge({ dueOn, finished }: DueBadgeProps) {
  const { t, now, locale } = usePage();
  const date = <time dateTime={dueOn}>{formatDate(dueOn, locale)}</time>;
  if (finished) return <span class="due">{date}</span>;
  const days = toEpochDay(dueOn) - toEpochDay(kyivDate(now));
  const left =
    days === 0
      ? t('page:due.today')
      : t(days > 0 ? 'page:due.left' : 'page:due.late', { count: Math.abs(days) });
  return (
    <span class="due" data-due={dueness(days)}>
      <span class="due-left">{left}</span> <span class="due-date">· {date}</span>
    </span>
  );
}

function dueness(days: number): 'late' | 'today' | 'ahead' {
  if (days < 0) return 'late';
  return days === 0 ? 'today' : 'ahead';
}
