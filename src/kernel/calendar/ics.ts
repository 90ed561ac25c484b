/** RFC 5545, as bytes go out: each property a line that ends in CRLF and is folded at 75 octets. */
export function writeCalendar(
  head: { readonly product: string; readonly name?: string },
  events: readonly (readonly string[])[],
): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//Prozoryi ofis//${head.product}//UK`,
    'METHOD:PUBLISH',
    ...(head.name === undefined ? [] : [`X-WR-CALNAME:${calendarText(head.name)}`]),
    ...events.flatMap((event) => ['BEGIN:VEVENT', ...event, 'END:VEVENT']),
    'END:VCALENDAR',
  ];
  return `${lines.map(fold).join('\r\n')}\r\n`;
}

/** `20260302T080000Z`. */
export function calendarStamp(at: Date): string {
  return `${at.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
}

/** Words of people as the value of a property. */
export function calendarText(text: string): string {
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
