import type { DeadlineRule } from '../../../kernel/clock/deadline-rule.ts';

const LAW_393 = '1996-10-02';
const shared = {
  unit: 'calendar-days',
  startEvent: 'clock:events.appealReceived',
  extension: null,
  silence: null,
  certainty: 'M',
  validFrom: LAW_393,
  validTo: null,
} as const;

/** Terms of appeals, RULEBOOK §2.1 and §2.3. A lawyer confirms all but V. */
export const APPEAL_RULES: readonly DeadlineRule[] = [
  {
    ...shared,
    code: 'appeal',
    value: 1,
    unit: 'months',
    // A month and what the head adds, together no longer than 45 days.
    extension: { max: 45, unit: 'calendar-days' },
    article: 'Закон 393/96-ВР, ст. 20',
    certainty: 'V',
  },
  { ...shared, code: 'appeal-simple', value: 15, article: 'Закон 393/96-ВР, ст. 20', certainty: 'V' },
  { ...shared, code: 'appeal-forward', value: 5, article: 'Закон 393/96-ВР, ст. 7' },
  { ...shared, code: 'appeal-return', value: 10, article: 'Закон 393/96-ВР, ст. 5' },
  {
    ...shared,
    code: 'deputy-appeal',
    value: 10,
    extension: { max: 30, unit: 'calendar-days' },
    article: 'Закон 2790-XII, ст. 16',
    certainty: 'V2',
  },
  {
    ...shared,
    code: 'deputy-inquiry',
    value: 15,
    extension: { max: 1, unit: 'months' },
    article: 'Закон 2790-XII, ст. 15',
    certainty: 'V2',
  },
  {
    ...shared,
    code: 'local-deputy-appeal',
    value: 10,
    extension: { max: 1, unit: 'months' },
    article: 'Закон 93-IV, ст. 13',
    validFrom: '2002-08-08',
  },
  {
    ...shared,
    code: 'advocate-request',
    value: 5,
    unit: 'working-days',
    extension: { max: 20, unit: 'working-days' },
    article: 'Закон 5076-VI, ст. 24',
    certainty: 'V2',
    validFrom: '2012-08-15',
  },
];
