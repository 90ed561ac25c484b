import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inCycles } from './judge-plan.ts';
import { addDays } from '../../kernel/calendar/epoch-day.ts';
import {
  blocked,
  type DatedPart,
  isTerminal,
  type Part,
  type PartState,
  promiseOf,
  startable,
  stateOf,
} from './progress.ts';

const TODAY = '2026-03-02';
const ENDS = ['granted', 'refused', 'withdrawn'] as const;

/** A sound plan: each part waits only for parts before it. */
const plans = fc.array(fc.array(fc.nat(9), { maxLength: 3 }), { minLength: 1, maxLength: 10 }).map((before) =>
  before.map((raw, index) => ({
    no: index + 1,
    dependsOn: index === 0 ? [] : [...new Set(raw.map((n) => (n % index) + 1))],
    state: 'waiting' as PartState,
  })),
);

function follow(parts: readonly Part[]): readonly Part[] {
  const never = new Set(blocked(parts).map(({ no }) => no));
  const next = new Set(startable(parts).map(({ no }) => no));
  return parts.map((part) => {
    if (never.has(part.no)) return { ...part, state: 'blocked' };
    return next.has(part.no) ? { ...part, state: 'open' } : part;
  });
}

function play(plan: readonly Part[], outcomeOf: (no: number) => PartState, order: readonly number[]) {
  let parts = follow(plan);
  for (let turn = 0; turn < plan.length && !parts.every(({ state }) => isTerminal(state)); turn += 1) {
    const open = parts.filter(({ state }) => state === 'open');
    const ended = open[(order[turn] ?? 0) % Math.max(1, open.length)];
    expect(ended, 'something can always go on').toBeDefined();
    parts = follow(
      parts.map((part) => (part.no === ended?.no ? { ...part, state: outcomeOf(part.no) } : part)),
    );
  }
  return parts;
}

const games = fc.record({
  plan: plans,
  outcomes: fc.array(fc.constantFrom(...ENDS), { minLength: 10, maxLength: 10 }),
  order: fc.array(fc.nat(20), { minLength: 10, maxLength: 10 }),
});

describe('plans', () => {
  test('end whatever the outcomes and their order, and the end does not depend on the order', () => {
    fc.assert(
      fc.property(games, fc.array(fc.nat(20), { minLength: 10, maxLength: 10 }), (game, otherOrder) => {
        const outcomeOf = (no: number) => game.outcomes[no - 1] ?? 'granted';
        const end = play(game.plan, outcomeOf, game.order);
        expect(end.every(({ state }) => isTerminal(state))).toBe(true);
        expect(['granted', 'granted-in-part', 'refused', 'withdrawn']).toContain(stateOf(end));
        expect(play(game.plan, outcomeOf, otherOrder)).toEqual(end);
      }),
    );
  });

  test('a refusal never blocks what does not wait for it', () => {
    fc.assert(
      fc.property(games, fc.nat(9), ({ plan, order }, refusedAt) => {
        const refused = (refusedAt % plan.length) + 1;
        const end = play(plan, (no) => (no === refused ? 'refused' : 'granted'), order);
        const lost = new Set([refused]);
        for (const { no, dependsOn } of plan) if (dependsOn.some((other) => lost.has(other))) lost.add(no);
        const expected = plan.map(({ no }) =>
          no === refused ? 'refused' : lost.has(no) ? 'blocked' : 'granted',
        );
        expect(end.map(({ state }) => state)).toEqual(expected);
      }),
    );
  });

  test('the promise is the latest of the parts’ dates, told with the parts that are the last', () => {
    fc.assert(
      fc.property(
        plans,
        fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 10, maxLength: 10 }),
        (plan, terms) => {
          const addTerm = ({ no }: Part, from: string) => addDays(from, terms[no - 1] ?? 0);
          const dated: DatedPart[] = plan.map((part) => ({ ...part, on: null }));
          const { on, because, parts } = promiseOf(dated, addTerm, TODAY);
          const dates = [...parts.values()];
          expect(dates).toHaveLength(plan.length);
          expect(on).toBe(
            dates
              .flatMap((date) => date ?? [])
              .toSorted()
              .at(-1),
          );
          expect(because.map((no) => parts.get(no))).toEqual(because.map(() => on));
          expect(because.length).toBeGreaterThan(0);
          // A part is never expected before what it waits for.
          for (const { no, dependsOn } of plan)
            for (const other of dependsOn)
              expect(String(parts.get(no)) >= String(parts.get(other))).toBe(true);
        },
      ),
    );
  });

  test('what waits for each other is found, and nothing else', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        expect(inCycles(plan)).toEqual([]);
        const [first, ...others] = plan;
        const last = plan.at(-1);
        if (first === undefined || last === undefined || others.length === 0) return;
        const ring = plan.map((part) =>
          part.no === first.no ? { ...part, dependsOn: [last.no] } : { ...part, dependsOn: [part.no - 1] },
        );
        expect(inCycles(ring)).toHaveLength(plan.length);
      }),
    );
  });
});
