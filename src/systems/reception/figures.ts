import type { Figure } from '../../kernel/figures/figure.ts';

const questions: Figure = {
  id: 'reception.questions',
  title: { uk: 'Питання на особистому прийомі', en: 'Questions at personal reception' },
  unit: { uk: 'питань', en: 'questions' },
  definition: {
    uk: 'Скільки питань розглянуло керівництво на особистому прийомі, за днем прийому. Людина може прийти з кількома питаннями.',
    en: 'How many questions the leadership heard at personal reception, by the day of reception. A person may bring several.',
  },
  facts: 'reception.questions_facts',
  key: 'id',
  measure: { kind: 'count' },
  period: 'within',
  dimensions: [
    {
      name: 'outcome',
      title: { uk: 'Результат', en: 'Outcome' },
      code: 'outcome',
      label: 'outcome_label',
      labelEn: 'outcome_label_en',
    },
    {
      name: 'leader',
      title: { uk: 'Хто приймав', en: 'Leader' },
      code: 'leader',
      label: 'leader_label',
      labelEn: 'leader_label_en',
    },
    {
      name: 'topic',
      title: { uk: 'Тема', en: 'Topic' },
      code: 'topic',
      label: 'topic_label',
      labelEn: 'topic_label_en',
      fine: true,
    },
  ],
  columns: [
    { column: 'day', title: { uk: 'День', en: 'Day' } },
    { column: 'leader_label', title: { uk: 'Хто приймав', en: 'Leader' } },
    { column: 'topic_label', title: { uk: 'Тема', en: 'Topic' } },
    { column: 'outcome_label', title: { uk: 'Результат', en: 'Outcome' } },
  ],
  suppressBelow: 5,
  synthetic: 'synthetic',
};

/** Questions at reception, for reports. */
export const receptionFigures = { questions };
