import { calendarStamp, calendarText, writeCalendar } from '../../kernel/calendar/ics.ts';
import type { StopView } from './stop-input.ts';

interface Words {
  readonly name: string;
  readonly page: string;
  readonly writtenAt: Date;
}

/** The timetable to subscribe to; a cancelled stop is told as cancelled. */
export function stopCalendar(stops: readonly StopView[], words: Words): string {
  return writeCalendar(
    { product: 'Mobile office', name: words.name },
    stops.map((stop) => eventOf(stop, words)),
  );
}

function eventOf(stop: StopView, { name, page, writtenAt }: Words): readonly string[] {
  return [
    `UID:stop-${stop.id}@prozoryi-ofis`,
    `DTSTAMP:${calendarStamp(writtenAt)}`,
    `DTSTART:${calendarStamp(stop.startsAt)}`,
    `DTEND:${calendarStamp(stop.endsAt)}`,
    `SUMMARY:${calendarText(`${name}: ${stop.settlement}`)}`,
    `LOCATION:${calendarText(`${stop.settlement}, ${stop.place}`)}`,
    `GEO:${stop.lat};${stop.lon}`,
    `DESCRIPTION:${calendarText(stop.services.map((service) => service.name).join('; '))}`,
    `URL:${page}`,
    `STATUS:${stop.cancelReason === null ? 'CONFIRMED' : 'CANCELLED'}`,
  ];
}
