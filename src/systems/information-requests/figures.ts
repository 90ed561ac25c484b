import { column, dimension } from '../../kernel/figures/define-columns.ts';
import type { Dimension, Figure } from '../../kernel/figures/figure.ts';

const DIMENSIONS: readonly Dimension[] = [
  dimension('channel', 'Як надійшов', 'Channel'),
  dimension('requester', 'Хто запитує', 'Requester', { code: 'requester_kind', english: false }),
  dimension('outcome', 'Чим закінчився', 'Outcome', { english: false }),
  dimension('unit', 'Підрозділ', 'Department', { code: 'unit_code', english: false, fine: true }),
];

const COLUMNS: Figure['columns'] = [
  column('number', 'Номер', 'Number'),
  column('day', 'День', 'Day'),
  column('subject', 'Про що', 'Subject'),
  column('channel_label', 'Як надійшов', 'Channel'),
  column('outcome_label', 'Чим закінчився', 'Outcome'),
];

// The journal of requests is public by law, so its cells are not suppressed: no row tells of a person.
const shared = {
  period: 'within',
  key: 'id',
  synthetic: 'synthetic',
  suppressBelow: 0,
  dimensions: DIMENSIONS,
  columns: COLUMNS,
} as const;

const received: Figure = {
  ...shared,
  id: 'information-requests.received',
  title: { uk: 'Запити на інформацію', en: 'Information requests' },
  unit: { uk: 'запитів', en: 'requests' },
  definition: {
    uk: 'Скільки запитів на публічну інформацію надійшло за період, за днем надходження.',
    en: 'How many requests for public information were received in the period, by the day of receipt.',
  },
  facts: 'information_requests.requests_facts',
  measure: { kind: 'count' },
};

const answered: Figure = {
  ...shared,
  id: 'information-requests.answered',
  title: { uk: 'Розглянуті запити', en: 'Requests dealt with' },
  unit: { uk: 'запитів', en: 'requests' },
  definition: {
    uk: 'На скільки запитів за період відповіли, відмовили чи переслали їх розпорядникові, за днем відповіді.',
    en: 'How many requests were answered, refused or forwarded in the period, by the day of the answer.',
  },
  facts: 'information_requests.answers_facts',
  measure: { kind: 'count' },
};

const inTerm: Figure = {
  ...answered,
  id: 'information-requests.in-term',
  title: { uk: 'Запити, розглянуті у строк', en: 'Requests dealt with in term' },
  unit: { uk: '%', en: '%' },
  definition: {
    uk: 'Частка запитів, на які відповіли не пізніше законного строку з усіма його продовженнями.',
    en: 'Share of requests answered by the legal term with its lawful extensions.',
  },
  measure: { kind: 'share', column: 'in_term', digits: 1 },
};

export const informationRequestFigures = { received, answered, inTerm };
