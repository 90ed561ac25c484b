import type { Actor } from '../../kernel/actions/actor.ts';
import { hasRole } from '../../kernel/actions/actor.ts';
import { Refusal } from '../../kernel/actions/refusal.ts';
import { toEpochDay } from '../../kernel/calendar/epoch-day.ts';
import type { CaseKind } from '../../kernel/cases/case-kind.ts';
import type { CaseInHand, CaseTerm } from '../../kernel/cases/index.ts';
import { LAW_2073 } from '../../kernel/clock/seed-rules.ts';
import type { Service } from '../service-catalogue/index.ts';

export const STATES = [
  'registered',
  'in-work',
  'without-motion',
  'granted',
  'refused',
  'handed-out',
  'withdrawn',
] as const;
export type ApplicationState = (typeof STATES)[number];

/** In these the body owes an answer; a decided application only waits on the shelf. */
export const OPEN_STATES = [
  'registered',
  'in-work',
  'without-motion',
] as const satisfies readonly ApplicationState[];

export const OUTCOMES = ['granted', 'refused'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Where an application was filed. */
export const CHANNELS = ['window', 'online', 'mobile', 'complex'] as const;
export type Channel = (typeof CHANNELS)[number];

/** The one book of the Centre, begun anew each year: `ЦНАП-2020-000123`. */
export const BOOK = { name: 'applications', letters: 'ЦНАП' } as const;

export const APPLICATION: CaseKind = {
  name: 'applications.application',
  system: 'applications',
  title: { uk: 'Заява про надання послуги', en: 'Application for a service' },
  states: {
    registered: { uk: 'зареєстровано', en: 'registered' },
    'in-work': { uk: 'у роботі', en: 'in work' },
    'without-motion': { uk: 'залишено без руху', en: 'left without motion' },
    granted: { uk: 'надано, чекає на видачу', en: 'granted, waits to be handed out' },
    refused: { uk: 'відмовлено, чекає на видачу', en: 'refused, waits to be handed out' },
    'handed-out': { uk: 'видано', en: 'handed out' },
    withdrawn: { uk: 'відкликано', en: 'withdrawn' },
  },
  open: OPEN_STATES,
  transitions: {
    registered: ['in-work', 'withdrawn'],
    'in-work': ['without-motion', 'granted', 'refused', 'withdrawn'],
    'without-motion': ['in-work', 'withdrawn'],
    granted: ['handed-out'],
    refused: ['handed-out'],
  },
  staffPath: '/desk/applications/:id',
};

/** Lines of the Centre's yearly report: the catalogue's groups, and the two social departments apart. */
export type ReportLine = Service['reportGroup'] | 'social-fortechnyi' | 'social-podilskyi' | 'not-itemised';

/** `providerCode`: the body it is filed to. No service = not itemised in the source. */
export function reportLineOf(
  service: Pick<Service, 'reportGroup'> | null,
  providerCode: string | null,
): ReportLine {
  if (providerCode === 'uszn-fortechnyi') return 'social-fortechnyi';
  if (providerCode === 'uszn-podilskyi') return 'social-podilskyi';
  return service?.reportGroup ?? 'not-itemised';
}

/** The service's own term, or the general one of Law 5203-VI art. 10(2) where no service is named. */
export function termOf(service: Pick<Service, 'code' | 'term'> | null): CaseTerm {
  if (service === null) return { ruleCode: 'administrative-service' };
  return { code: `service/${service.code}`, ...service.term };
}

/**
 * By what right the clock stands while the applicant mends the papers: Law 2073-IX art. 43 since it
 * is in force, before it the service's own rule.
 */
export function pauseArticle(on: string, service: Pick<Service, 'term'> | null): string {
  if (on >= LAW_2073) return 'Закон 2073-IX, ст. 43';
  return service?.term.article ?? 'Закон 5203-VI, ст. 10';
}

/** How a decision is counted: civil days from registering, and whether the term was kept. */
export function countDecision(registeredOn: string, decidedOn: string, dueOn: string | null) {
  return {
    days: toEpochDay(decidedOn) - toEpochDay(registeredOn),
    inTerm: dueOn === null ? null : decidedOn <= dueOn,
  };
}

/** Somebody else holds it. The store turns it into a sentence with the colleague's name. */
export class HeldByColleague extends Error {
  readonly staffId: string;

  constructor(staffId: string) {
    super('Another specialist holds the case');
    this.staffId = staffId;
  }
}

/**
 * Specialists do only the work of their own body; a case that names none (an import not itemised) is
 * whose specialist takes it. The head of the Centre oversees all.
 */
export function requireOwnBody(found: Pick<CaseInHand, 'unitId' | 'number'>, actor: Actor): void {
  if (hasRole(actor, 'head') || found.unitId === null || found.unitId === actor.unitId) return;
  throw new Refusal('applications:refusals.otherBody', { number: found.number }, 403);
}

/** What one took, nobody else may act on; what nobody took must be taken first. */
export function requireExecutor(
  found: Pick<CaseInHand, 'unitId' | 'number' | 'executorId'>,
  actor: Actor,
): void {
  requireOwnBody(found, actor);
  if (found.executorId === null)
    throw new Refusal('applications:refusals.takeFirst', { number: found.number });
  if (found.executorId !== actor.staffId) throw new HeldByColleague(found.executorId);
}

/** May this person take it: of the same body, still open, and nobody holds it. */
export function requireFree(found: Pick<CaseInHand, 'unitId' | 'number' | 'executorId'>, actor: Actor): void {
  // An import may leave the body out; who takes the case makes it its own.
  if (found.unitId !== null) requireOwnBody(found, actor);
  if (found.executorId === actor.staffId) {
    throw new Refusal('applications:refusals.alreadyYours', { number: found.number });
  }
  if (found.executorId !== null) throw new HeldByColleague(found.executorId);
}
