import { type Actor, hasRole } from '../../kernel/actions/actor.ts';
import { Refusal } from '../../kernel/actions/refusal.ts';
import type { CaseKind } from '../../kernel/cases/case-kind.ts';
import type { CaseInHand, CaseTerm } from '../../kernel/cases/index.ts';

export const STATES = [
  'registered',
  'in-work',
  'deferred',
  'answered',
  'refused',
  'forwarded',
  'withdrawn',
] as const;
export type RequestState = (typeof STATES)[number];

export const OPEN_STATES = ['registered', 'in-work', 'deferred'] as const satisfies readonly RequestState[];

export const CHANNELS = ['email', 'post', 'in-person', 'telephone', 'site', 'other'] as const;
export type Channel = (typeof CHANNELS)[number];

export const REQUESTER_KINDS = ['person', 'body', 'media', 'association', 'unknown'] as const;
export type RequesterKind = (typeof REQUESTER_KINDS)[number];

export const REDACTION_REASONS = ['personal-data', 'confidential', 'secret', 'official'] as const;
export type RedactionReason = (typeof REDACTION_REASONS)[number];

/** `ЗПІ-2026-000012`: запит на публічну інформацію. */
export const BOOK = { name: 'information-requests', letters: 'ЗПІ' } as const;

export const INFORMATION_REQUEST: CaseKind = {
  name: 'information-requests.request',
  system: 'information-requests',
  title: { uk: 'Запит на інформацію', en: 'Information request' },
  states: {
    registered: { uk: 'зареєстровано', en: 'registered' },
    'in-work': { uk: 'готують відповідь', en: 'being answered' },
    deferred: { uk: 'відстрочено', en: 'deferred' },
    answered: { uk: 'відповідь надано', en: 'answered' },
    refused: { uk: 'відмовлено', en: 'refused' },
    forwarded: { uk: 'переслано розпоряднику', en: 'forwarded to the holder' },
    withdrawn: { uk: 'відкликано', en: 'withdrawn' },
  },
  open: OPEN_STATES,
  transitions: {
    registered: ['in-work', 'forwarded', 'withdrawn'],
    'in-work': ['deferred', 'answered', 'refused', 'forwarded', 'withdrawn'],
    deferred: ['in-work', 'withdrawn'],
  },
  staffPath: '/desk/requests/:id',
  trackPath: '/requests/track',
};

/** Life and freedom, the environment, food, accidents: 48 hours (Law 2939-VI art. 20(2)), else five working days. */
export function termOf(urgent: boolean): CaseTerm {
  return { ruleCode: urgent ? 'information-request-urgent' : 'information-request' };
}

/** A department answers its own requests only; the registrar and the leadership oversee all. */
export function requireOwnDesk(found: Pick<CaseInHand, 'unitId' | 'number'>, actor: Actor): void {
  if (hasRole(actor, 'registrar', 'leader')) return;
  if (found.unitId !== null && found.unitId === actor.unitId) return;
  throw new Refusal('information-requests:refusals.otherDesk', { number: found.number }, 403);
}

export interface Redaction {
  /** Words of the answer that are not published. */
  readonly fragment: string;
  readonly reason: RedactionReason;
}

/** Stands where words were: a machine that reads aloud says that something is hidden. */
const HIDDEN = '█████';

/**
 * The answer without its hidden words: every place where a fragment stands, the longer fragments first,
 * so that a name inside an address goes with it.
 * @throws Refusal 422 where a fragment is not in the answer: its words would stay published.
 */
export function redact(answer: string, redactions: readonly Redaction[]): string {
  return redactions
    .toSorted((one, other) => other.fragment.length - one.fragment.length)
    .reduce((text, { fragment }) => {
      if (!answer.includes(fragment))
        throw new Refusal('information-requests:refusals.noSuchFragment', { fragment }, 422);
      return text.replaceAll(fragment, HIDDEN);
    }, answer);
}

export interface CopyRate {
  readonly freePages: number;
  /** Hryvnias a page, two digits. */
  readonly pagePrice: string;
}

/** What copies cost, in kopecks: only pages beyond the free ones (art. 21(2)). */
export function copiesCost(pages: number, { freePages, pagePrice }: CopyRate): number {
  const [hryvnias = '0', kopecks = '0'] = pagePrice.split('.');
  const price = Number(hryvnias) * 100 + Number(kopecks.padEnd(2, '0'));
  return Math.max(0, pages - freePages) * price;
}
