import { column, dimension } from '../../kernel/figures/define-columns.ts';
import type { Figure } from '../../kernel/figures/figure.ts';

const PLAN = dimension('plan', 'Комплексна послуга', 'Complex service', {
  code: 'plan_code',
  english: false,
});

export const filedFigure: Figure = {
  id: 'complex-services.filed',
  title: { uk: 'Комплексні заяви', en: 'Complex applications' },
  unit: { uk: 'заяв', en: 'applications' },
  definition: {
    uk: 'Скільки комплексних заяв подано за період. Кожна частина рахується ще й серед заяв Центру.',
    en: 'How many complex applications were filed. Each part is counted among the Centre’s applications too.',
  },
  facts: 'complex_services.applications_facts',
  key: 'id',
  measure: { kind: 'count' },
  period: 'within',
  dimensions: [PLAN, dimension('channel', 'Де подано', 'Where filed')],
  columns: [
    column('day', 'День', 'Day'),
    column('plan_label', 'Комплексна послуга', 'Complex service'),
    column('parts', 'Частин', 'Parts'),
  ],
  suppressBelow: 5,
  synthetic: 'synthetic',
};

export const partsFigure: Figure = {
  id: 'complex-services.parts',
  title: { uk: 'Завершені частини комплексних заяв', en: 'Finished parts of complex applications' },
  unit: { uk: 'частин', en: 'parts' },
  definition: {
    uk: 'Скільки частин комплексних заяв завершено за період і чим. «Не розпочато» – частина чекала на іншу, а ту не надано.',
    en: 'How many parts ended and how. “Never started”: the part waited for another, which was not granted.',
  },
  facts: 'complex_services.parts_facts',
  key: 'id',
  measure: { kind: 'count' },
  period: 'within',
  dimensions: [
    PLAN,
    dimension('outcome', 'Результат', 'Outcome'),
    dimension('provider', 'Орган', 'Body', { code: 'provider_code', english: false, fine: true }),
  ],
  columns: [
    column('day', 'День', 'Day'),
    column('plan_label', 'Комплексна послуга', 'Complex service'),
    column('part_label', 'Частина', 'Part'),
    column('outcome_label', 'Результат', 'Outcome'),
  ],
  suppressBelow: 5,
  synthetic: 'synthetic',
};

export const keptFigure: Figure = {
  id: 'complex-services.promise-kept',
  title: { uk: 'Дотримана обіцянка', en: 'Promise kept' },
  unit: { uk: '%', en: '%' },
  definition: {
    uk: 'Частка комплексних заяв, у яких усі частини завершено не пізніше дати, названої в день подання.',
    en: 'Share of complex applications whose parts all ended by the date told on the day of filing.',
  },
  facts: 'complex_services.ended_facts',
  key: 'id',
  measure: { kind: 'share', column: 'kept', digits: 1 },
  period: 'within',
  dimensions: [PLAN],
  columns: [
    column('day', 'День завершення', 'Day of the end'),
    column('plan_label', 'Комплексна послуга', 'Complex service'),
    column('promised_on', 'Обіцяно до', 'Promised by'),
  ],
  suppressBelow: 5,
  synthetic: 'synthetic',
};

export const figures = [filedFigure, partsFigure, keptFigure];
