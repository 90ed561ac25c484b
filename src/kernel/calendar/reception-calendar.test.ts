import { describe, expect, it } from 'vitest';
import type { Weekday } from './epoch-day.ts';
import { kyivInstant } from './kyiv-time.ts';
import {
  isOpenAt,
  nextOpening,
  openingHours,
  openMinutes,
  type ReceptionCalendar,
  type WeeklyHours,
} from './reception-calendar.ts';
import { UKRAINE_CALENDAR } from './ukraine-holidays.ts';

const row = (weekday: Weekday, from: string, to: string): WeeklyHours => ({
  weekday,
  from,
  to,
  validFrom: '2019-01-01',
  validTo: null,
});

const kropyvnytskyi: ReceptionCalendar = {
  weekly: [
    row(1, '08:00', '17:00'),
    row(2, '08:00', '20:00'),
    row(3, '08:00', '17:00'),
    row(4, '08:00', '17:00'),
    row(5, '08:00', '16:00'),
    row(6, '08:00', '15:00'),
  ],
  closures: [{ from: '2020-03-17', to: '2020-05-12', reason: 'карантин' }],
  specialDays: [{ date: '2020-04-01', hours: [{ from: '10:00', to: '12:00' }], reason: 'чергування' }],
  holidays: UKRAINE_CALENDAR,
};

const open = (date: string, time: string) => isOpenAt(kropyvnytskyi, kyivInstant(date, time));
const next = (date: string, time: string) => nextOpening(kropyvnytskyi, kyivInstant(date, time));

describe('reception', () => {
  it('opens on the minute and is closed on the minute of its end', () => {
    expect(open('2020-09-15', '07:59')).toBe(false);
    expect(open('2020-09-15', '08:00')).toBe(true);
    expect(open('2020-09-15', '19:59')).toBe(true);
    expect(open('2020-09-15', '20:00')).toBe(false);
  });

  it('receives on Saturdays, which the legal calendar has off, and not on Sundays', () => {
    expect(open('2020-09-19', '14:59')).toBe(true);
    expect(openingHours(kropyvnytskyi, '2020-09-20')).toEqual([]);
    expect(openMinutes(kropyvnytskyi, '2020-09-19')).toBe(420);
  });

  it('is closed on public holidays and moved days off', () => {
    expect(openingHours(kropyvnytskyi, '2020-08-24')).toEqual([]);
    expect(openingHours(kropyvnytskyi, '2020-06-29')).toEqual([]);
    expect(openingHours({ ...kropyvnytskyi, holidays: null }, '2020-08-24')).toHaveLength(1);
  });

  it('is closed in a closure, but for a special day in it', () => {
    expect(openingHours(kropyvnytskyi, '2020-03-31')).toEqual([]);
    expect(openingHours(kropyvnytskyi, '2020-04-01')).toEqual([{ from: '10:00', to: '12:00' }]);
    expect(openingHours(kropyvnytskyi, '2020-05-12')).toHaveLength(1);
  });

  it('finds the next opening: now, today, after a Sunday, after a closure', () => {
    expect(next('2020-09-15', '12:30')).toEqual(kyivInstant('2020-09-15', '12:30'));
    expect(next('2020-09-15', '06:00')).toEqual(kyivInstant('2020-09-15', '08:00'));
    expect(next('2020-09-19', '15:00')).toEqual(kyivInstant('2020-09-21', '08:00'));
    expect(next('2020-04-01', '12:00')).toEqual(kyivInstant('2020-05-12', '08:00'));
  });

  it('finds none where there are no hours', () => {
    const idle: ReceptionCalendar = { ...kropyvnytskyi, weekly: [] };
    expect(nextOpening(idle, kyivInstant('2020-09-15', '12:00'))).toBeNull();
  });

  it('keeps a lunch break and hours that were valid then', () => {
    const lunch: ReceptionCalendar = {
      weekly: [
        { ...row(1, '13:00', '17:00'), validTo: '2020-10-01' },
        { ...row(1, '08:00', '12:00'), validTo: '2020-10-01' },
        { ...row(1, '09:00', '18:00'), validFrom: '2020-10-01' },
      ],
      closures: [],
      specialDays: [],
      holidays: null,
    };
    expect(openingHours(lunch, '2020-09-28').map(({ from }) => from)).toEqual(['08:00', '13:00']);
    expect(nextOpening(lunch, kyivInstant('2020-09-28', '12:00'))).toEqual(
      kyivInstant('2020-09-28', '13:00'),
    );
    expect(openingHours(lunch, '2020-10-05')).toEqual([{ from: '09:00', to: '18:00' }]);
  });
});
