import { column, dimension } from '../../kernel/figures/define-columns.ts';
import type { Dimension, Figure } from '../../kernel/figures/figure.ts';

const DIMENSIONS: readonly Dimension[] = [
  dimension('sector', 'Сектор', 'Sector', { label: 'sector_name', english: false }),
  dimension('month', 'Місяць', 'Month', { label: 'month', english: false }),
  dimension('hour', 'Година', 'Hour', { label: 'hour', english: false }),
];
const COLUMNS: Figure['columns'] = [
  column('day', 'День', 'Day'),
  column('hour', 'Година', 'Hour'),
  column('sector_name', 'Сектор', 'Sector'),
  column('people', 'Людей', 'People'),
];

export const confirmedVisits: Figure = {
  id: 'booking.confirmed',
  title: { uk: 'Записи на прийом', en: 'Booked visits' },
  unit: { uk: 'записів', en: 'visits' },
  definition: {
    uk: 'Скільки візитів записано й підтверджено на ці дні. Скасовані та непідтверджені не рахуються; родина – це один запис.',
    en: 'How many visits are booked and confirmed for these days. Cancelled and unconfirmed ones are not counted; a family is one visit.',
  },
  facts: 'booking.confirmed_facts',
  key: 'id',
  measure: { kind: 'count' },
  period: 'within',
  dimensions: DIMENSIONS,
  columns: COLUMNS,
  suppressBelow: 0,
};

export const missedVisits: Figure = {
  id: 'booking.no-shows',
  title: { uk: 'Записалися й не прийшли', en: 'Booked and did not come' },
  unit: { uk: '% записів', en: '% of visits' },
  definition: {
    uk: 'Частка підтверджених записів минулих днів, за якими ніхто не прийшов і яких ніхто не скасував.',
    en: 'Share of the confirmed visits of past days for which nobody came and which nobody cancelled.',
  },
  facts: 'booking.kept_facts',
  key: 'id',
  measure: { kind: 'share', column: 'missed', digits: 1 },
  period: 'within',
  dimensions: DIMENSIONS,
  columns: COLUMNS,
  suppressBelow: 0,
};

/** Attended help: few people a day, so small numbers are not told. */
const LEAST_TOLD = 3;

export const assistedVisits: Figure = {
  id: 'booking.assisted',
  title: { uk: 'Записи з супроводом', en: 'Attended visits' },
  unit: { uk: 'записів', en: 'visits' },
  definition: {
    uk: 'Скільки підтверджених записів просили підготувати допомогу: жестову мову, крісло колісне чи читання. Яку саме – не рахується: за цим можна впізнати людину.',
    en: 'Confirmed visits for which help was asked: sign language, a wheelchair or reading. Which one is not counted: it could tell who a person is.',
  },
  facts: 'booking.assisted_facts',
  key: 'id',
  measure: { kind: 'count' },
  period: 'within',
  dimensions: DIMENSIONS.filter(({ name }) => name !== 'hour'),
  columns: COLUMNS.filter(({ column }) => column !== 'hour'),
  suppressBelow: LEAST_TOLD,
};

export const homeVisits: Figure = {
  id: 'booking.home-visits',
  title: { uk: 'Прохання про виїзд додому', en: 'Requests for a home visit' },
  unit: { uk: 'прохань', en: 'requests' },
  definition: {
    uk: 'Скільки людей, які не можуть прийти, попросили приїхати, і чим це скінчилося.',
    en: 'How many people who cannot come asked for a visit, and how it ended.',
  },
  facts: 'booking.home_visits_facts',
  key: 'id',
  measure: { kind: 'count' },
  period: 'within',
  dimensions: [
    dimension('state', 'Чим скінчилося', 'How it ended', { label: 'state_name', english: false }),
    dimension('month', 'Місяць', 'Month', { label: 'month', english: false }),
  ],
  columns: [column('month', 'Місяць', 'Month'), column('state_name', 'Чим скінчилося', 'How it ended')],
  suppressBelow: LEAST_TOLD,
};
