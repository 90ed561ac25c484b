import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { kyivDate, kyivTime } from '../../kernel/calendar/kyiv-time.ts';
import { endOf, freeStarts, freeStartsOfLegs, type Slot, stepsNeeded } from './free-starts.ts';
import { bookable, type CapacityRow, clock, minuteOf, planDay, STEP_MINUTES, STEP_MS } from './slot-plan.ts';

const MONDAY = '2026-03-02';
const row = (more: Partial<CapacityRow> = {}): CapacityRow => ({
  weekday: 1,
  fromMinute: 0,
  toMinute: 1440,
  windows: 5,
  share: 40,
  validFrom: '2020-01-01',
  validTo: null,
  ...more,
});

describe('the slots of a day', () => {
  test('stand within the hours, with a gap for the break', () => {
    const hours = [
      { from: '09:00', to: '09:20' },
      { from: '10:05', to: '10:30' },
    ];
    const slots = planDay(hours, [row()], MONDAY);
    expect(slots.map(({ startsAt }) => kyivTime(startsAt))).toEqual(['09:00', '09:10', '10:10', '10:20']);
    expect(slots.every(({ capacity }) => capacity === 2)).toBe(true);
  });

  test('are none on a closed day, without windows, on another weekday and out of force', () => {
    const hours = [{ from: '09:00', to: '17:00' }];
    expect(planDay([], [row()], MONDAY)).toEqual([]);
    expect(planDay(hours, [row({ windows: 0 })], MONDAY)).toEqual([]);
    expect(planDay(hours, [row({ weekday: 2 })], MONDAY)).toEqual([]);
    expect(planDay(hours, [row({ validTo: MONDAY })], MONDAY)).toEqual([]);
  });

  const time = fc.integer({ min: 0, max: 1439 });
  const span = fc.tuple(time, time).map(([a, b]) => [Math.min(a, b), Math.max(a, b) + 1] as const);

  test('never reach beyond hours or rows, and never more than the share of the windows', () => {
    const windows = fc.integer({ min: 0, max: 40 });
    const share = fc.integer({ min: 0, max: 100 });
    fc.assert(
      fc.property(span, span, windows, share, ([open, close], [fromMinute, toMinute], count, part) => {
        const rows = [row({ fromMinute, toMinute, windows: count, share: part })];
        const slots = planDay([{ from: clock(open), to: clock(close) }], rows, MONDAY);
        for (const { startsAt, capacity } of slots) {
          const minute = minuteOf(kyivTime(startsAt));
          expect(kyivDate(startsAt)).toBe(MONDAY);
          expect(minute % STEP_MINUTES).toBe(0);
          expect(minute).toBeGreaterThanOrEqual(Math.max(open, fromMinute));
          expect(minute + STEP_MINUTES).toBeLessThanOrEqual(Math.min(close, toMinute));
          expect(capacity).toBe(bookable({ windows: count, share: part }));
          expect(capacity * 100).toBeLessThanOrEqual(count * part);
        }
      }),
    );
  });
});

describe('times to choose from', () => {
  const NINE = Date.UTC(2026, 2, 2, 7);
  const slots: fc.Arbitrary<readonly Slot[]> = fc
    .array(fc.record({ gap: fc.constantFrom(1, 1, 1, 4), free: fc.integer({ min: 0, max: 3 }) }), {
      maxLength: 60,
    })
    .map((list) => {
      let at = NINE;
      return list.map(({ gap, free }) => {
        at += gap * STEP_MS;
        return { startsAt: new Date(at), free };
      });
    });
  const steps = fc.integer({ min: 1, max: 6 });

  test('are those, and all those, whose every step is there and free', () => {
    fc.assert(
      fc.property(slots, steps, (day, wanted) => {
        const free = new Set(day.filter((slot) => slot.free > 0).map((slot) => slot.startsAt.getTime()));
        const fits = (from: number) =>
          Array.from({ length: wanted }, (_, step) => from + step * STEP_MS).every((at) => free.has(at));
        const expected = day.map(({ startsAt }) => startsAt.getTime()).filter(fits);
        expect(freeStarts(day, wanted, new Date(0)).map((at) => at.getTime())).toEqual(expected);
      }),
    );
  });

  test('a longer visit never has a time that a shorter one has not', () => {
    fc.assert(
      fc.property(slots, steps, (day, wanted) => {
        const shorter = new Set(freeStarts(day, wanted, new Date(0)).map((at) => at.getTime()));
        for (const at of freeStarts(day, wanted + 1, new Date(0)))
          expect(shorter.has(at.getTime())).toBe(true);
      }),
    );
  });

  test('of several sectors are those, and all those, where each leg is free when the one before ends', () => {
    const legs = fc.array(fc.record({ slots, steps }), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(legs, (visit) => {
        const isFree = visit.map(
          (leg) => new Set(leg.slots.filter((slot) => slot.free > 0).map((slot) => slot.startsAt.getTime())),
        );
        const fits = (from: number) => {
          let at = from;
          return visit.every((leg, index) =>
            Array.from({ length: leg.steps }, () => at).every(() => {
              const free = isFree[index]?.has(at) === true;
              at += STEP_MS;
              return free;
            }),
          );
        };
        const expected = (visit[0]?.slots ?? []).map(({ startsAt }) => startsAt.getTime()).filter(fits);
        expect(freeStartsOfLegs(visit, new Date(0)).map((at) => at.getTime())).toEqual(expected);
      }),
    );
  });

  test('a visit holds its services for each person, rounded up to whole steps', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 5 }),
        fc.integer({ min: 1, max: 8 }),
        (minutes, people) => {
          const needed = minutes.reduce((sum, one) => sum + one, 0) * people;
          const length = stepsNeeded(minutes, people) * STEP_MINUTES;
          expect(length).toBeGreaterThanOrEqual(needed);
          expect(length - needed).toBeLessThan(STEP_MINUTES);
        },
      ),
    );
    expect(endOf(new Date(NINE), 3).getTime()).toBe(NINE + 30 * 60_000);
  });
});
