import type { Dimension, Figure } from '../../kernel/figures/figure.ts';

const PLAN: Dimension = {
  name: 'plan',
  title: { uk: 'Комплексна послуга', en: 'Complex service' },
  code: 'plan_code',
  label: 'plan_label',
};

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
  dimensions: [
    PLAN,
    {
      name: 'channel',
      title: { uk: 'Де подано', en: 'Where filed' },
      code: 'channel',
      label: 'channel_label',
      labelEn: 'channel_label_en',
    },
  ],
  columns: [
    { column: 'day', title: { uk: 'День', en: 'Day' } },
    { column: 'plan_label', title: { uk: 'Комплексна послуга', en: 'Complex service' } },
    { column: 'parts', title: { uk: 'Частин', en: 'Parts' } },
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
    {
      name: 'outcome',
      title: { uk: 'Результат', en: 'Outcome' },
      code: 'outcome',
      label: 'outcome_label',
      labelEn: 'outcome_label_en',
    },
    {
      name: 'provider',
      title: { uk: 'Орган', en: 'Body' },
      code: 'provider_code',
      label: 'provider_label',
      fine: true,
    },
  ],
  columns: [
    { column: 'day', title: { uk: 'День', en: 'Day' } },
    { column: 'plan_label', title: { uk: 'Комплексна послуга', en: 'Complex service' } },
    { column: 'part_label', title: { uk: 'Частина', en: 'Part' } },
    { column: 'outcome_label', title: { uk: 'Результат', en: 'Outcome' } },
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
    { column: 'day', title: { uk: 'День завершення', en: 'Day of the end' } },
    { column: 'plan_label', title: { uk: 'Комплексна послуга', en: 'Complex service' } },
    { column: 'promised_on', title: { uk: 'Обіцяно до', en: 'Promised by' } },
  ],
  suppressBelow: 5,
  synthetic: 'synthetic',
};

export const figures = [filedFigure, partsFigure, keptFigure];
