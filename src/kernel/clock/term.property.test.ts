import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, toEpochDay, toIsoDate } from '../calendar/epoch-day.ts';
import { addWorkingDays, isWorkingDay, workingDayOnOrAfter } from '../calendar/legal-calendar.ts';
import { UKRAINE_CALENDAR } from '../calendar/ukraine-holidays.ts';
import { makeRule, makeTerm } from './make-term.ts';
import { computeTerm, type Pause, type TermInput } from './term.ts';

const FIRST = toEpochDay('2018-01-01');
const day = fc.integer({ min: FIRST, max: toEpochDay('2028-12-31') });
const length = fc.integer({ min: 0, max: 60 });
const dayUnit = fc.constantFrom('working-days', 'calendar-days');
const unit = fc.constantFrom('hours', 'working-days', 'calendar-days', 'months', 'auto-days');
const rule = fc
  .tuple(fc.integer({ min: 0, max: 40 }), unit)
  .map(([value, of]) => makeRule(of === 'months' ? value % 5 : value, of));

/** Pauses near the start, finite, as offsets from it; they may overlap and begin before it. */
const offsets = fc.array(
  fc.record({ at: fc.integer({ min: -5, max: 50 }), days: fc.integer({ min: 0, max: 20 }) }),
  { maxLength: 4 },
);

const term = fc.record({ rule, start: day, offsets }).map(({ rule: of, start, offsets: pauses }) => ({
  start,
  input: makeTerm(of, toIsoDate(start), {
    pauses: pauses.map((p) => pause(start + p.at, p.days)),
  }),
}));

describe('a term', () => {
  it('always ends on a working day, not before its start, and its inner date not after it', () => {
    fc.assert(
      fc.property(term, ({ input }) => {
        const { legalDue, internalDue } = computeTerm(input);
        expect(isWorkingDay(UKRAINE_CALENDAR, due(input))).toBe(true);
        expect(isWorkingDay(UKRAINE_CALENDAR, internalDue ?? '')).toBe(true);
        expect(legalDue ?? '').toSatisfy((date: string) => date >= input.startedOn);
        expect((internalDue ?? '') <= (legalDue ?? '')).toBe(true);
      }),
    );
  });

  it('never ends on a day on which its clock stands', () => {
    fc.assert(
      fc.property(term, ({ input }) => {
        const last = due(input);
        expect(input.pauses.some(({ from, to }) => from <= last && last < (to ?? ''))).toBe(false);
      }),
    );
  });

  it('is not changed by a pause resumed on its own day: dates and steps alike', () => {
    fc.assert(
      fc.property(term, fc.integer({ min: -5, max: 60 }), ({ input, start }, at) => {
        const more = { ...input, pauses: [...input.pauses, pause(start + at, 0)] };
        expect(computeTerm(more)).toEqual(computeTerm(input));
      }),
    );
  });

  it('does not care in what order its pauses are told', () => {
    fc.assert(
      fc.property(term, ({ input }) => {
        const { legalDue, legalDueAt, internalDue } = computeTerm(input);
        const turned = computeTerm({ ...input, pauses: input.pauses.toReversed() });
        expect(turned).toMatchObject({ legalDue, legalDueAt, internalDue });
      }),
    );
  });

  it('counts a day of overlapping pauses once', () => {
    fc.assert(
      fc.property(term, ({ input }) => {
        const twice = { ...input, pauses: [...input.pauses, ...input.pauses] };
        expect(due(twice)).toBe(due(input));
      }),
    );
  });

  it('never comes nearer by a longer pause, to the law or to the office', () => {
    fc.assert(
      fc.property(term, fc.nat({ max: 3 }), fc.nat({ max: 15 }), ({ input }, which, more) => {
        const pauses = input.pauses.map((each, index) =>
          index === which ? { ...each, to: addDays(each.to ?? '', more) } : each,
        );
        const [before, after] = [computeTerm(input), computeTerm({ ...input, pauses })];
        expect((after.legalDue ?? '') >= (before.legalDue ?? '')).toBe(true);
        expect((after.internalDue ?? '') >= (before.internalDue ?? '')).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('never comes nearer by more days or a longer extension', () => {
    fc.assert(
      fc.property(term, length, dayUnit, length, ({ input }, value, of, more) => {
        const short = { ...input, rule: makeRule(value, of) };
        expect(due({ ...short, rule: makeRule(value + more, of) }) >= due(short)).toBe(true);
        expect(due({ ...short, extensions: [{ days: more, article: '' }] }) >= due(short)).toBe(true);
      }),
    );
  });

  it('never ends earlier for a later start', () => {
    const daysOrHours = rule.filter((each) => each.unit !== 'months');
    fc.assert(
      fc.property(term, daysOrHours, fc.nat({ max: 20 }), ({ input, start }, of, later) => {
        expectLater({ ...input, rule: of }, toIsoDate(start + later));
      }),
    );
  });

  it('never ends earlier for a later start in months, where the clock did not stand', () => {
    fc.assert(
      fc.property(day, fc.nat({ max: 12 }), fc.nat({ max: 40 }), (start, months, later) => {
        expectLater(makeTerm(makeRule(months, 'months'), toIsoDate(start)), toIsoDate(start + later));
      }),
    );
  });
});

describe('without pauses', () => {
  it('working days are those of the calendar', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 60 }), (start, value) => {
        const input = makeTerm(makeRule(value, 'working-days'), toIsoDate(start));
        expect(due(input)).toBe(addWorkingDays(UKRAINE_CALENDAR, toIsoDate(start), value));
      }),
    );
  });

  it('calendar days are a sum, moved to a working day', () => {
    fc.assert(
      fc.property(day, length, (start, value) => {
        const input = makeTerm(makeRule(value, 'calendar-days'), toIsoDate(start));
        expect(due(input)).toBe(workingDayOnOrAfter(UKRAINE_CALENDAR, toIsoDate(start + value)));
      }),
    );
  });
});

function due(input: TermInput): string {
  const { legalDue } = computeTerm(input);
  if (legalDue === null) throw new Error('the clock stands');
  return legalDue;
}

function expectLater(input: TermInput, startedOn: string): void {
  expect(due({ ...input, startedOn }) >= due(input)).toBe(true);
}

function pause(from: number, days: number): Pause {
  return { from: toIsoDate(from), to: toIsoDate(from + days), reason: 'чекаємо', article: 'ст. 2' };
}
