import type { StopView } from './stop-input.ts';

/** RFC 5545: the timetable to subscribe to; a cancelled stop is told as cancelled. Lines are folded at 75 octets. */
export function stopCalendar(
  stops: readonly StopView[],
  words: { readonly name: string; readonly page: string; readonly writtenAt: Date },
): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Prozoryi ofis//Mobile office//UK',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escape(words.name)}`,
    ...stops.flatMap((stop) => eventOf(stop, words)),
    'END:VCALENDAR',
  ];
  return `${lines.map(fold).join('\r\n')}\r\n`;
}

function eventOf(stop: StopView, { name, page, writtenAt }: { name: string; page: string; writtenAt: Date }) {
  return [
    'BEGIN:VEVENT',
    `UID:stop-${stop.id}@prozoryi-ofis`,
    `DTSTAMP:${stamp(writtenAt)}`,
    `DTSTART:${stamp(stop.startsAt)}`,
    `DTEND:${stamp(stop.endsAt)}`,
    `SUMMARY:${escape(`${name}: ${stop.settlement}`)}`,
    `LOCATION:${escape(`${stop.settlement}, ${stop.place}`)}`,
    `GEO:${stop.lat};${stop.lon}`,
    `DESCRIPTION:${escape(stop.services.map((service) => service.name).join('; '))}`,
    `URL:${page}`,
    `STATUS:${stop.cancelReason === null ? 'CONFIRMED' : 'CANCELLED'}`,
    'END:VEVENT',
  ];
}

function stamp(at: Date): string {
  return `${at.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
}

function escape(text: string): string {
  return text.replaceAll(/[\\;,]/g, '\\$&').replaceAll(/\r\n|\r|\n/g, '\\n');
}

const MOST_OCTETS = 75;

/** Cut between letters, never within one: a Cyrillic letter has two octets. */
function fold(line: string): string {
  const parts: string[] = [];
  let part = '';
  for (const letter of line) {
    if (Buffer.byteLength(part + letter) > MOST_OCTETS - (parts.length === 0 ? 0 : 1)) {
      parts.push(part);
      part = '';
    }
    part += letter;
  }
  return [...parts, part].join('\r\n ');
}
