import { toEpochDay } from '../calendar/epoch-day.ts';
import type { Message } from '../calendar/message.ts';

export type Urgency = 'overdue' | 'today' | 'soon' | 'later';

/** From how many days before the end a term burns. */
export const SOON_DAYS = 3;

/** Calendar days from today to the last day: 0 on it and after it. */
export function daysLeft(today: string, due: string): number {
  return Math.max(0, toEpochDay(due) - toEpochDay(today));
}

/** Calendar days since the last day: 0 on it and before it. */
export function daysOverdue(today: string, due: string): number {
  return Math.max(0, toEpochDay(today) - toEpochDay(due));
}

export function urgency(today: string, due: string): Urgency {
  if (daysOverdue(today, due) > 0) return 'overdue';
  const left = daysLeft(today, due);
  if (left === 0) return 'today';
  return left <= SOON_DAYS ? 'soon' : 'later';
}

/** «лишилось 3 дні», «прострочено на 2 дні»; `due: null` is a clock that stands. */
export function describeTerm(today: string, due: string | null): Message {
  if (due === null) return { key: 'clock:left.standing', params: {} };
  switch (urgency(today, due)) {
    case 'overdue':
      return { key: 'clock:left.overdue', params: { count: daysOverdue(today, due) } };
    case 'today':
      return { key: 'clock:left.today', params: {} };
    case 'soon':
    case 'later':
      return { key: 'clock:left.days', params: { count: daysLeft(today, due) } };
  }
}
