import { expect, test } from 'vitest';
import { visitCalendar } from './visit-calendar.ts';

test('a visit in a calendar: its moment in UTC, escaped words, lines of at most 75 octets that fold back', () => {
  const summary = 'Візит: декларування місця проживання, зняття; «дуже довга назва послуги» \\ друга';
  const text = visitCalendar({
    code: 'K3M97XQA',
    startsAt: new Date('2026-03-02T07:00:00Z'),
    endsAt: new Date('2026-03-02T07:20:00Z'),
    summary,
    description: 'рядок\nдругий',
    location: 'Зал, вул. Дослідна, 1',
    page: 'https://city.example/booking/K3M97XQA',
    writtenAt: new Date('2026-02-20T10:11:12Z'),
  });
  const lines = text.split('\r\n');
  expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
  const whole = text.replaceAll('\r\n ', '');
  expect(whole).toContain('DTSTART:20260302T070000Z\r\nDTEND:20260302T072000Z');
  expect(whole).toContain(`SUMMARY:${summary.replaceAll(/[\\;,]/g, '\\$&')}`);
  expect(whole).toContain('DESCRIPTION:рядок\\nдругий');
  expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
  expect(text).not.toContain('�');
});
