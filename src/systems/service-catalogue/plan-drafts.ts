import { type Contradiction, findContradictions, type KnownFacts } from './contradictions.ts';
import {
  completeDraft,
  draftOf,
  type FullVersion,
  type ServiceDraft,
  type WholeDraft,
} from './service-draft.ts';

/** What a draft would do to the catalogue. */
export type DraftKind = 'new' | 'version' | 'closed' | 'unchanged';

export interface DraftChange {
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

export interface DraftProblem {
  readonly field: string;
  /** A message key under `service-catalogue:problems`. */
  readonly key:
    | 'twice'
    | 'noProvider'
    | 'noLifeEvent'
    | 'notLater'
    | 'past'
    | 'closedBeforeStart'
    | 'closedInPast'
    | 'contradiction';
  readonly params: Readonly<Record<string, string>>;
}

export interface DraftPlan {
  readonly draft: WholeDraft;
  readonly kind: DraftKind;
  /** The version that the draft follows or closes. */
  readonly latest: FullVersion | undefined;
  readonly changes: readonly DraftChange[];
  readonly problems: readonly DraftProblem[];
  /** What in the new version contradicts itself; errors stand among the problems too. */
  readonly contradictions: readonly Contradiction[];
}

export interface KnownCatalogue extends KnownFacts {
  /** Versions of each code, the oldest first. */
  readonly versions: ReadonlyMap<string, readonly FullVersion[]>;
  readonly lifeEvents: ReadonlySet<string>;
  readonly today: string;
}

/**
 * Judges drafts against the catalogue without writing. A known service changes only from a later
 * day, today at the earliest: what began under one version ends under it.
 */
export function planDrafts(drafts: readonly ServiceDraft[], known: KnownCatalogue): readonly DraftPlan[] {
  const seen = new Set<string>();
  return drafts.map((given) => {
    const isTwice = seen.has(given.code);
    seen.add(given.code);
    const latest = known.versions.get(given.code)?.at(-1);
    const draft = completeDraft(given, latest);
    const changes = latest === undefined ? [] : changesOf(draftOf(latest), draft);
    const kind = kindOf(draft, latest, changes);
    const contradictions = kind === 'new' || kind === 'version' ? findContradictions(draft, known) : [];
    const problems = [
      ...(isTwice ? [problem('code', 'twice', { code: draft.code })] : []),
      ...(kind === 'unchanged' ? [] : wordProblems(draft, known)),
      ...dateProblems(draft, kind, latest, known.today),
      ...contradictions.flatMap(contradictionProblem),
    ];
    return { draft, kind, latest, changes, problems, contradictions };
  });
}

function problem(field: string, key: DraftProblem['key'], params: DraftProblem['params'] = {}): DraftProblem {
  return { field, key, params };
}

/** An error stops like any other problem; a body that is gone is told by its own sentence already. */
function contradictionProblem({ key, level, params }: Contradiction): readonly DraftProblem[] {
  if (level !== 'error' || key === 'provider-gone') return [];
  const field = key.startsWith('stage') ? 'stages' : 'form';
  return [problem(field, 'contradiction', { ...params, contradiction: key })];
}

function kindOf(
  draft: WholeDraft,
  latest: FullVersion | undefined,
  changes: readonly DraftChange[],
): DraftKind {
  if (latest === undefined) return 'new';
  const fields = changes.map(({ field }) => field);
  // The day alone is no change: an export of an older day brings it back as it was.
  if (fields.every((field) => field === 'validFrom')) return 'unchanged';
  const isClosing = draft.validTo !== null && latest.service.validTo === null;
  return fields.every((field) => field === 'validTo') && isClosing ? 'closed' : 'version';
}

function wordProblems(draft: WholeDraft, known: KnownCatalogue): readonly DraftProblem[] {
  return [
    ...draft.providers
      .filter((code) => !known.units.has(code))
      .map((code) => problem('providers', 'noProvider', { provider: code })),
    ...[...draft.lifeEvents, ...(draft.kioskGroup === null ? [] : [draft.kioskGroup])]
      .filter((code) => !known.lifeEvents.has(code))
      .map((code) => problem('lifeEvents', 'noLifeEvent', { lifeEvent: code })),
  ];
}

function dateProblems(
  draft: WholeDraft,
  kind: DraftKind,
  latest: FullVersion | undefined,
  today: string,
): readonly DraftProblem[] {
  const { validFrom, validTo } = draft;
  const backwards = validTo !== null && validTo <= validFrom ? [problem('validTo', 'closedBeforeStart')] : [];
  switch (kind) {
    case 'unchanged':
      return [];
    case 'new':
      return backwards;
    case 'closed':
      return validTo !== null && validTo < today ? [problem('validTo', 'closedInPast')] : backwards;
    case 'version': {
      const bound = latest?.service.validTo ?? null;
      const from = latest?.service.validFrom ?? '';
      if (validFrom <= from) return [problem('validFrom', 'notLater', { from })];
      if (bound !== null && validFrom < bound) return [problem('validFrom', 'notLater', { from: bound })];
      return validFrom < today ? [problem('validFrom', 'past')] : backwards;
    }
  }
}

/** Fields that differ, each as a whole. Both sides come from one schema, so equal values are written alike. */
function changesOf(before: WholeDraft, after: WholeDraft): readonly DraftChange[] {
  const old = new Map<string, unknown>(Object.entries(flat(before)));
  return Object.entries(flat(after))
    .filter(([field, value]) => JSON.stringify(old.get(field) ?? null) !== JSON.stringify(value ?? null))
    .map(([field, value]) => ({ field, before: old.get(field) ?? null, after: value }));
}

/** A card's fields are compared one by one: `card.result`. */
function flat({ card, ...draft }: WholeDraft): Record<string, unknown> {
  const fields = Object.entries(card ?? {}).map(([name, value]) => [`card.${name}`, value]);
  return { ...draft, hasCard: card !== null, ...Object.fromEntries(fields) };
}
