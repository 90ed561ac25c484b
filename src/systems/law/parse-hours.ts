import type { Hours } from '../../kernel/calendar/reception-calendar.ts';

const PART = /^(\d{1,2})[:.](\d{2})\s*[-–—]\s*(\d{1,2})[:.](\d{2})$/;

/** «8:00–12:00, 13.00-17.00» as a person writes it; empty: closed; `null`: not readable. */
export function parseHours(text: string): Hours[] | null {
  if (text.trim() === '') return [];
  const parts = text.split(/[,;]/).map((part) => PART.exec(part.trim()));
  const hours = parts.flatMap((part) => {
    if (part === null) return [];
    const [, fromHour = '', fromMinute = '', toHour = '', toMinute = ''] = part;
    return [
      { from: `${fromHour.padStart(2, '0')}:${fromMinute}`, to: `${toHour.padStart(2, '0')}:${toMinute}` },
    ];
  });
  return hours.length === parts.length ? hours : null;
}
