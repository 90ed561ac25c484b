import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import {
  formatDate,
  formatDateTime,
  formatTime,
  formatWeekday,
  kyivDate,
  kyivInstant,
  kyivTime,
} from './kyiv-time.ts';

const ZONE = 'Europe/Kyiv';
const moment = fc.date({
  min: new Date('1995-01-01T00:00:00Z'),
  max: new Date('2045-01-01T00:00:00Z'),
  noInvalidDate: true,
});

describe('Kyiv', () => {
  it('date and time of any moment agree with Temporal', () => {
    fc.assert(
      fc.property(moment, (at) => {
        const zoned = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(ZONE);
        expect(kyivDate(at)).toBe(zoned.toPlainDate().toString());
        expect(kyivTime(at)).toBe(zoned.toPlainTime().toString().slice(0, 5));
      }),
    );
  });

  it('the moment of any wall time agrees with Temporal, at changes of the clocks too', () => {
    const nearChange = fc.constantFrom('2020-03-29', '2020-10-25', '2024-03-31', '2024-10-27');
    const anyDate = fc.oneof(
      moment.map((at) => at.toISOString().slice(0, 10)),
      nearChange,
    );
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 0, max: 1439 }), (date, minute) => {
        const plain = Temporal.PlainDate.from(date).toPlainDateTime().add({ minutes: minute });
        const time = plain.toPlainTime().toString().slice(0, 5);
        expect(kyivInstant(date, time).getTime()).toBe(plain.toZonedDateTime(ZONE).epochMilliseconds);
      }),
      { numRuns: 500 },
    );
  });

  it('24:00 is the midnight that ends the day', () => {
    expect(kyivInstant('2020-09-19', '24:00')).toEqual(kyivInstant('2020-09-20', '00:00'));
  });

  it.each([
    ['2020-02-30', '10:00'],
    ['2020-02-03', '25:00'],
    ['2020-02-03', '9:00'],
  ])('refuses %s %s', (date, time) => {
    expect(() => kyivInstant(date, time)).toThrow(RangeError);
  });

  it('refuses an invalid moment', () => {
    expect(() => kyivDate(new Date(Number.NaN))).toThrow(RangeError);
  });
});

describe('what people read', () => {
  it('dates, times and weekdays in both languages', () => {
    const at = new Date('2020-09-19T11:05:00Z');
    expect(formatDate('2020-09-19', 'uk')).toBe('19 вересня 2020');
    expect(formatDate(at, 'en')).toBe('19 September 2020');
    expect(formatDateTime(at, 'uk')).toBe('19 вересня 2020, 14:05');
    expect(formatTime(at)).toBe('14:05');
    expect(formatWeekday('2020-09-19', 'uk')).toBe('субота');
    expect(formatWeekday(at, 'en')).toBe('Saturday');
  });

  it('a late evening in UTC is the next day in Kyiv', () => {
    expect(formatDate(new Date('2020-12-31T22:30:00Z'), 'uk')).toBe('1 січня 2021');
  });
});
