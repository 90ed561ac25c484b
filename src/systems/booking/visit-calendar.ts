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

/** RFC 5545: one event with a reminder two hours before. Lines end in CRLF and are folded at 75 octets. */
export function visitCalendar(visit: CalendarVisit): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Prozoryi ofis//Booking//UK',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:booking-${visit.code}@prozoryi-ofis`,
    `DTSTAMP:${stamp(visit.writtenAt)}`,
    `DTSTART:${stamp(visit.startsAt)}`,
    `DTEND:${stamp(visit.endsAt)}`,
    `SUMMARY:${escape(visit.summary)}`,
    `DESCRIPTION:${escape(visit.description)}`,
    `LOCATION:${escape(visit.location)}`,
    `URL:${visit.page}`,
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escape(visit.summary)}`,
    'TRIGGER:-PT2H',
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return `${lines.map(fold).join('\r\n')}\r\n`;
}

/** `20260302T080000Z`. */
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
    const room = parts.length === 0 ? MOST_OCTETS : MOST_OCTETS - 1;
    if (Buffer.byteLength(part + letter) > room) {
      parts.push(part);
      part = '';
    }
    part += letter;
  }
  return [...parts, part].join('\r\n ');
}
