import type { DeadlineRule } from '../../../kernel/clock/deadline-rule.ts';

const shared = {
  startEvent: 'clock:events.requestReceived',
  unit: 'calendar-days',
  extension: null,
  silence: null,
  // No law sets these: a city writes its own order of the hotline.
  article: 'Порядок роботи гарячої лінії міста',
  certainty: 'M?',
  validFrom: '2010-01-01',
  validTo: null,
} as const;

/** How long a ticket may take; data, for each city's own order sets its days. */
export const HOTLINE_RULES: readonly DeadlineRule[] = [
  { ...shared, code: 'hotline-emergency', value: 1 },
  { ...shared, code: 'hotline-urgent', value: 3 },
  { ...shared, code: 'hotline-ordinary', value: 10 },
];
