import { column, dimension } from '../../kernel/figures/define-columns.ts';
import type { Figure } from '../../kernel/figures/figure.ts';

/** Cells of fewer people are not published: one complaint of one topic on one day names its author. */
const SMALL_CELL = 5;

const CHANNEL = dimension('channel', 'Як надійшло', 'Channel');
const KIND = dimension('kind', 'Вид', 'Kind');
const SIGN = dimension('sign', 'Ознака', 'Sign');
const SUBJECT = dimension('subject', 'Суб’єкт', 'Subject');
const SEX = dimension('sex', 'Стать автора', 'Author’s sex', { fine: true });
const DOCUMENT = dimension('document', 'Тип документа', 'Type of document');
const OUTCOME = dimension('outcome', 'Результат', 'Outcome');
const STATUS = dimension('status', 'Соціальний стан', 'Social status', { fine: true });
const CATEGORY = dimension('category', 'Категорія автора', 'Author’s category', { fine: true });
const TOPIC = dimension('topic', 'Тема', 'Topic', { fine: true });

const CARD = [CHANNEL, KIND, SIGN, SUBJECT, OUTCOME];

const DAY = column('day', 'День', 'Day');
const COLUMNS = [
  DAY,
  column('channel_label', 'Як надійшло', 'Channel'),
  column('kind_label', 'Вид', 'Kind'),
  column('outcome_label', 'Результат', 'Outcome'),
];

const shared = { key: 'id', period: 'within', suppressBelow: SMALL_CELL, synthetic: 'synthetic' } as const;
const APPEALS_UNIT = { uk: 'звернень', en: 'appeals' };

const received: Figure = {
  ...shared,
  id: 'appeals.received',
  title: { uk: 'Звернення, що надійшли', en: 'Appeals received' },
  unit: APPEALS_UNIT,
  definition: {
    uk: 'Скільки звернень громадян надійшло за період, за днем надходження. Запити на інформацію рахуємо окремо.',
    en: 'How many citizens’ appeals came in, by the day of receipt. Information requests are counted apart.',
  },
  facts: 'appeals.appeals_facts',
  measure: { kind: 'count' },
  dimensions: [...CARD, DOCUMENT, SEX, STATUS],
  columns: COLUMNS,
};

const people: Figure = {
  ...received,
  id: 'appeals.people',
  title: { uk: 'Люди, що звернулися', en: 'People who appealed' },
  unit: { uk: 'людей', en: 'people' },
  definition: {
    uk: 'Скільки людей стоїть за зверненнями, що надійшли: у колективному рахуємо всіх, хто підписав.',
    en: 'How many people stand behind the appeals received: all who signed a collective one are counted.',
  },
  measure: { kind: 'sum', column: 'people' },
};

const repeated: Figure = {
  ...received,
  id: 'appeals.repeated',
  title: { uk: 'Повторні звернення', en: 'Repeated appeals' },
  definition: {
    uk: 'Скільки звернень за період мали ознаку «повторне» або «неодноразове».',
    en: 'How many appeals of the period were repeated or sent many times.',
  },
  facts: 'appeals.repeated_facts',
  dimensions: CARD,
};

const collective: Figure = {
  ...received,
  id: 'appeals.collective',
  title: { uk: 'Колективні звернення', en: 'Collective appeals' },
  definition: {
    uk: 'Скільки звернень за період підписали кілька людей разом.',
    en: 'How many appeals of the period were signed by several people together.',
  },
  facts: 'appeals.collective_facts',
  dimensions: CARD,
};

const authors: Figure = {
  ...shared,
  id: 'appeals.authors',
  title: { uk: 'Категорії авторів', en: 'Categories of authors' },
  unit: { uk: 'згадок категорії', en: 'mentions of a category' },
  definition: {
    uk: 'До яких категорій належать автори звернень, що надійшли за період. Хто належить до двох категорій, того рахуємо в обох, тому разом виходить більше, ніж звернень.',
    en: 'To which categories the authors of the appeals received belong. Who belongs to two is counted in both, so the sum is more than the number of appeals.',
  },
  facts: 'appeals.authors_facts',
  measure: { kind: 'count' },
  dimensions: [CATEGORY],
  columns: [DAY, column('category_label', 'Категорія', 'Category')],
};

export const questions: Figure = {
  ...shared,
  id: 'appeals.questions',
  title: { uk: 'Питання у зверненнях', en: 'Questions in appeals' },
  unit: { uk: 'питань', en: 'questions' },
  definition: {
    uk: 'Скільки питань порушили у зверненнях, що надійшли за період. В одному зверненні може бути кілька питань, кожне зі своєю темою і результатом.',
    en: 'How many questions were raised in the appeals received. One appeal may raise several, each with its own topic and outcome.',
  },
  facts: 'appeals.questions_facts',
  measure: { kind: 'count' },
  dimensions: [TOPIC, OUTCOME, CHANNEL, KIND],
  columns: [DAY, column('topic_label', 'Тема', 'Topic'), column('outcome_label', 'Результат', 'Outcome')],
};

const answered: Figure = {
  ...shared,
  id: 'appeals.answered',
  title: { uk: 'Розглянуті звернення', en: 'Appeals considered' },
  unit: APPEALS_UNIT,
  definition: {
    uk: 'Скільки звернень мають результат, за днем результату: відповідь, пересилання, повернення або залишення без розгляду.',
    en: 'How many appeals have an outcome, by its day: answered, forwarded, returned or not considered.',
  },
  facts: 'appeals.answered_facts',
  measure: { kind: 'count' },
  dimensions: [OUTCOME, CHANNEL, KIND],
  columns: [...COLUMNS, column('days', 'Днів', 'Days'), column('in_term', 'У строк', 'In term')],
};

const inTerm: Figure = {
  ...answered,
  id: 'appeals.answered-in-term',
  title: { uk: 'Розглянуто у строк', en: 'Considered in term' },
  unit: { uk: '%', en: '%' },
  definition: {
    uk: 'Частка розглянутих звернень, на які відповіли не пізніше законного строку з урахуванням його продовження.',
    en: 'Share of the appeals considered that were answered by the legal term, with its extension.',
  },
  measure: { kind: 'share', column: 'in_term', digits: 1 },
};

const overdue: Figure = {
  ...answered,
  id: 'appeals.overdue',
  title: { uk: 'Розглянуто із запізненням', en: 'Considered late' },
  definition: {
    uk: 'Скільки звернень розглянули пізніше законного строку.',
    en: 'How many appeals were considered after the legal term.',
  },
  facts: 'appeals.overdue_facts',
};

const reallyDone: Figure = {
  ...shared,
  id: 'appeals.really-done',
  title: { uk: 'Справді зроблено', en: 'Really done' },
  unit: { uk: '%', en: '%' },
  definition: {
    uk: 'Частка авторів, які після відповіді підтвердили, що справді зроблено. Рахуємо лише тих, хто відгукнувся.',
    en: 'Share of authors who confirmed after the answer that it was really done, among those who replied.',
  },
  facts: 'appeals.satisfaction_facts',
  measure: { kind: 'share', column: 'really_done', digits: 1 },
  dimensions: [dimension('done', 'Що сказали', 'What they said')],
  columns: [DAY, column('done_label', 'Що сказали', 'What they said'), column('mark', 'Оцінка', 'Mark')],
};

export const figures: readonly Figure[] = [
  received,
  people,
  authors,
  questions,
  answered,
  inTerm,
  overdue,
  repeated,
  collective,
  reallyDone,
];
