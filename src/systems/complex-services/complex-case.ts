import type { CaseKind } from '../../kernel/cases/case-kind.ts';
import type { CasePart, Holder } from '../../kernel/cases/index.ts';
import { type ComplexState, isTerminal, OPEN_STATES, type PartState } from './progress.ts';

/** Book of the whole: `КП-2026-000012`. Its parts have numbers of the Centre's own book. */
export const BOOK = { name: 'complex-services', letters: 'КП' } as const;

const ENDS = [
  'granted',
  'granted-in-part',
  'refused',
  'withdrawn',
] as const satisfies readonly ComplexState[];

export const COMPLEX_SERVICE: CaseKind = {
  name: 'complex-services.complex-service',
  system: 'complex-services',
  title: { uk: 'Комплексна послуга', en: 'Complex service' },
  states: {
    'in-progress': { uk: 'виконуємо', en: 'under way' },
    'partly-decided': { uk: 'частину вже вирішено', en: 'some parts are decided' },
    granted: { uk: 'усе надано', en: 'all granted' },
    'granted-in-part': { uk: 'надано частково', en: 'granted in part' },
    refused: { uk: 'відмовлено', en: 'refused' },
    withdrawn: { uk: 'відкликано', en: 'withdrawn' },
  } satisfies Record<ComplexState, { uk: string; en: string }>,
  open: OPEN_STATES,
  transitions: {
    'in-progress': ['partly-decided', ...ENDS],
    'partly-decided': ENDS,
  },
  staffPath: '/desk/complex/:id',
  trackPath: '/life/track',
};

/** How the plan sees a part's application. */
export function partStateOf({
  isOpen,
  outcome,
  clockState,
}: Pick<CasePart, 'isOpen' | 'outcome' | 'clockState'>): PartState {
  if (isOpen) return clockState === 'paused' ? 'standing' : 'open';
  if (outcome === 'granted' || outcome === 'refused') return outcome;
  return 'withdrawn';
}

/** What of a filed part tells whose day it is. */
export type HeldPart = Pick<CasePart, 'dueOn' | 'holderKind' | 'holderUnitId'> & {
  readonly state: PartState;
};

/**
 * Whose day the whole is: one holder at a time. Who has to mend something comes first, then the body
 * whose part is the last in time; between parts it is the front office's day.
 */
export function holderOfWhole(filed: readonly HeldPart[]): Holder {
  const open = filed.filter(({ state }) => !isTerminal(state));
  if (open.some(({ state }) => state === 'standing')) return { kind: 'applicant', unitId: null };
  const [last] = open.toSorted((a, b) => (b.dueOn ?? '9999').localeCompare(a.dueOn ?? '9999'));
  if (last?.holderKind === 'body' && last.holderUnitId !== null)
    return { kind: 'body', unitId: last.holderUnitId };
  return { kind: 'front-office', unitId: null };
}
