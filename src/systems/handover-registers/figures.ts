import { column, dimension } from '../../kernel/figures/define-columns.ts';
import type { Figure } from '../../kernel/figures/figure.ts';

/** A package for one body on one day may name a person. */
const SMALL_CELL = 5;

export const handedFigure: Figure = {
  id: 'handover-registers.handed-over',
  title: { uk: 'Передано органам за реєстрами', en: 'Handed over to bodies by register' },
  unit: { uk: 'пакетів', en: 'packages' },
  definition: {
    uk: 'Скільки пакетів документів передано органам за реєстрами приймання-передачі, за днем передачі. Передані через систему органу не рахуємо.',
    en: 'Packages handed over to bodies by register, by day of handing over. Those sent by a body’s own system are not counted.',
  },
  facts: 'handover_registers.handed_facts',
  key: 'id',
  measure: { kind: 'count' },
  period: 'within',
  dimensions: [
    dimension('provider', 'Суб’єкт надання', 'Body', { code: 'provider_code', fine: true }),
    dimension('arrival', 'Чи отримано', 'Arrival'),
  ],
  columns: [
    column('day', 'Передано', 'Handed over'),
    column('provider_label', 'Суб’єкт надання', 'Body'),
    column('filed_on', 'Подано', 'Filed'),
    column('due_on', 'Передати до', 'Due'),
    column('in_time', 'Вчасно', 'In time'),
    column('arrival_label', 'Чи отримано', 'Arrival'),
  ],
  suppressBelow: SMALL_CELL,
};

export const inTimeFigure: Figure = {
  ...handedFigure,
  id: 'handover-registers.in-time',
  title: { uk: 'Передано органам вчасно', en: 'Handed over in time' },
  unit: { uk: '%', en: '%' },
  definition: {
    uk: 'Частка пакетів, переданих органам того самого або наступного робочого дня (постанова КМУ 588), серед переданих за реєстрами.',
    en: 'Share of packages handed over on the same or the next working day (КМУ 588), among those handed over by register.',
  },
  measure: { kind: 'share', column: 'in_time', digits: 1 },
};
