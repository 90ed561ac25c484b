/** Who holds a case: whose day it is. `closed` ends the ledger. */
export const HOLDER_KINDS = [
  'applicant',
  'front-office',
  'body',
  'registry-outage',
  'air-alert',
  'closed',
] as const;
export type HolderKind = (typeof HOLDER_KINDS)[number];

/** A body is always named; beside the others a unit is told where it is known. */
export type Holder =
  | { readonly kind: 'body'; readonly unitId: string }
  | { readonly kind: Exclude<HolderKind, 'body'>; readonly unitId: string | null };

/** From the two columns of a row; the database sees to it that a body is named. */
export function holderOf(kind: HolderKind, unitId: string | null): Holder {
  if (kind !== 'body') return { kind, unitId };
  if (unitId === null) throw new Error('a body that holds a case has a name');
  return { kind, unitId };
}

export type ClockState = 'running' | 'paused' | 'stopped';

/** What the kernel itself reads in an event's data; a system adds fields of its own beside. */
export interface EventData {
  readonly executorId?: string | null;
  readonly unitId?: string;
  readonly outcome?: string;
  /** State of the main clock after the event, where the event changed it. */
  readonly clock?: ClockState;
  readonly [field: string]: unknown;
}

/** A row of the append-only timeline. */
export interface CaseEvent {
  readonly seq: number;
  readonly type: string;
  readonly occurredAt: Date;
  readonly recordedAt: Date;
  readonly actorId: string | null;
  readonly stateAfter: string;
  readonly holder: Holder;
  readonly data: EventData;
}
