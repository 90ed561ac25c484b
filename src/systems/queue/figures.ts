import { column, dimension } from '../../kernel/figures/define-columns.ts';
import type { Figure } from '../../kernel/figures/figure.ts';

const SECTOR = dimension('sector', 'Сектор', 'Sector', { label: 'sector_name', english: false });
const MONTH = dimension('month', 'Місяць', 'Month', { label: 'month', english: false });
const HOUR = dimension('hour', 'Година', 'Hour', { label: 'hour', english: false });
const ORIGIN = dimension('origin', 'Звідки запис', 'Origin of the record', {
  label: 'origin_name',
  english: false,
});

const DAY = column('day', 'День', 'Day');
const SECTOR_NAME = column('sector_name', 'Сектор', 'Sector');
const NUMBER = column('number', 'Талон', 'Ticket');
const ORIGIN_NAME = { column: 'origin_name', title: ORIGIN.title } as const;
const WAIT = column('wait_minutes', 'Чекання, хв', 'Wait, min');

export const visitors: Figure = {
  id: 'queue.visitors',
  title: { uk: 'Відвідувачі', en: 'Visitors' },
  unit: { uk: 'осіб', en: 'people' },
  definition: {
    uk: 'Скільки разів людину прийняли у вікні. Хто взяв талон і не підійшов, тут не рахується; кілька послуг за один прихід – це один відвідувач.',
    en: 'How many times a person was received at a window. Who took a ticket and did not come is not counted; several services in one coming are one visitor.',
  },
  facts: 'queue.visitors_facts',
  measure: { kind: 'count' },
  period: 'within',
  dimensions: [SECTOR, MONTH, HOUR, ORIGIN],
  columns: [DAY, column('hall', 'Зал', 'Hall'), SECTOR_NAME, ORIGIN_NAME],
  suppressBelow: 0,
};

export const waitMinutes: Figure = {
  id: 'queue.wait-minutes',
  title: { uk: 'Чекання в черзі', en: 'Waiting in the queue' },
  unit: { uk: 'хв (медіана)', en: 'min (median)' },
  definition: {
    uk: 'Скільки хвилин минає від талона до першого виклику: половина людей чекала менше, половина – більше. Час тривог і блекаутів не рахується.',
    en: 'Minutes from the ticket to the first call: half of the people waited less, half more. Air alerts and blackouts are not counted.',
  },
  facts: 'queue.waits_facts',
  measure: { kind: 'median', column: 'wait_minutes', digits: 1 },
  period: 'within',
  dimensions: [SECTOR, MONTH, HOUR, ORIGIN],
  columns: [DAY, SECTOR_NAME, NUMBER, WAIT, ORIGIN_NAME],
  suppressBelow: 0,
};

export const noShows: Figure = {
  id: 'queue.no-shows',
  title: { uk: 'Не підійшли на виклик', en: 'Did not come when called' },
  unit: { uk: '% викликаних', en: '% of the called' },
  definition: {
    uk: 'Частка викликаних, які так і не підійшли до вікна.',
    en: 'Share of the called who never came to the window.',
  },
  facts: 'queue.no_shows_facts',
  measure: { kind: 'share', column: 'no_show', digits: 1 },
  period: 'within',
  dimensions: [SECTOR, MONTH, HOUR, ORIGIN],
  columns: [DAY, SECTOR_NAME, NUMBER, ORIGIN_NAME],
  suppressBelow: 0,
};

export const estimatesTrue: Figure = {
  id: 'queue.estimates-true',
  title: { uk: 'Прогнози чекання, що справдилися', en: 'Estimates that came true' },
  unit: { uk: '% прогнозів', en: '% of estimates' },
  definition: {
    uk: 'Скільки людей дочекалися саме в тих межах, які талон назвав наперед.',
    en: 'Share of people whose wait ended within the bounds that the ticket had named.',
  },
  facts: 'queue.estimates_facts',
  measure: { kind: 'share', column: 'came_true', digits: 1 },
  period: 'within',
  dimensions: [SECTOR, MONTH, HOUR],
  columns: [
    DAY,
    SECTOR_NAME,
    NUMBER,
    column('estimate_from', 'Прогноз від, хв', 'Estimate from, min'),
    column('estimate_to', 'Прогноз до, хв', 'Estimate to, min'),
    WAIT,
  ],
  suppressBelow: 0,
};
