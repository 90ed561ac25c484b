import type { CaseKind } from './case-kind.ts';
import type { CaseEvent, ClockState, Holder } from './case-event.ts';

/** What a case is now, as its timeline tells it. */
export interface CaseState {
  readonly state: string;
  readonly isOpen: boolean;
  readonly holder: Holder;
  readonly executorId: string | null;
  readonly unitId: string | null;
  readonly outcome: string | null;
  readonly clock: ClockState;
}

/** May a case of this kind go from one state to the other? An event that names no state needs no leave. */
export function mayMove(kind: CaseKind, from: string, to: string): boolean {
  return kind.transitions[from]?.includes(to) ?? false;
}

/**
 * The stored columns of a case are this fold of its timeline.
 * @throws RangeError where the timeline is empty, out of order or makes an unlawful move.
 */
export function foldTimeline(kind: CaseKind, events: readonly CaseEvent[]): CaseState {
  const [first, ...rest] = events;
  if (first === undefined) throw new RangeError('a timeline begins with an event');
  return rest.reduce(
    (before, event, index) => {
      const previous = events[index];
      if (previous !== undefined && event.occurredAt < previous.occurredAt) {
        throw new RangeError(`event ${event.seq} is earlier than the one before it`);
      }
      return applyEvent(kind, before, event);
    },
    applyEvent(kind, beginning(first), first),
  );
}

function beginning(first: CaseEvent): CaseState {
  return {
    state: first.stateAfter,
    isOpen: true,
    holder: first.holder,
    executorId: null,
    unitId: null,
    outcome: null,
    clock: 'stopped',
  };
}

function applyEvent(kind: CaseKind, before: CaseState, event: CaseEvent): CaseState {
  if (event.stateAfter !== before.state && !mayMove(kind, before.state, event.stateAfter)) {
    throw new RangeError(`${kind.name} does not go from ${before.state} to ${event.stateAfter}`);
  }
  const { executorId, unitId, outcome, clock } = event.data;
  return {
    state: event.stateAfter,
    isOpen: kind.open.includes(event.stateAfter),
    holder: event.holder,
    executorId: executorId === undefined ? before.executorId : executorId,
    unitId: unitId ?? before.unitId,
    outcome: outcome ?? before.outcome,
    clock: clock ?? before.clock,
  };
}
