import type { Dimension, Figure } from '../../kernel/figures/figure.ts';

const DIMENSIONS: readonly Dimension[] = [
  {
    name: 'channel',
    title: { uk: 'Як надійшов', en: 'Channel' },
    code: 'channel',
    label: 'channel_label',
    labelEn: 'channel_label_en',
  },
  {
    name: 'requester',
    title: { uk: 'Хто запитує', en: 'Requester' },
    code: 'requester_kind',
    label: 'requester_label',
  },
  {
    name: 'outcome',
    title: { uk: 'Чим закінчився', en: 'Outcome' },
    code: 'outcome',
    label: 'outcome_label',
  },
  {
    name: 'unit',
    title: { uk: 'Підрозділ', en: 'Department' },
    code: 'unit_code',
    label: 'unit_label',
    fine: true,
  },
];

const COLUMNS: Figure['columns'] = [
  { column: 'number', title: { uk: 'Номер', en: 'Number' } },
  { column: 'day', title: { uk: 'День', en: 'Day' } },
  { column: 'subject', title: { uk: 'Про що', en: 'Subject' } },
  { column: 'channel_label', title: { uk: 'Як надійшов', en: 'Channel' } },
  { column: 'outcome_label', title: { uk: 'Чим закінчився', en: 'Outcome' } },
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
