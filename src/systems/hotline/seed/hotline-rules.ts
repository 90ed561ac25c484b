import type { DeadlineRule } from '../../../kernel/clock/deadline-rule.ts';

const shared = {
  startEvent: 'hotline:clock.taken',
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
  // A burst main is one on Sunday too: its hours are not moved to Monday.
  { ...shared, code: 'hotline-emergency', value: 24, unit: 'hours', keepsDayOff: true },
  { ...shared, code: 'hotline-urgent', value: 3, unit: 'calendar-days' },
  { ...shared, code: 'hotline-ordinary', value: 10, unit: 'calendar-days' },
];
