import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CallLine, chainCalls, headOf, textOf } from './call-chain.ts';

const line: fc.Arbitrary<CallLine> = fc.record({
  number: fc.integer({ min: 1, max: 999 }).map((seq) => `А-${seq}`),
  sector: fc.constantFrom('registration', 'social', 'administrative'),
  window: fc.integer({ min: 1, max: 40 }),
  reason: fc.constantFrom('turn', 'privileged', 'returned'),
  calledAt: fc.constant('2026-03-03T07:00:00.000Z'),
  joinedAt: fc.constant('2026-03-03T06:00:00.000Z'),
  orderKey: fc.constant('2026-03-03T06:00:00.000Z'),
});
const head = (lines: readonly CallLine[], day = '2026-03-03') =>
  headOf('main', day, chainCalls('main', day, lines));

test('a changed or cut line gives another head', () => {
  fc.assert(
    fc.property(fc.array(line, { minLength: 2, maxLength: 20 }), fc.nat(), (lines, pick) => {
      const at = pick % lines.length;
      const changed = lines.map((one, index) => (index === at ? { ...one, window: one.window + 1 } : one));
      const cut = lines.filter((_, index) => index !== at);
      expect(head(changed)).not.toBe(head(lines));
      expect(head(cut)).not.toBe(head(lines));
    }),
  );
});

test('two swapped lines give another head', () => {
  const two = fc.tuple(line, line).filter(([one, other]) => textOf(one) !== textOf(other));
  fc.assert(
    fc.property(two, ([one, other]) => {
      expect(head([one, other])).not.toBe(head([other, one]));
    }),
  );
});

test('two empty days have two heads', () => {
  expect(head([], '2026-03-03')).not.toBe(head([], '2026-03-04'));
});
