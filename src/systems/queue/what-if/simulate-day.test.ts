import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SECTORS } from '../sector.ts';
import { bookShare } from './book-share.ts';
import { type OpenWindow, simulateDay, type Visitor } from './simulate-day.ts';
import { cell, countStaffing, openWindows, restaff, windowHours, type Work } from './staffing.ts';

const NINE = 9 * 3600;
const ALWAYS = { from: 0, to: Number.POSITIVE_INFINITY };
const window = (sectors: OpenWindow['spans'][number]['sectors'] = SECTORS): OpenWindow => ({
  spans: [{ ...ALWAYS, sectors }],
});
const visitor = fc
  .record({
    sector: fc.constantFrom(...SECTORS),
    arrivesAt: fc.integer({ min: NINE, max: NINE + 6 * 3600 }),
    credit: fc.constantFrom(0, 0, 0, 900, 1800),
    busySeconds: fc.integer({ min: 1, max: 3000 }),
  })
  .map(({ credit, ...one }): Visitor => ({ ...one, orderKey: one.arrivesAt - credit }));
const visitors = fc.array(visitor, { maxLength: 60 });
const span = fc
  .record({
    from: fc.integer({ min: 8, max: 15 }),
    hours: fc.integer({ min: 1, max: 6 }),
    sectors: fc.subarray([...SECTORS], { minLength: 1 }),
  })
  .map(({ from, hours, sectors }) => ({ from: from * 3600, to: (from + hours) * 3600, sectors }));
const windows = fc.array(
  span.map((one): OpenWindow => ({ spans: [one] })),
  { minLength: 1, maxLength: 6 },
);
const frozen = fc.constantFrom([], [{ from: NINE + 1800, to: NINE + 5400 }]);

describe('a replayed day', () => {
  test('keeps everyone: each is served once or left, nobody before coming, nobody by a closed window or a frozen hall', () => {
    fc.assert(
      fc.property(
        visitors,
        windows,
        frozen,
        fc.integer({ min: 0, max: 60 }),
        (came, open, freezes, turnaroundSeconds) => {
          const { served, left } = simulateDay({
            visitors: came,
            windows: open,
            frozen: freezes,
            turnaroundSeconds,
          });
          expect(served.length + left.length).toBe(came.length);
          expect(new Set([...served.map((one) => one.visitor), ...left]).size).toBe(came.length);
          for (const one of served) {
            expect(one.calledAt).toBeGreaterThanOrEqual(one.visitor.arrivesAt);
            expect(one.waitSeconds).toBeGreaterThanOrEqual(0);
            const at = open[one.window]?.spans.find(
              ({ from, to }) => from <= one.calledAt && one.calledAt < to,
            );
            expect(at?.sectors).toContain(one.visitor.sector);
            expect(freezes.some(({ from, to }) => from <= one.calledAt && one.calledAt < to)).toBe(false);
          }
        },
      ),
    );
  });

  test('no window has two people at once, and the same day gives the same outcome', () => {
    fc.assert(
      fc.property(visitors, windows, (came, open) => {
        const day = { visitors: came, windows: open, frozen: [], turnaroundSeconds: 10 };
        const { served } = simulateDay(day);
        for (const [, own] of Map.groupBy(served, (one) => one.window)) {
          const ordered = own.toSorted((a, b) => a.calledAt - b.calledAt);
          const early = ordered.slice(1).filter((one, index) => {
            const before = ordered[index];
            return before !== undefined && one.calledAt < before.calledAt + before.visitor.busySeconds;
          });
          expect(early).toEqual([]);
        }
        expect(simulateDay(day)).toEqual(simulateDay(day));
      }),
    );
  });

  test('with one line in order of coming and windows open all day, one window more lets nobody wait longer', () => {
    fc.assert(
      fc.property(visitors, fc.integer({ min: 1, max: 6 }), (came, count) => {
        const line = came.map((one) => ({ ...one, orderKey: one.arrivesAt }));
        const waits = (open: number) =>
          new Map(
            simulateDay({
              visitors: line,
              windows: Array.from({ length: open }, () => window()),
              frozen: [],
              turnaroundSeconds: 0,
            }).served.map((one) => [one.visitor, one.waitSeconds] as const),
          );
        const [few, many] = [waits(count), waits(count + 1)];
        for (const [one, wait] of many) expect(wait).toBeLessThanOrEqual(few.get(one) ?? -1);
      }),
    );
  });

  test('a window of all sectors never idles while somebody waits', () => {
    fc.assert(
      fc.property(visitors, (came) => {
        const { served, windows: told } = simulateDay({
          visitors: came,
          windows: [window()],
          frozen: [],
          turnaroundSeconds: 0,
        });
        const busy = served.reduce((sum, one) => sum + one.visitor.busySeconds, 0);
        expect((told[0]?.openSeconds ?? 0) - (told[0]?.idleSeconds ?? 0)).toBe(busy);
        const ordered = served.toSorted((a, b) => a.calledAt - b.calledAt);
        for (const [index, one] of ordered.entries()) {
          const before = ordered[index - 1];
          const free = before === undefined ? 0 : before.calledAt + before.visitor.busySeconds;
          expect(one.calledAt).toBe(Math.max(free, one.visitor.arrivesAt));
        }
      }),
    );
  });

  test('booking moves people and loses none; nought per cent changes nothing', () => {
    const hours = { from: NINE, to: NINE + 8 * 3600 };
    fc.assert(
      fc.property(visitors, fc.integer({ min: 0, max: 100 }), (came, share) => {
        const booked = bookShare(came, share, () => hours);
        const times = (list: readonly Visitor[]) =>
          list.map((one) => one.busySeconds).toSorted((a, b) => a - b);
        expect(times(booked)).toEqual(times(came));
        for (const one of booked) expect(one.orderKey).toBeLessThanOrEqual(one.arrivesAt);
        expect(share === 0 ? new Set(booked) : new Set(came)).toEqual(new Set(came));
        const within = booked.filter((one) => one.arrivesAt >= hours.from && one.arrivesAt < hours.to);
        expect(share === 100 ? within : booked).toEqual(booked);
      }),
    );
  });
});

describe('staffing', () => {
  const work: fc.Arbitrary<Work> = fc
    .record({
      window: fc.integer({ min: 1, max: 8 }),
      sector: fc.constantFrom(...SECTORS),
      from: fc.integer({ min: NINE, max: NINE + 8 * 3600 }),
      length: fc.integer({ min: 1, max: 5000 }),
    })
    .map(({ length, ...one }) => ({ ...one, to: one.from + length, receives: SECTORS }));

  test('unchanged numbers are the same windows; other numbers are exactly those', () => {
    fc.assert(
      fc.property(
        fc.array(work, { minLength: 1, maxLength: 40 }),
        fc.integer({ min: 0, max: 9 }),
        (works, count) => {
          const hours = windowHours(works, () => true);
          const staffing = countStaffing(hours);
          expect(restaff(hours, staffing)).toEqual(hours);
          const hour = hours.find(({ counted }) => counted)?.hour ?? 9;
          const wanted = new Map([...staffing, [cell('social', hour), count] as const]);
          const after = countStaffing(restaff(hours, wanted));
          expect(after.get(cell('social', hour)) ?? 0).toBe(count);
          const others = [...staffing].filter(([key]) => key !== cell('social', hour));
          for (const [key, number] of others) expect(after.get(key)).toBe(number);
          const open = openWindows(restaff(hours, wanted), 'own');
          for (const { spans } of open)
            expect(new Set(spans.map(({ from }) => from)).size).toBe(spans.length);
        },
      ),
    );
  });
});
