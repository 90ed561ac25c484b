export const HOME_STATES = [
  'requested',
  'planned',
  'confirmed',
  'done',
  'failed',
  'declined',
  'withdrawn',
] as const;
export type HomeState = (typeof HOME_STATES)[number];

export type HomeVerb = 'plan' | 'confirm' | 'finish' | 'fail' | 'decline' | 'withdraw';

/** What may become of a home visit. A plan may be made anew: the person is asked again. */
export const HOME_TRANSITIONS = {
  plan: { from: ['requested', 'planned', 'confirmed'], to: 'planned' },
  confirm: { from: ['planned'], to: 'confirmed' },
  finish: { from: ['confirmed', 'planned'], to: 'done' },
  fail: { from: ['confirmed', 'planned'], to: 'failed' },
  decline: { from: ['requested'], to: 'declined' },
  withdraw: { from: ['requested', 'planned', 'confirmed'], to: 'withdrawn' },
} as const satisfies Record<HomeVerb, { from: readonly HomeState[]; to: HomeState }>;

export function mayMove(state: HomeState, verb: HomeVerb): boolean {
  return HOME_TRANSITIONS[verb].from.some((one) => one === state);
}

/** Which of these gives the crew's place of the day back. */
export const FREES_THE_DAY: readonly HomeVerb[] = ['withdraw'];

export interface HomeVisit {
  readonly id: string;
  readonly code: string;
  readonly hall: string;
  readonly service_codes: readonly string[];
  readonly state: HomeState;
  readonly channel: 'site' | 'telephone';
  readonly name: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly address: string | null;
  readonly reason: string | null;
  readonly answer: string | null;
  readonly requested_at: Date;
  readonly day: string | null;
  readonly from_minute: number | null;
  readonly to_minute: number | null;
}
