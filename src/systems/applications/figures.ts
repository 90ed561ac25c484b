import { column, dimension } from '../../kernel/figures/define-columns.ts';
import type { Dimension, Figure } from '../../kernel/figures/figure.ts';

/** Cells of fewer people are not published: one birth on one day names a person. */
const SMALL_CELL = 5;

const SECTOR = dimension('sector', 'Сектор', 'Sector', { english: false });

const SERVICE = dimension('service', 'Послуга', 'Service', {
  code: 'service_code',
  english: false,
  fine: true,
});

const DIMENSIONS: readonly Dimension[] = [
  SECTOR,
  SERVICE,
  dimension('provider', 'Суб’єкт надання', 'Body', { code: 'provider_code', english: false, fine: true }),
  dimension('report-group', 'Рядок звіту', 'Line of the report', {
    code: 'report_group_code',
    label: 'report_group_label',
    english: false,
  }),
];

const CHANNEL = dimension('channel', 'Звідки подано', 'Filed from');

const OUTCOME = dimension('outcome', 'Рішення', 'Outcome', { english: false });

const COLUMNS: Figure['columns'] = [
  column('day', 'День', 'Day'),
  column('service_label', 'Послуга', 'Service'),
  column('provider_label', 'Суб’єкт надання', 'Body'),
  column('outcome_label', 'Рішення', 'Outcome'),
];

const DECISION_COLUMNS: Figure['columns'] = [
  ...COLUMNS,
  column('days', 'Днів до рішення', 'Days to the decision'),
  column('in_term', 'У строк', 'In term'),
];

const shared = { period: 'within', key: 'id', suppressBelow: SMALL_CELL, synthetic: 'synthetic' } as const;

const registered: Figure = {
  ...shared,
  id: 'applications.registered',
  title: { uk: 'Зареєстровані заяви', en: 'Applications registered' },
  unit: { uk: 'заяв', en: 'applications' },
  definition: {
    uk: 'Скільки заяв про надання послуг Центр зареєстрував за період. Консультації і видачу результатів не рахуємо.',
    en: 'How many applications for services the Centre registered in the period. Consultations and handing out are not counted.',
  },
  facts: 'applications.applications_facts',
  measure: { kind: 'count' },
  dimensions: [...DIMENSIONS, CHANNEL],
  columns: COLUMNS,
};

const decisions = {
  ...shared,
  facts: 'applications.decisions_facts',
  dimensions: [...DIMENSIONS, OUTCOME],
  columns: DECISION_COLUMNS,
} as const;

const decided: Figure = {
  ...decisions,
  id: 'applications.decided',
  title: { uk: 'Заяви, за якими є рішення', en: 'Applications decided' },
  unit: { uk: 'заяв', en: 'applications' },
  definition: {
    uk: 'За скількома заявами орган за період надав послугу або відмовив. Рахуємо за днем рішення.',
    en: 'How many applications were granted or refused in the period, by the day of the decision.',
  },
  measure: { kind: 'count' },
};

const decidedInTerm: Figure = {
  ...decisions,
  id: 'applications.decided-in-term',
  title: { uk: 'Рішення у строк', en: 'Decided in term' },
  unit: { uk: '%', en: '%' },
  definition: {
    uk: 'Частка рішень, ухвалених не пізніше законного строку. Дні, коли чекали на заявника, до строку не входять.',
    en: 'Share of decisions made by the legal term. Days on which the applicant was awaited do not count.',
  },
  measure: { kind: 'share', column: 'in_term', digits: 1 },
};

const daysToDecision: Figure = {
  ...decisions,
  id: 'applications.days-to-decision',
  title: { uk: 'Днів до рішення', en: 'Days to the decision' },
  unit: { uk: 'днів', en: 'days' },
  definition: {
    uk: 'Середина ряду (медіана): за скільки календарних днів від реєстрації ухвалено рішення.',
    en: 'Median of calendar days from registering to the decision.',
  },
  measure: { kind: 'median', column: 'days', digits: 1 },
};

const consultations: Figure = {
  ...shared,
  id: 'applications.consultations',
  title: { uk: 'Консультації', en: 'Consultations' },
  unit: { uk: 'консультацій', en: 'consultations' },
  definition: {
    uk: 'Скільки консультацій адміністратори Центру записали за період.',
    en: 'How many consultations the administrators recorded in the period.',
  },
  facts: 'applications.consultations_facts',
  measure: { kind: 'count' },
  dimensions: [SECTOR, SERVICE],
  columns: [
    column('day', 'День', 'Day'),
    column('sector_label', 'Сектор', 'Sector'),
    column('service_label', 'Послуга', 'Service'),
  ],
};

const REASON = dimension('reason', 'Причина', 'Reason', { code: 'reason_code' });

const RETURN = dimension('return', 'Чи прийшли знову', 'Whether they came again', { code: 'return_code' });

const turned = {
  ...shared,
  measure: { kind: 'count' },
  columns: [
    column('day', 'День', 'Day'),
    column('service_label', 'Послуга', 'Service'),
    column('reason_label', 'Причина', 'Reason'),
    column('return_label', 'Чи прийшли знову', 'Whether they came again'),
  ],
} as const;

const turnedAway: Figure = {
  ...turned,
  id: 'applications.turned-away',
  title: { uk: 'Пішли без заяви', en: 'Turned away at the window' },
  unit: { uk: 'візитів', en: 'visits' },
  definition: {
    uk: 'Скільки візитів закінчилося без заяви, бо адміністратор назвав причину не приймати сьогодні. Причина – перша з названих.',
    en: 'Visits that ended without an application because the administrator named a reason not to receive it today. The reason is the first one named.',
  },
  facts: 'applications.turned_away_facts',
  dimensions: [
    SECTOR,
    SERVICE,
    REASON,
    dimension('ours', 'Через кого', 'Because of whom', { code: 'ours_code' }),
  ],
};

const repeatVisits: Figure = {
  ...turned,
  id: 'applications.repeat-visits',
  title: { uk: 'Повторні візити через нас', en: 'Repeat visits caused by us' },
  unit: { uk: 'візитів', en: 'visits' },
  definition: {
    uk: 'Скільки разів людину відпустили без заяви з причини, яку мав зняти чек-лист або сам Центр, тож їй треба прийти ще раз; чи прийшла вона за 30 днів, знаємо лише про тих, хто назвав свій код.',
    en: 'How often somebody was sent home for a reason that the check-list or the Centre itself should have removed, and so has to come again; whether they came within 30 days is known only of those who named their code.',
  },
  facts: 'applications.repeat_visits_facts',
  dimensions: [SECTOR, SERVICE, REASON, RETURN],
};

export const figures: readonly Figure[] = [
  registered,
  decided,
  decidedInTerm,
  daysToDecision,
  consultations,
  turnedAway,
  repeatVisits,
];
