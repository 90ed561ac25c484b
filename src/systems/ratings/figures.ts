import type { Figure } from '../../kernel/figures/figure.ts';

const DIMENSIONS: Figure['dimensions'] = [
  { name: 'sector', title: { uk: 'Сектор', en: 'Sector' }, code: 'sector', label: 'sector_label' },
  { name: 'month', title: { uk: 'Місяць', en: 'Month' }, code: 'month', label: 'month' },
  { name: 'mark', title: { uk: 'Оцінка', en: 'Mark' }, code: 'mark', label: 'mark' },
];
const COLUMNS: Figure['columns'] = [
  { column: 'day', title: { uk: 'День', en: 'Day' } },
  { column: 'sector_label', title: { uk: 'Сектор', en: 'Sector' } },
  { column: 'mark', title: { uk: 'Оцінка', en: 'Mark' } },
  { column: 'origin_name', title: { uk: 'Походження запису', en: 'Origin' } },
];

export const positiveFigure: Figure = {
  id: 'ratings.positive',
  title: { uk: 'Позитивні оцінки', en: 'Positive ratings' },
  unit: { uk: '%', en: '%' },
  definition: {
    uk: 'Частка оцінок «4» і «5» серед усіх оцінок за кодом із талона: один візит, одна оцінка.',
    en: 'Share of marks 4 and 5 among all ratings by the code on the ticket: one visit, one rating.',
  },
  facts: 'ratings.ratings_facts',
  measure: { kind: 'share', column: 'positive', digits: 1 },
  period: 'within',
  dimensions: DIMENSIONS,
  columns: COLUMNS,
  suppressBelow: 5,
};

export const ratingsFigure: Figure = {
  ...positiveFigure,
  id: 'ratings.received',
  title: { uk: 'Оцінки відвідувачів', en: 'Ratings received' },
  unit: { uk: 'оцінок', en: 'ratings' },
  definition: {
    uk: 'Скільки відвідувачів оцінили візит за кодом із талона.',
    en: 'How many visitors rated their visit by the code on the ticket.',
  },
  measure: { kind: 'count' },
};
