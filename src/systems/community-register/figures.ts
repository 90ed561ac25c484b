import type { Figure } from '../../kernel/figures/figure.ts';

export const enteredFigure: Figure = {
  id: 'community-register.entered',
  title: { uk: 'Внесено мешканців до Реєстру', en: 'Residents entered in the register' },
  unit: { uk: 'осіб', en: 'persons' },
  definition: {
    uk: 'Скільки записів про мешканців внесено до Реєстру територіальної громади за період, за днем внесення.',
    en: 'How many residents were entered in the register of the territorial community in the period, by the day of entry.',
  },
  facts: 'community_register.entered_facts',
  measure: { kind: 'count' },
  period: 'within',
  dimensions: [
    { name: 'month', title: { uk: 'Місяць', en: 'Month' }, code: 'month', label: 'month' },
    {
      name: 'origin',
      title: { uk: 'Походження запису', en: 'Origin' },
      code: 'origin',
      label: 'origin_name',
    },
  ],
  columns: [
    { column: 'day', title: { uk: 'День', en: 'Day' } },
    { column: 'origin_name', title: { uk: 'Походження запису', en: 'Origin' } },
  ],
  suppressBelow: 5,
};
