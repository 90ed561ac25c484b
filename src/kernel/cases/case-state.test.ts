import { expect, test } from 'vitest';
import type { CaseEvent, EventData } from './case-event.ts';
import { foldTimeline, mayMove } from './case-state.ts';
import { MEMBERSHIP } from './make-membership.ts';

function event(seq: number, stateAfter: string, data: EventData = {}, day = seq): CaseEvent {
  const occurredAt = new Date(Date.UTC(2020, 0, day));
  const holder = { kind: 'front-office', unitId: null } as const;
  return { seq, type: 'step', occurredAt, recordedAt: occurredAt, actorId: null, stateAfter, holder, data };
}

test('transitions are those of the kind; staying is none of them', () => {
  expect(mayMove(MEMBERSHIP, 'asked', 'trial')).toBe(true);
  expect(mayMove(MEMBERSHIP, 'asked', 'asked')).toBe(false);
  expect(mayMove(MEMBERSHIP, 'asked', 'member')).toBe(false);
  expect(mayMove(MEMBERSHIP, 'member', 'asked')).toBe(false);
});

test('the fold keeps what later events leave out', () => {
  const state = foldTimeline(MEMBERSHIP, [
    event(1, 'asked', { unitId: 'u1', clock: 'running' }),
    event(2, 'trial', { executorId: 'e1' }),
    event(3, 'trial', { executorId: null, unitId: 'u2' }),
    event(4, 'member', { outcome: 'granted', clock: 'stopped' }),
  ]);
  expect(state).toMatchObject({
    state: 'member',
    isOpen: false,
    executorId: null,
    unitId: 'u2',
    outcome: 'granted',
    clock: 'stopped',
  });
});

test('an empty, unlawful or disordered timeline is no timeline', () => {
  expect(() => foldTimeline(MEMBERSHIP, [])).toThrow(RangeError);
  expect(() => foldTimeline(MEMBERSHIP, [event(1, 'asked'), event(2, 'member')])).toThrow(RangeError);
  const backwards = [event(1, 'asked', {}, 5), event(2, 'trial', {}, 4)];
  expect(() => foldTimeline(MEMBERSHIP, backwards)).toThrow(RangeError);
});
