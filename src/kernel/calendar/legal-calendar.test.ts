import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { orthodoxEaster } from './easter.ts';
import { toEpochDay, toIsoDate, weekdayOf, yearOf } from './epoch-day.ts';
import {
  addWorkingDays,
  explainDay,
  isWorkingDay,
  type LegalCalendar,
  nextWorkingDay,
  previousWorkingDay,
  workingDayOnOrAfter,
  workingDayOnOrBefore,
} from './legal-calendar.ts';
import { UKRAINE_CALENDAR } from './ukraine-holidays.ts';

const HOLIDAYS_2020 = [
  '2020-01-01',
  '2020-01-07',
  '2020-03-08',
  '2020-04-19',
  '2020-05-01',
  '2020-05-09',
  '2020-06-07',
  '2020-06-28',
  '2020-08-24',
  '2020-10-14',
  '2020-12-25',
];
const MOVED_2020 = ['2020-03-09', '2020-04-20', '2020-05-11', '2020-06-08', '2020-06-29'];
const PEACE: LegalCalendar = { ...UKRAINE_CALENDAR, martialLaw: [] };

const aDate = fc.integer({ min: toEpochDay('2004-01-01'), max: toEpochDay('2040-12-31') }).map(toIsoDate);

describe('the year 2020', () => {
  it('has off exactly the weekends, the holidays and the moved days of the rulebook', () => {
    const off = new Set([...HOLIDAYS_2020, ...MOVED_2020]);
    for (let day = toEpochDay('2020-01-01'); yearOf(day) === 2020; day++) {
      const date = toIsoDate(day);
      expect([date, isWorkingDay(UKRAINE_CALENDAR, date)]).toEqual([
        date,
        weekdayOf(day) <= 5 && !off.has(date),
      ]);
    }
  });

  it('explains a moved day off by its holiday and article', () => {
    expect(explainDay(UKRAINE_CALENDAR, '2020-03-09')).toEqual({
      working: false,
      kind: 'moved-day-off',
      reason: { key: 'calendar:reasons.movedDayOff', params: { holidayDate: '2020-03-08' } },
      article: 'КЗпП, ст. 67, ч. 3',
    });
  });

  it('explains a holiday by its name', () => {
    expect(explainDay(UKRAINE_CALENDAR, '2020-08-24').reason).toEqual({
      key: 'calendar:reasons.holiday',
      params: { holiday: 'calendar:holidays.independenceDay' },
    });
  });
});

describe('holidays on a weekend', () => {
  it('two in a row give two days off: 1 May and Easter 2021', () => {
    expect(offDays('2021-05-01', '2021-05-12')).toEqual([
      '2021-05-01',
      '2021-05-02',
      '2021-05-03',
      '2021-05-04',
      '2021-05-08',
      '2021-05-09',
      '2021-05-10',
    ]);
  });

  it('two on one date give one: Easter and 1 May 2016, when 2 May was a holiday', () => {
    expect(offDays('2016-05-01', '2016-05-06')).toEqual(['2016-05-01', '2016-05-02', '2016-05-03']);
  });
});

describe('martial law', () => {
  it('makes holidays ordinary days from its first day and to the day before its end', () => {
    expect(isWorkingDay(UKRAINE_CALENDAR, '2022-03-08')).toBe(true);
    expect(explainDay(UKRAINE_CALENDAR, '2022-03-08')).toMatchObject({
      kind: 'martial-law',
      article: 'Закон 2136-IX, ст. 6, ч. 6',
    });
    expect(isWorkingDay(UKRAINE_CALENDAR, '2026-05-01')).toBe(true);
    expect(isWorkingDay(UKRAINE_CALENDAR, '2026-05-08')).toBe(false);
  });

  it('leaves Saturdays and Sundays off and moves nothing', () => {
    expect(isWorkingDay(UKRAINE_CALENDAR, '2025-06-28')).toBe(false);
    expect(isWorkingDay(UKRAINE_CALENDAR, '2025-06-30')).toBe(true);
  });

  it('that begins between a holiday and its moved day off takes that day', () => {
    const law = { from: '2020-06-08', to: '2020-06-29', article: 'x' };
    const war: LegalCalendar = { ...UKRAINE_CALENDAR, martialLaw: [law] };
    expect(isWorkingDay(war, '2020-06-08')).toBe(true);
    expect(isWorkingDay(war, '2020-06-29')).toBe(true);
  });

  it('a later interval of the administrator counts from the next question on', () => {
    const longer: LegalCalendar = {
      ...UKRAINE_CALENDAR,
      martialLaw: [...UKRAINE_CALENDAR.martialLaw, { from: '2026-05-04', to: null, article: 'x' }],
    };
    expect(isWorkingDay(longer, '2026-05-08')).toBe(true);
    expect(isWorkingDay(UKRAINE_CALENDAR, '2026-05-08')).toBe(false);
  });
});

describe('the list after the laws of 2023', () => {
  it('is that of the rulebook in a year of peace', () => {
    const found = datesOf(2027).filter((date) => explainDay(PEACE, date).kind === 'holiday');
    expect(found).toEqual([
      '2027-01-01',
      '2027-03-08',
      '2027-06-28',
      '2027-07-15',
      '2027-08-24',
      '2027-10-01',
    ]);
    for (const gone of ['2027-01-07', '2027-10-14']) expect(isWorkingDay(PEACE, gone)).toBe(true);
    // 8 May and 25 December 2027 are Saturdays, 1 May too; Easter is 2 May, Trinity 20 June.
    const moved = datesOf(2027).filter((date) => explainDay(PEACE, date).kind === 'moved-day-off');
    expect(moved).toEqual(['2027-05-03', '2027-05-04', '2027-05-10', '2027-06-21', '2027-12-27']);
  });
});

describe('local days', () => {
  const city: LegalCalendar = {
    ...UKRAINE_CALENDAR,
    localDays: [
      { date: '2020-09-19', working: true, reason: 'перенесення' },
      { date: '2020-09-21', working: false, reason: 'немає світла' },
    ],
  };

  it('stand over everything else', () => {
    expect(explainDay(city, '2020-09-19')).toMatchObject({
      working: true,
      kind: 'local-working-day',
    });
    expect(explainDay(city, '2020-09-21').reason.params).toEqual({ reason: 'немає світла' });
    expect(nextWorkingDay(city, '2020-09-18')).toBe('2020-09-19');
    expect(nextWorkingDay(city, '2020-09-19')).toBe('2020-09-22');
  });
});

describe('steps over working days', () => {
  it('agree with naive day stepping', () => {
    fc.assert(
      fc.property(aDate, fc.integer({ min: -60, max: 60 }), (date, count) => {
        let day = Temporal.PlainDate.from(date);
        for (let left = Math.abs(count); left > 0; ) {
          day = day.add({ days: Math.sign(count) });
          if (explainDay(UKRAINE_CALENDAR, day.toString()).working) left--;
        }
        expect(addWorkingDays(UKRAINE_CALENDAR, date, count)).toBe(day.toString());
      }),
    );
  });

  it('next and previous undo each other on working days', () => {
    fc.assert(
      fc.property(aDate, (date) => {
        const here = workingDayOnOrAfter(UKRAINE_CALENDAR, date);
        expect(here >= date && workingDayOnOrBefore(UKRAINE_CALENDAR, date) <= date).toBe(true);
        expect(previousWorkingDay(UKRAINE_CALENDAR, nextWorkingDay(UKRAINE_CALENDAR, here))).toBe(here);
      }),
    );
  });

  it('refuse a week without a working day instead of searching for ever', () => {
    const idle: LegalCalendar = { ...UKRAINE_CALENDAR, weekend: [1, 2, 3, 4, 5, 6, 7] };
    expect(() => nextWorkingDay(idle, '2020-01-01')).toThrow('needs a working day');
  });
});

describe('dates', () => {
  it('agree with Temporal there and back', () => {
    fc.assert(
      fc.property(fc.integer({ min: -40_000, max: 60_000 }), (day) => {
        const date = Temporal.PlainDate.from('1970-01-01').add({ days: day });
        expect(toIsoDate(day)).toBe(date.toString());
        expect(toEpochDay(date.toString())).toBe(day);
        expect(weekdayOf(day)).toBe(date.dayOfWeek);
      }),
    );
  });

  it.each(['2021-02-29', '2021-13-01', '2021-00-10', '21-1-1', '', '2021-04-31T00:00'])(
    'refuse %j',
    (text) => {
      expect(() => toEpochDay(text)).toThrow(RangeError);
    },
  );

  it.each(['2016-05-01', '2019-04-28', '2020-04-19', '2021-05-02', '2024-05-05', '2025-04-20', '2026-04-12'])(
    'Orthodox Easter was on %s',
    (date) => {
      expect(toIsoDate(orthodoxEaster(Number(date.slice(0, 4))))).toBe(date);
    },
  );
});

function datesOf(year: number): string[] {
  const first = toEpochDay(`${year}-01-01`);
  const length = toEpochDay(`${year + 1}-01-01`) - first;
  return Array.from({ length }, (_, index) => toIsoDate(first + index));
}

function offDays(from: string, to: string): string[] {
  return datesOf(Number(from.slice(0, 4))).filter(
    (date) => from <= date && date < to && !isWorkingDay(UKRAINE_CALENDAR, date),
  );
}
