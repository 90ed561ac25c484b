import { column, dimension } from '../../kernel/figures/define-columns.ts';
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
    dimension('outcome', 'Результат', 'Outcome'),
    dimension('leader', 'Хто приймав', 'Leader'),
    dimension('topic', 'Тема', 'Topic', { fine: true }),
  ],
  columns: [
    column('day', 'День', 'Day'),
    column('leader_label', 'Хто приймав', 'Leader'),
    column('topic_label', 'Тема', 'Topic'),
    column('outcome_label', 'Результат', 'Outcome'),
  ],
  suppressBelow: 5,
  synthetic: 'synthetic',
};

/** Questions at reception, for reports. */
export const receptionFigures = { questions };
