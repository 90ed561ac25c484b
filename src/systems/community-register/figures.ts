import { column, dimension } from '../../kernel/figures/define-columns.ts';
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
    dimension('month', 'Місяць', 'Month', { label: 'month', english: false }),
    dimension('origin', 'Походження запису', 'Origin', { label: 'origin_name', english: false }),
  ],
  columns: [column('day', 'День', 'Day'), column('origin_name', 'Походження запису', 'Origin')],
  suppressBelow: 5,
};

const district = dimension('district', 'Район', 'District', {
  label: 'district',
  english: false,
  fine: true,
});
const kind = dimension('kind', 'Спосіб', 'Way');
const ground = dimension('ground', 'Підстава', 'Ground', { fine: true });

const registeredFigure: Figure = {
  id: 'community-register.registered',
  title: { uk: 'Зареєстровано місце проживання', en: 'Residences registered' },
  unit: { uk: 'осіб', en: 'persons' },
  definition: {
    uk: 'Скільки разів особам задекларували або зареєстрували місце проживання у громаді за період, за днем реєстрації. Переїзд у межах громади також рахується.',
    en: 'How many times a residence in the community was declared or registered in the period, by the day of registration. Moves within the community count too.',
  },
  facts: 'community_register.registered_facts',
  key: 'id',
  measure: { kind: 'count' },
  period: 'within',
  dimensions: [district, kind],
  columns: [column('kind_label', 'Спосіб', 'Way')],
  suppressBelow: 5,
};

const deregisteredFigure: Figure = {
  id: 'community-register.deregistered',
  title: { uk: 'Знято з реєстрації', en: 'Residences deregistered' },
  unit: { uk: 'осіб', en: 'persons' },
  definition: {
    uk: 'Скільки осіб знято з реєстрації місця проживання у громаді за період. Переїзди в межах громади та виправлені записи не рахуються.',
    en: 'How many persons were deregistered from the community in the period. Moves within the community and corrected entries do not count.',
  },
  facts: 'community_register.deregistered_facts',
  key: 'id',
  measure: { kind: 'count' },
  period: 'within',
  dimensions: [district, ground],
  columns: [column('ground_label', 'Підстава', 'Ground')],
  suppressBelow: 5,
};

const residentsFigure: Figure = {
  id: 'community-register.residents',
  title: { uk: 'Мешканці з місцем проживання у громаді', en: 'Residents of the community' },
  unit: { uk: 'осіб', en: 'persons' },
  definition: {
    uk: 'Скільки осіб мали задеклароване або зареєстроване місце проживання у громаді на кінець періоду.',
    en: 'How many persons had a declared or registered residence in the community at the end of the period.',
  },
  facts: 'community_register.resident_facts',
  key: 'id',
  measure: { kind: 'count' },
  period: 'at-end',
  dimensions: [district, kind],
  columns: [column('kind_label', 'Спосіб', 'Way')],
  suppressBelow: 5,
};

export const registerFigures: readonly Figure[] = [
  enteredFigure,
  registeredFigure,
  deregisteredFigure,
  residentsFigure,
];
