import { column, dimension } from '../../kernel/figures/define-columns.ts';
import type { Figure } from '../../kernel/figures/figure.ts';

const SECTOR = dimension('sector', 'Сектор', 'Sector', { english: false });
const MARK = dimension('mark', 'Оцінка', 'Mark', { label: 'mark', english: false });
const SERVICE = dimension('service', 'Послуга', 'Service', {
  code: 'service_code',
  english: false,
  fine: true,
});
const CHANNEL = dimension('channel', 'Звідки', 'Channel');
const QUESTION = dimension('question', 'Запитання', 'Question');
const COLUMNS: Figure['columns'] = [
  column('day', 'День', 'Day'),
  column('sector_label', 'Сектор', 'Sector'),
  column('mark', 'Оцінка', 'Mark'),
  column('origin_name', 'Походження запису', 'Origin'),
];

const shared = { period: 'within', suppressBelow: 5 } as const;
const PERCENT = { uk: '%', en: '%' } as const;
const POINTS = { uk: 'пунктів', en: 'points' } as const;
const RATINGS = { uk: 'оцінок', en: 'ratings' } as const;

export const positiveFigure: Figure = {
  ...shared,
  id: 'ratings.positive',
  title: { uk: 'Позитивні оцінки', en: 'Positive ratings' },
  unit: PERCENT,
  definition: {
    uk: 'Частка оцінок «4» і «5» серед усіх оцінок за кодом із талона: один візит, одна оцінка.',
    en: 'Share of marks 4 and 5 among all ratings by the code on the ticket: one visit, one rating.',
  },
  facts: 'ratings.ratings_facts',
  measure: { kind: 'share', column: 'positive', digits: 1 },
  dimensions: [SECTOR, SERVICE, MARK],
  columns: COLUMNS,
};

export const ratingsFigure: Figure = {
  ...positiveFigure,
  id: 'ratings.received',
  title: { uk: 'Оцінки відвідувачів', en: 'Ratings received' },
  unit: RATINGS,
  definition: {
    uk: 'Скільки відвідувачів оцінили візит за кодом із талона.',
    en: 'How many visitors rated their visit by the code on the ticket.',
  },
  measure: { kind: 'count' },
};

export const formsFigure: Figure = {
  ...shared,
  id: 'ratings.forms',
  title: { uk: 'Анкети з усіх джерел', en: 'Forms from all channels' },
  unit: { uk: 'анкет', en: 'forms' },
  definition: {
    uk: 'Скільки оцінок надійшло за кодом із талона, на папері й на сайті разом. Частки за джерелами рахуємо окремо.',
    en: 'How many ratings came by the code on the ticket, on paper and on the site together. Shares are counted apart.',
  },
  facts: 'ratings.forms_facts',
  measure: { kind: 'count' },
  dimensions: [CHANNEL, SECTOR, SERVICE],
  columns: COLUMNS,
};

export const satisfactionFigure: Figure = {
  ...shared,
  id: 'ratings.satisfaction',
  title: { uk: 'Індекси задоволеності', en: 'Satisfaction indices' },
  unit: PERCENT,
  definition: {
    uk: 'Частка відповідей «4» і «5» на запитання анкети: від людей із талоном і з паперових анкет Центру. Анкети із сайту сюди не входять.',
    en: 'Share of answers 4 and 5 to the questions, by people with a ticket and on the Centre’s paper forms. Forms of the site are not in it.',
  },
  facts: 'ratings.answers_facts',
  measure: { kind: 'share', column: 'positive', digits: 1 },
  dimensions: [QUESTION, SECTOR, SERVICE, CHANNEL],
  columns: [COLUMNS[0], column('question_label', 'Запитання', 'Question'), ...COLUMNS.slice(1)].filter(
    (column) => column !== undefined,
  ),
};

export const loyaltyFigure: Figure = {
  ...shared,
  id: 'ratings.loyalty',
  title: { uk: 'Індекс лояльності', en: 'Loyalty index' },
  unit: POINTS,
  definition: {
    uk: 'Частка тих, хто порадив би Центр на 9–10, мінус частка тих, хто на 0–6: від −100 до 100. За кодом із талона й на папері; сайт окремо.',
    en: 'Share who would recommend the Centre at 9–10 minus the share at 0–6, from −100 to 100. By ticket and on paper; the site apart.',
  },
  facts: 'ratings.visitors_facts',
  measure: { kind: 'balance', column: 'loyalty', digits: 1 },
  dimensions: [SECTOR, SERVICE, CHANNEL],
  columns: [...COLUMNS, column('recommend', 'Порадив би (0–10)', 'Would recommend (0–10)')],
};

export const sitePositiveFigure: Figure = {
  ...positiveFigure,
  id: 'ratings.site-positive',
  title: { uk: 'Позитивні оцінки на сайті', en: 'Positive ratings on the site' },
  definition: {
    uk: 'Частка «4» і «5» серед анкет із сайту. Написати може кожен, хто б він не був, тому з візитами їх не змішуємо.',
    en: 'Share of marks 4 and 5 among forms of the site. Anyone may write there, so they are not mixed with visits.',
  },
  facts: 'ratings.site_facts',
};

export const siteLoyaltyFigure: Figure = {
  ...loyaltyFigure,
  id: 'ratings.site-loyalty',
  title: { uk: 'Індекс лояльності на сайті', en: 'Loyalty index on the site' },
  definition: {
    uk: 'Те саме, що індекс лояльності, але лише за анкетами із сайту.',
    en: 'The loyalty index of the site’s forms alone.',
  },
  facts: 'ratings.site_facts',
  dimensions: [SECTOR, SERVICE],
};

export const figures: readonly Figure[] = [
  positiveFigure,
  ratingsFigure,
  formsFigure,
  satisfactionFigure,
  loyaltyFigure,
  sitePositiveFigure,
  siteLoyaltyFigure,
];
