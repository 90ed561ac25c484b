/** What has happened to a demo application so far, each with how many days ago. */
export interface DemoCourse {
  /** The body whose service it is. */
  readonly body: string;
  readonly registered: number;
  readonly passed?: number;
  readonly taken?: number;
  readonly paused?: number;
  readonly resumed?: number;
  readonly handedOver?: { readonly ago: number; readonly to: string };
  readonly decided?: { readonly ago: number; readonly outcome: 'granted' | 'refused' };
  readonly handedOut?: number;
  readonly withdrawn?: number;
}

/** A working fortnight of the Centre: new, burning, late, paused, decided, handed out. */
export const DEMO_COURSES: readonly DemoCourse[] = [
  { body: 'dnap-residence', registered: 0 },
  { body: 'dnap-residence', registered: 0 },
  { body: 'dnap-residence', registered: 1, taken: 1 },
  { body: 'dnap-residence', registered: 4, taken: 3 },
  { body: 'dnap-residence', registered: 6 },
  { body: 'dnap-residence', registered: 8, taken: 8, decided: { ago: 7, outcome: 'granted' }, handedOut: 6 },
  { body: 'dnap-residence', registered: 5, taken: 5, decided: { ago: 4, outcome: 'granted' } },
  { body: 'dnap-registrars', registered: 0 },
  { body: 'dnap-registrars', registered: 2, taken: 1 },
  { body: 'dnap-registrars', registered: 9, taken: 8, decided: { ago: 3, outcome: 'refused' } },
  {
    body: 'dnap-registrars',
    registered: 12,
    taken: 11,
    decided: { ago: 10, outcome: 'granted' },
    handedOut: 9,
  },
  { body: 'uszn-fortechnyi', registered: 1, passed: 0 },
  { body: 'uszn-fortechnyi', registered: 14, taken: 13, paused: 5 },
  { body: 'uszn-fortechnyi', registered: 25, taken: 24 },
  { body: 'uszn-podilskyi', registered: 11, taken: 10, paused: 8, resumed: 3 },
  { body: 'uszn-podilskyi', registered: 20, taken: 19, decided: { ago: 6, outcome: 'granted' } },
  { body: 'social-support', registered: 3, taken: 2 },
  { body: 'land-relations', registered: 38, taken: 36 },
  { body: 'land-relations', registered: 16, taken: 15, handedOver: { ago: 7, to: 'architecture' } },
  { body: 'architecture', registered: 45, passed: 44, taken: 30 },
  { body: 'architecture', registered: 9, taken: 7, paused: 2 },
  { body: 'architecture', registered: 28, taken: 27, decided: { ago: 12, outcome: 'granted' }, handedOut: 4 },
  { body: 'pension-fund', registered: 2, taken: 2 },
  { body: 'pension-fund', registered: 13, taken: 12, decided: { ago: 2, outcome: 'granted' } },
  { body: 'dracs', registered: 0 },
  { body: 'dracs', registered: 7, taken: 6, decided: { ago: 6, outcome: 'granted' }, handedOut: 5 },
  { body: 'land-cadastre', registered: 10, taken: 9 },
  { body: 'land-cadastre', registered: 21, withdrawn: 15 },
  { body: 'transport', registered: 33, taken: 20 },
  { body: 'housing', registered: 18, taken: 17, paused: 12, resumed: 4 },
];
