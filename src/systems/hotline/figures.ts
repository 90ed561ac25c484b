import { column, dimension } from '../../kernel/figures/define-columns.ts';
import type { Figure } from '../../kernel/figures/figure.ts';

const TOPIC = dimension('topic', 'Тема', 'Topic');
const OUTCOME = dimension('outcome', 'Чим закінчився', 'Outcome');
const UNIT = dimension('unit', 'Підрозділ', 'Body', { code: 'unit_code', english: false });
const TICKET_DIMENSIONS = [
  TOPIC,
  dimension('state', 'Стан', 'State'),
  dimension('channel', 'Як надійшла', 'Channel'),
  UNIT,
];

const TICKET_COLUMNS: Figure['columns'] = [
  column('number', 'Номер', 'Number'),
  column('topic_label', 'Тема', 'Topic'),
  column('unit_label', 'Підрозділ', 'Body'),
  column('state_label', 'Стан', 'State'),
];

// A call tells a topic and a day, no person: cells are not suppressed.
const shared = { key: 'id', period: 'within', synthetic: 'synthetic', suppressBelow: 0 } as const;

const calls: Figure = {
  ...shared,
  id: 'hotline.calls',
  title: { uk: 'Дзвінки на гарячу лінію', en: 'Calls to the hotline' },
  unit: { uk: 'дзвінків', en: 'calls' },
  definition: {
    uk: 'Скільки дзвінків записали оператори за період, за днем дзвінка.',
    en: 'How many calls the operators recorded in the period, by the day of the call.',
  },
  facts: 'hotline.calls_facts',
  measure: { kind: 'count' },
  dimensions: [TOPIC, OUTCOME],
  columns: [
    column('day', 'День', 'Day'),
    column('topic_label', 'Тема', 'Topic'),
    column('outcome_label', 'Чим закінчився', 'Outcome'),
  ],
};

const atOnce: Figure = {
  ...calls,
  id: 'hotline.answered-at-once',
  title: { uk: 'Відповіли одразу', en: 'Answered at once' },
  unit: { uk: '%', en: '%' },
  definition: {
    uk: 'Частка дзвінків, на які оператор відповів під час розмови, сам чи повідомленням про масову подію. Дзвінки, про які джерело не каже, чим закінчилися, не рахуємо.',
    en: 'Share of calls answered during the talk, by the operator or with a mass event. Calls whose outcome the source does not state are left out.',
  },
  measure: { kind: 'share', column: 'at_once', digits: 1 },
};

const tickets: Figure = {
  ...shared,
  id: 'hotline.tickets',
  title: { uk: 'Заявки гарячої лінії', en: 'Hotline tickets' },
  unit: { uk: 'заявок', en: 'tickets' },
  definition: {
    uk: 'Скільки заявок прийнято за період телефоном, на сайті й через Open311, за днем прийняття.',
    en: 'How many tickets were taken in the period by telephone, on the site and by Open311, by the day they were taken.',
  },
  facts: 'hotline.tickets_facts',
  measure: { kind: 'count' },
  dimensions: TICKET_DIMENSIONS,
  columns: [...TICKET_COLUMNS, column('day', 'День', 'Day')],
};

const done: Figure = {
  ...tickets,
  id: 'hotline.done',
  title: { uk: 'Заявки, на які дали відповідь', en: 'Tickets answered' },
  definition: {
    uk: 'Скільки заявок виконали або пояснили, чому не виконають, за днем доповіді.',
    en: 'How many tickets were reported done or refused with reasons, by the day of the report.',
  },
  facts: 'hotline.done_facts',
};

const inTerm: Figure = {
  ...done,
  id: 'hotline.in-term',
  title: { uk: 'Заявки, виконані у строк', en: 'Tickets answered in term' },
  unit: { uk: '%', en: '%' },
  definition: {
    uk: 'Частка заявок, за якими доповіли не пізніше останнього дня.',
    en: 'Share of tickets reported no later than their last day.',
  },
  measure: { kind: 'share', column: 'in_term', digits: 1 },
};

const overdue: Figure = {
  ...tickets,
  id: 'hotline.overdue',
  title: { uk: 'Прострочені заявки', en: 'Overdue tickets' },
  definition: {
    uk: 'Скільки заявок на останній день періоду були невиконані після свого строку.',
    en: 'How many tickets were past their term and not done at the last day of the period.',
  },
  facts: 'hotline.overdue_facts',
  period: 'at-end',
  columns: TICKET_COLUMNS,
};

const SAID = dimension('said', 'Що сказали', 'What they said');

const reallyDone: Figure = {
  ...shared,
  id: 'hotline.really-done',
  title: { uk: 'Заявки: справді зроблено', en: 'Tickets: really done' },
  unit: { uk: '%', en: '%' },
  definition: {
    uk: 'Частка відповідей «так» на запитання «Чи справді зроблено?», за днем відповіді. Хто спершу сказав «ні», а потім «так», відповів двічі. Заявки, про які ніхто не озвався, не рахуємо.',
    en: 'Share of “yes” among the answers to “Was it really done?”, by the day of the answer. Whoever said no and later yes answered twice. Tickets nobody spoke of are left out.',
  },
  facts: 'hotline.really_done_facts',
  measure: { kind: 'share', column: 'really_done', digits: 1 },
  dimensions: [TOPIC, UNIT, SAID, dimension('channel', 'Як відповіли', 'How they answered')],
  columns: [
    column('day', 'День', 'Day'),
    column('number', 'Номер', 'Number'),
    column('topic_label', 'Тема', 'Topic'),
    column('unit_label', 'Підрозділ', 'Body'),
    column('said_label', 'Що сказали', 'What they said'),
    column('mark', 'Оцінка', 'Mark'),
  ],
};

const mark: Figure = {
  ...reallyDone,
  id: 'hotline.mark',
  title: { uk: 'Оцінка виконання заявок', en: 'Mark of the work on tickets' },
  unit: { uk: 'з 5', en: 'of 5' },
  definition: {
    uk: 'Середня оцінка від 1 до 5, яку мешканці поставили, коли казали, чи справді зроблено. За днем відповіді.',
    en: 'Average mark from 1 to 5 that residents gave when they said whether it was really done, by the day of the answer.',
  },
  facts: 'hotline.marks_facts',
  measure: { kind: 'average', column: 'mark', digits: 2 },
};

export const hotlineFigures = { calls, atOnce, tickets, done, inTerm, overdue, reallyDone, mark };
