import { column, dimension } from '../../kernel/figures/define-columns.ts';
import type { Figure } from '../../kernel/figures/figure.ts';

/** A bill for one rare service on one day names a person. */
const SMALL_CELL = 5;

const SERVICE = dimension('service', 'Послуга', 'Service', {
  code: 'service_code',
  english: false,
  fine: true,
});

const COLUMNS: Figure['columns'] = [
  column('day', 'День', 'Day'),
  column('service_label', 'Послуга', 'Service'),
  column('amount', 'Гривень', 'Hryvnias'),
];

const UNIT = { uk: 'грн', en: 'UAH' };
const SUM = { kind: 'sum', column: 'amount' } as const;

export const revenueFigure: Figure = {
  id: 'fees.revenue',
  title: { uk: 'Надходження адміністративного збору', en: 'Revenue of administrative fees' },
  unit: UNIT,
  definition: {
    uk: 'Скільки гривень надійшло на рахунки за виписками банку, за днем платежу. Повернене не віднято: воно окремим показником.',
    en: 'Hryvnias that came to the accounts by the bank’s statements, by day of payment. Refunds are a figure of their own.',
  },
  facts: 'fees.receipts_facts',
  key: 'id',
  measure: SUM,
  period: 'within',
  dimensions: [{ ...SERVICE, labelEn: 'service_label_en' }],
  columns: COLUMNS,
  suppressBelow: SMALL_CELL,
};

export const refundsFigure: Figure = {
  id: 'fees.refunded',
  title: { uk: 'Повернено збору', en: 'Fees refunded' },
  unit: UNIT,
  definition: {
    uk: 'Скільки гривень повернено платникам, за днем запису повернення.',
    en: 'Hryvnias given back to payers, by the day the refund was recorded.',
  },
  facts: 'fees.refunds_facts',
  key: 'id',
  measure: SUM,
  period: 'within',
  dimensions: [dimension('reason', 'Чому', 'Reason'), SERVICE],
  columns: [...COLUMNS, column('reason_label', 'Чому', 'Reason')],
  suppressBelow: SMALL_CELL,
};

export const unmatchedFigure: Figure = {
  id: 'fees.unmatched',
  title: { uk: 'Надійшло, але не зіставлено', en: 'Received, not matched yet' },
  unit: UNIT,
  definition: {
    uk: 'Скільки гривень надійшло платежами, для яких ще не знайдено нарахування. За днем платежу, без поверненого.',
    en: 'Hryvnias of payments for which no due has been found yet, by day of payment, refunds left out.',
  },
  facts: 'fees.unmatched_facts',
  key: 'id',
  measure: SUM,
  period: 'within',
  dimensions: [],
  columns: [
    column('day', 'День', 'Day'),
    column('bank_document', 'Документ банку', 'Bank document'),
    column('amount', 'Гривень', 'Hryvnias'),
  ],
  // A sum of money and a bank's number name nobody.
  suppressBelow: 0,
};

export const chargedFigure: Figure = {
  id: 'fees.charged',
  title: { uk: 'Нараховано адміністративного збору', en: 'Administrative fees charged' },
  unit: UNIT,
  definition: {
    uk: 'Скільки гривень нараховано за рахунками, виписаними за період. Скасовані не рахуємо.',
    en: 'Hryvnias of the bills made in the period. Cancelled ones are not counted.',
  },
  facts: 'fees.dues_facts',
  key: 'id',
  measure: SUM,
  period: 'within',
  dimensions: [dimension('state', 'Стан', 'State'), SERVICE],
  columns: [...COLUMNS, column('state_label', 'Стан', 'State')],
  suppressBelow: SMALL_CELL,
};
