import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toEpochDay } from '../calendar/epoch-day.ts';
import { kyivDate } from '../calendar/kyiv-time.ts';
import { type Holder, HOLDER_KINDS, type HolderKind } from './case-event.ts';
import { daysByHolder, ledgerOf } from './holder-ledger.ts';

const START = Date.UTC(2020, 0, 1);
const YEAR_MS = 366 * 86_400_000;

const holder = fc
  .tuple(fc.constantFrom<HolderKind>(...HOLDER_KINDS), fc.constantFrom('u1', 'u2'))
  .map(([kind, unitId]): Holder => ({ kind, unitId }));
const openHolder = holder.filter(({ kind }) => kind !== 'closed');
const moment = fc.integer({ min: 0, max: YEAR_MS }).map((ms) => new Date(START + ms));
const timelineOf = (one: fc.Arbitrary<Holder>) =>
  fc
    .array(fc.record({ occurredAt: moment, holder: one }), { minLength: 1, maxLength: 12 })
    .map((events) => events.toSorted((a, b) => a.occurredAt.getTime() - b.occurredAt.getTime()));

test('an open case has no gap, no overlap, and its days sum up to the whole', () => {
  fc.assert(
    fc.property(timelineOf(openHolder), moment, (events, asked) => {
      const last = events.at(-1)?.occurredAt ?? asked;
      const first = events[0]?.occurredAt ?? asked;
      const until = asked > last ? asked : last;
      const ledger = ledgerOf(events, until);
      if (until.getTime() === first.getTime()) return ledger.length === 0;
      expect(ledger[0]?.from).toEqual(first);
      expect(ledger.at(-1)?.to).toEqual(until);
      for (const [index, period] of ledger.entries()) {
        expect(period.from < period.to).toBe(true);
        const next = ledger[index + 1];
        if (next === undefined) continue;
        expect(next.from).toEqual(period.to);
        expect([next.holderKind, next.unitId]).not.toEqual([period.holderKind, period.unitId]);
      }
      const whole = toEpochDay(kyivDate(until)) - toEpochDay(kyivDate(first));
      expect(ledger.reduce((sum, { days }) => sum + days, 0)).toBe(whole);
      expect(daysByHolder(ledger).reduce((sum, { days }) => sum + days, 0)).toBe(whole);
      return true;
    }),
  );
});

test('every moment of an open case has exactly one holder: that of the last event before it', () => {
  fc.assert(
    fc.property(timelineOf(openHolder), moment, (events, at) => {
      const until = new Date(START + 2 * YEAR_MS);
      const holders = ledgerOf(events, until).filter(({ from, to }) => from <= at && at < to);
      const expected = events.findLast(({ occurredAt }) => occurredAt <= at)?.holder;
      expect(holders.map(({ holderKind, unitId }) => ({ kind: holderKind, unitId }))).toEqual(
        expected === undefined ? [] : [expected],
      );
    }),
  );
});

test('nobody holds a closed case, however late one asks', () => {
  fc.assert(
    fc.property(timelineOf(holder), moment, (events, asked) => {
      const ledger = ledgerOf(events, asked);
      expect(ledger.every(({ holderKind }) => holderKind !== 'closed')).toBe(true);
      const last = events.at(-1);
      if (last?.holder.kind !== 'closed') return;
      expect(ledger.every(({ to }) => to <= last.occurredAt)).toBe(true);
    }),
  );
});
