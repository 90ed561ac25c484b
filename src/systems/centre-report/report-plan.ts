/** How a table of the report compares itself: with the year before, or with the year's first day. */
export type Comparison = 'year-before' | 'start-of-year';

export interface PlannedPart {
  readonly by: string;
  /** Codes in the order in which the city's own report prints them; others follow by size. */
  readonly order?: readonly string[];
  /** Codes of sums that stay last however great they are. */
  readonly last?: readonly string[];
  /** Longer lists show so many first and the rest on demand. */
  readonly top?: number;
}

export interface PlannedBlock {
  /** Names the heading in the catalogue and the anchor on the page. */
  readonly name: string;
  readonly figure: string;
  readonly compare: Comparison;
  readonly parts: readonly PlannedPart[];
}

export const NOT_ITEMISED = 'not-itemised';

const SECTORS: PlannedPart = {
  by: 'sector',
  order: ['registration', 'social', 'administrative'],
  last: [NOT_ITEMISED, ''],
};
const MONTHS: PlannedPart = { by: 'month' };

/** The yearly report of the Centre: an arrangement of figures and nothing else. */
export const REPORT_PLAN: readonly PlannedBlock[] = [
  { name: 'visitors', figure: 'queue.visitors', compare: 'year-before', parts: [SECTORS, MONTHS] },
  {
    name: 'applications',
    figure: 'applications.registered',
    compare: 'year-before',
    parts: [
      {
        by: 'report-group',
        order: [
          'residence-registration',
          'administrative',
          'business-registration',
          'property-registration',
          'pension',
          'social-fortechnyi',
          'social-podilskyi',
        ],
        last: [NOT_ITEMISED, ''],
      },
      SECTORS,
      MONTHS,
      { by: 'service', top: 20, last: [NOT_ITEMISED, ''] },
      { by: 'provider', top: 40, last: [NOT_ITEMISED, ''] },
    ],
  },
  {
    name: 'consultations',
    figure: 'applications.consultations',
    compare: 'year-before',
    parts: [SECTORS, MONTHS],
  },
  {
    name: 'residents',
    figure: 'community-register.entered',
    compare: 'year-before',
    parts: [MONTHS],
  },
  {
    name: 'services',
    figure: 'service-catalogue.services',
    compare: 'start-of-year',
    parts: [{ by: 'category', order: ['administrative', 'social', 'pension'] }, SECTORS],
  },
  {
    name: 'providers',
    figure: 'service-catalogue.providers',
    compare: 'start-of-year',
    parts: [{ by: 'kind', order: ['council-executive', 'state-territorial'] }],
  },
  {
    name: 'terms',
    figure: 'applications.decided-in-term',
    compare: 'year-before',
    parts: [SECTORS, { by: 'provider', top: 40, last: [NOT_ITEMISED, ''] }],
  },
  { name: 'waiting', figure: 'queue.wait-minutes', compare: 'year-before', parts: [SECTORS] },
  { name: 'ratings', figure: 'ratings.positive', compare: 'year-before', parts: [SECTORS, MONTHS] },
];
