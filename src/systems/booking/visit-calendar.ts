import { calendarStamp, calendarText, writeCalendar } from '../../kernel/calendar/ics.ts';

/** What a calendar needs to know of a visit. */
export interface CalendarVisit {
  readonly code: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly summary: string;
  readonly description: string;
  readonly location: string;
  readonly page: string;
  readonly writtenAt: Date;
}

/** One event with a reminder two hours before. */
export function visitCalendar(visit: CalendarVisit): string {
  const summary = calendarText(visit.summary);
  const event = [
    `UID:booking-${visit.code}@prozoryi-ofis`,
    `DTSTAMP:${calendarStamp(visit.writtenAt)}`,
    `DTSTART:${calendarStamp(visit.startsAt)}`,
    `DTEND:${calendarStamp(visit.endsAt)}`,
    `SUMMARY:${summary}`,
    `DESCRIPTION:${calendarText(visit.description)}`,
    `LOCATION:${calendarText(visit.location)}`,
    `URL:${visit.page}`,
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${summary}`,
    'TRIGGER:-PT2H',
    'END:VALARM',
  ];
  return writeCalendar({ product: 'Booking' }, [event]);
}
