import type { DeadlineRule } from '../../../kernel/clock/deadline-rule.ts';

const shared = {
  startEvent: 'clock:events.requestReceived',
  silence: null,
  validFrom: '2011-05-09',
  validTo: null,
} as const;

/** Terms of information requests, RULEBOOK §3. */
export const REQUEST_RULES: readonly DeadlineRule[] = [
  {
    ...shared,
    code: 'information-request',
    value: 5,
    unit: 'working-days',
    // Much information, or a search in much: with notice to the requester within the five days.
    extension: { max: 20, unit: 'working-days' },
    article: 'Закон 2939-VI, ст. 20',
    certainty: 'V2',
  },
  {
    ...shared,
    code: 'information-request-urgent',
    value: 48,
    unit: 'hours',
    extension: null,
    article: 'Закон 2939-VI, ст. 20, ч. 2',
    certainty: 'M',
  },
];
