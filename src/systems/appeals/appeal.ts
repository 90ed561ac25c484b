import type { CaseKind } from '../../kernel/cases/case-kind.ts';
import type { CaseTerm } from '../../kernel/cases/index.ts';

export const STATES = [
  'filed',
  'registered',
  'in-work',
  'joined',
  'on-approval',
  'approved',
  'answered',
  'forwarded',
  'returned',
  'not-considered',
  'withdrawn',
] as const;
export type AppealState = (typeof STATES)[number];

/** In these the city owes an answer. */
export const OPEN_STATES = [
  'filed',
  'registered',
  'in-work',
  'joined',
  'on-approval',
  'approved',
] as const satisfies readonly AppealState[];

/** How an appeal came in (classifier, axis 1). The last is for imports only. */
export const CHANNELS = [
  'site',
  'email',
  'post',
  'in-person',
  'reception',
  'hotline',
  'authority',
  'media',
  'not-stated',
] as const;
export type Channel = (typeof CHANNELS)[number];

/** Пропозиція, заява, скарга. */
export const KINDS = ['proposal', 'application', 'complaint', 'not-stated'] as const;
export type Kind = (typeof KINDS)[number];

/** Первинне, повторне, дублетне, неодноразове, масове. */
export const SIGNS = ['first', 'repeated', 'duplicate', 'many-times', 'mass', 'not-stated'] as const;
export type Sign = (typeof SIGNS)[number];

/** Axis 4. The last where nobody says it, and for many at once. */
export const SEXES = ['female', 'male', 'not-stated'] as const;
export type Sex = (typeof SEXES)[number];

/** Axis 6: телеграма, лист, усне, електронне, петиція. */
export const DOCUMENTS = ['telegram', 'letter', 'oral', 'electronic', 'petition', 'not-stated'] as const;
export type Document = (typeof DOCUMENTS)[number];

export const SUBJECTS = ['individual', 'collective', 'anonymous', 'not-stated'] as const;
export type Subject = (typeof SUBJECTS)[number];

export const OUTCOMES = [
  'satisfied',
  'explained',
  'refused',
  'returned',
  'forwarded',
  'not-considered',
  'withdrawn',
  'not-stated',
] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** What an answer on the merits may say of a question. */
export const ANSWERS = ['satisfied', 'explained', 'refused'] as const satisfies readonly Outcome[];

/** A deputy's or an advocate's paper has a clock of its own: RULEBOOK §2.3. */
export const DEPUTY_PAPERS = ['people-appeal', 'people-inquiry', 'local-appeal', 'advocate-request'] as const;
export type DeputyPaper = (typeof DEPUTY_PAPERS)[number];

/** Without study, fifteen days; else a month (Law 393/96-VR art. 20). */
export const TERMS = ['ordinary', 'simple'] as const;
export type Term = (typeof TERMS)[number];

/** Code of a topic that the source of an import does not state. */
export const NO_TOPIC = 'not-stated';

/** One book a year for all appeals: `ЗГ-2026-000401`, index «Д-401». */
export const BOOK = { name: 'appeals', letters: 'ЗГ' } as const;

export const APPEAL: CaseKind = {
  name: 'appeals.appeal',
  system: 'appeals',
  title: { uk: 'Звернення громадян', en: 'Citizens’ appeal' },
  states: {
    filed: { uk: 'подано, чекає на реєстратора', en: 'filed, waits for the registrar' },
    registered: { uk: 'зареєстровано, чекає на резолюцію', en: 'registered, waits for a resolution' },
    'in-work': { uk: 'на розгляді', en: 'under review' },
    joined: { uk: 'приєднано до головного звернення', en: 'joined to a main appeal' },
    'on-approval': { uk: 'відповідь на погодженні', en: 'the answer waits for approval' },
    approved: { uk: 'відповідь погоджено, чекає на надсилання', en: 'the answer is approved, to be sent' },
    answered: { uk: 'відповідь надано', en: 'answered' },
    forwarded: { uk: 'переслано за належністю', en: 'forwarded' },
    returned: { uk: 'повернуто авторові', en: 'returned to the author' },
    'not-considered': { uk: 'не підлягає розгляду', en: 'not considered' },
    withdrawn: { uk: 'відкликано автором', en: 'withdrawn by the author' },
  },
  open: OPEN_STATES,
  transitions: {
    filed: ['registered', 'forwarded', 'returned', 'not-considered', 'withdrawn'],
    registered: ['in-work', 'joined', 'answered', 'forwarded', 'returned', 'not-considered', 'withdrawn'],
    'in-work': ['on-approval', 'joined', 'answered', 'forwarded', 'returned', 'not-considered', 'withdrawn'],
    joined: ['registered', 'answered', 'withdrawn'],
    'on-approval': ['in-work', 'approved', 'withdrawn'],
    approved: ['answered', 'withdrawn'],
  },
  staffPath: '/desk/appeals/:id',
};

/** The rule of the main clock, by code of `kernel.deadline_rules`. */
export function termOf(term: Term, deputy: DeputyPaper | null): CaseTerm {
  if (deputy !== null) return { ruleCode: DEPUTY_RULES[deputy] };
  return { ruleCode: term === 'simple' ? 'appeal-simple' : 'appeal' };
}

const DEPUTY_RULES: Readonly<Record<DeputyPaper, string>> = {
  'people-appeal': 'deputy-appeal',
  'people-inquiry': 'deputy-inquiry',
  'local-appeal': 'local-deputy-appeal',
  'advocate-request': 'advocate-request',
};

/** Beside the main clock: five days to forward (art. 7), ten to return (art. 5). Stopped by the first resolution. */
export const OTHER_TERMS = {
  forward: { ruleCode: 'appeal-forward' },
  return: { ruleCode: 'appeal-return' },
} as const satisfies Readonly<Record<string, CaseTerm>>;

/** By which article an extension is given. */
export function extensionArticle(deputy: DeputyPaper | null): string {
  return deputy === null ? 'Закон 393/96-ВР, ст. 20' : EXTENSION_ARTICLES[deputy];
}

const EXTENSION_ARTICLES: Readonly<Record<DeputyPaper, string>> = {
  'people-appeal': 'Закон 2790-XII, ст. 16',
  'people-inquiry': 'Закон 2790-XII, ст. 15',
  'local-appeal': 'Закон 93-IV, ст. 13',
  'advocate-request': 'Закон 5076-VI, ст. 24',
};

/** The appeal's own outcome is that of its first, main question. */
export function mainOutcome(
  outcomes: readonly { readonly no: number; readonly outcome: Outcome }[],
): Outcome {
  const [main] = [...outcomes].sort((a, b) => a.no - b.no);
  return main?.outcome ?? 'not-stated';
}
