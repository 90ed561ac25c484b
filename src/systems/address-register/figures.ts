import { column, dimension } from '../../kernel/figures/define-columns.ts';
import type { Figure } from '../../kernel/figures/figure.ts';

const kind = dimension('kind', 'Вид', 'Kind');

export const streetsFigure: Figure = {
  id: 'address-register.streets',
  title: { uk: 'Вулиці в адресному реєстрі', en: 'Streets in the address register' },
  unit: { uk: 'вулиць', en: 'streets' },
  definition: {
    uk: 'Скільки вулиць, провулків, площ та іншого з назвою є в адресному реєстрі на кінець періоду.',
    en: 'How many streets, lanes, squares and other named places are in the register at the end of the period.',
  },
  facts: 'address_register.street_facts',
  key: 'id',
  measure: { kind: 'count' },
  period: 'at-end',
  dimensions: [kind],
  columns: [column('kind_label', 'Вид', 'Kind'), column('name', 'Назва', 'Name')],
  suppressBelow: 0,
};

export const renamingsFigure: Figure = {
  id: 'address-register.renamings',
  title: { uk: 'Перейменовані вулиці', en: 'Streets renamed' },
  unit: { uk: 'вулиць', en: 'streets' },
  definition: {
    uk: 'Скільки вулиць отримали нову назву замість колишньої за період, за днем набрання чинності.',
    en: 'How many streets were given a new name in place of a former one in the period, by the day it took force.',
  },
  facts: 'address_register.renaming_facts',
  key: 'id',
  measure: { kind: 'count' },
  period: 'within',
  dimensions: [kind],
  columns: [
    column('day', 'День', 'Day'),
    column('former_name', 'Колишня назва', 'Former name'),
    column('name', 'Нова назва', 'New name'),
    column('act', 'Рішення', 'Decision'),
  ],
  suppressBelow: 0,
};
