import { column, dimension } from '../../kernel/figures/define-columns.ts';
import type { Figure } from '../../kernel/figures/figure.ts';

export const answeredFigure: Figure = {
  id: 'consultations.answered',
  title: { uk: 'Відповіді на запитання', en: 'Questions answered' },
  unit: { uk: 'відповідей', en: 'answers' },
  definition: {
    uk: 'На скільки запитань із сайту й телефоном Центр відповів за період. Консультації біля вікна рахуємо окремо.',
    en: 'How many questions of the site and by telephone the Centre answered. Consultations at the window are counted apart.',
  },
  facts: 'consultations.answered_facts',
  key: 'id',
  measure: { kind: 'count' },
  period: 'within',
  dimensions: [
    dimension('channel', 'Звідки', 'Channel'),
    dimension('sector', 'Сектор', 'Sector', { english: false }),
    dimension('service', 'Послуга', 'Service', { code: 'service_code', english: false, fine: true }),
  ],
  columns: [
    column('day', 'День', 'Day'),
    column('channel_label', 'Звідки', 'Channel'),
    column('service_label', 'Послуга', 'Service'),
    column('in_aim', 'Вчасно', 'Within our aim'),
  ],
  suppressBelow: 5,
};

export const inAimFigure: Figure = {
  ...answeredFigure,
  id: 'consultations.answered-in-aim',
  title: { uk: 'Відповіді вчасно', en: 'Answered within our aim' },
  unit: { uk: '%', en: '%' },
  definition: {
    uk: 'Частка відповідей, даних не пізніше дня, який Центр поставив собі за мету. Закон строку для консультацій не встановлює.',
    en: 'Share of answers given by the day that the Centre set itself. No law sets a term for consultations.',
  },
  measure: { kind: 'share', column: 'in_aim', digits: 1 },
};
