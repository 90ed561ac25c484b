import type { DeadlineRule } from './deadline-rule.ts';

/** The day on which Law 2073-IX on administrative procedure came into force. */
export const LAW_2073 = '2023-12-15';
const LAW_5203 = '2012-10-07';

/**
 * General terms of administrative services, RULEBOOK §1.1 and §1.4. A service whose own law sets
 * a term carries that rule in its information card. A lawyer confirms all but V.
 */
export const SEED_RULES: readonly DeadlineRule[] = [
  {
    code: 'administrative-service',
    value: 30,
    unit: 'calendar-days',
    startEvent: 'clock:events.applicationFiled',
    extension: null,
    article: 'Закон 5203-VI, ст. 10, ч. 2',
    silence: null,
    certainty: 'M',
    validFrom: LAW_5203,
    validTo: LAW_2073,
  },
  {
    code: 'administrative-service',
    value: 30,
    unit: 'calendar-days',
    startEvent: 'clock:events.applicationFiled',
    // Law 2073-IX art. 34 allows an extension; its maximum is not confirmed.
    extension: { max: null, unit: 'calendar-days' },
    article: 'Закон 5203-VI, ст. 10, ч. 2',
    silence: null,
    certainty: 'V2',
    validFrom: LAW_2073,
    validTo: null,
  },
  {
    // Art. 10(4): if impossible, at the first sitting after it expires. The sitting is the
    // council's deed; the term itself is the same.
    code: 'collegial-decision',
    value: 30,
    unit: 'calendar-days',
    startEvent: 'clock:events.applicationFiled',
    extension: null,
    article: 'Закон 5203-VI, ст. 10, ч. 4',
    silence: null,
    certainty: 'M',
    validFrom: LAW_5203,
    validTo: null,
  },
  {
    code: 'leave-without-motion',
    value: 3,
    unit: 'working-days',
    startEvent: 'clock:events.applicationFiled',
    extension: null,
    article: 'Закон 2073-IX, ст. 43',
    silence: null,
    certainty: 'M?',
    validFrom: LAW_2073,
    validTo: null,
  },
  {
    code: 'administrative-complaint',
    value: 30,
    unit: 'calendar-days',
    startEvent: 'clock:events.actNotified',
    extension: null,
    article: 'Закон 2073-IX, ст. 80',
    silence: null,
    certainty: 'M',
    validFrom: LAW_2073,
    validTo: null,
  },
  {
    // The same day, at latest the next working day.
    code: 'pass-to-provider',
    value: 1,
    unit: 'working-days',
    startEvent: 'clock:events.documentsReceived',
    extension: null,
    article: 'Постанова КМУ 588 від 01.08.2013',
    silence: null,
    certainty: 'M',
    validFrom: '2013-08-01',
    validTo: null,
  },
  {
    code: 'tell-result',
    value: 0,
    unit: 'working-days',
    startEvent: 'clock:events.resultArrived',
    extension: null,
    article: 'Постанова КМУ 588 від 01.08.2013',
    silence: null,
    certainty: 'M',
    validFrom: '2013-08-01',
    validTo: null,
  },
  {
    code: 'keep-result',
    value: 2,
    unit: 'months',
    startEvent: 'clock:events.resultArrived',
    extension: null,
    article: 'Постанова КМУ 588 від 01.08.2013',
    silence: null,
    certainty: 'M?',
    validFrom: '2013-08-01',
    validTo: null,
  },
];
