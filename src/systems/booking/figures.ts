import type { Dimension, Figure } from '../../kernel/figures/figure.ts';

const DIMENSIONS: readonly Dimension[] = [
  { name: 'sector', title: { uk: 'Сектор', en: 'Sector' }, code: 'sector', label: 'sector_name' },
  { name: 'month', title: { uk: 'Місяць', en: 'Month' }, code: 'month', label: 'month' },
  { name: 'hour', title: { uk: 'Година', en: 'Hour' }, code: 'hour', label: 'hour' },
];
const COLUMNS: Figure['columns'] = [
  { column: 'day', title: { uk: 'День', en: 'Day' } },
  { column: 'hour', title: { uk: 'Година', en: 'Hour' } },
  { column: 'sector_name', title: { uk: 'Сектор', en: 'Sector' } },
  { column: 'people', title: { uk: 'Людей', en: 'People' } },
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
