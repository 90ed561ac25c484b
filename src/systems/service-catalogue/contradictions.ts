import { isAsked } from './service-form.ts';
import type { FormField } from './service-form.ts';
import { isGotByCentre } from './readiness.ts';
import type { InformationCard, Service } from './service.ts';
import { CENTRE, daysAllowed, daysOfStages, type Stage } from './technological-card.ts';

/** What contradicts what in a definition. An error is not published; a warning only when somebody says so. */
export const CONTRADICTIONS = {
  'stages-over-term': 'error',
  'stage-unit-gone': 'error',
  'provider-gone': 'error',
  'versions-overlap': 'error',
  'question-twice': 'error',
  'question-never-asked': 'error',
  'hint-never-asked': 'warning',
  'held-document': 'warning',
  'fee-differs': 'warning',
  'term-differs': 'warning',
  'mark-missing': 'warning',
} as const satisfies Readonly<Record<string, 'error' | 'warning'>>;
export type ContradictionKey = keyof typeof CONTRADICTIONS;
export type ContradictionLevel = (typeof CONTRADICTIONS)[ContradictionKey];

export interface Contradiction {
  /** The sentence is `service-catalogue:contradictions.<key>`. */
  readonly key: ContradictionKey;
  readonly level: ContradictionLevel;
  readonly params: Readonly<Record<string, string>>;
}

/** A paper that the authorities hold: an administrator may not ask for it (Law 5203-VI art. 9(7)-(8)). */
export interface HeldDocument {
  readonly code: string;
  readonly name: string;
  /** Pieces by which a line of a card is known to mean it. */
  readonly signs: readonly string[];
  readonly heldBy: string;
  readonly article: string;
}

export type Judged = Pick<Service, 'code' | 'validFrom' | 'validTo' | 'term' | 'fee' | 'form'> & {
  /** Codes of the bodies. */
  readonly providers: readonly string[];
  readonly documents: readonly string[];
  readonly card: InformationCard | null;
  readonly stages: readonly Stage[];
  /** The paper that it gives: a certificate of residence is no paper asked for. */
  readonly name: string;
};

export interface KnownFacts {
  /** Codes of units in force on the day. */
  readonly units: ReadonlySet<string>;
  readonly held: readonly HeldDocument[];
}

/** Everything that cannot be true at once in one definition. Pure. */
export function findContradictions(judged: Judged, known: KnownFacts): readonly Contradiction[] {
  return [
    ...stageContradictions(judged, known),
    ...providerContradictions(judged, known),
    ...formContradictions(judged.form),
    ...documentContradictions(judged, known),
    ...cardContradictions(judged),
  ];
}

function contradiction(key: ContradictionKey, params: Contradiction['params'] = {}): Contradiction {
  return { key, level: CONTRADICTIONS[key], params };
}

function stageContradictions({ stages, term }: Judged, { units }: KnownFacts): readonly Contradiction[] {
  if (stages.length === 0) return [];
  const sum = daysOfStages(stages);
  const allowed = daysAllowed(term);
  const gone = [...new Set(stages.map(({ unit }) => unit))].filter(
    (unit) => unit !== CENTRE && !units.has(unit),
  );
  return [
    // Quarters of days are added up in floating point.
    ...(sum > allowed + 1e-9
      ? [contradiction('stages-over-term', { sum: daysText(sum), allowed: daysText(allowed) })]
      : []),
    ...gone.map((unit) => contradiction('stage-unit-gone', { unit })),
    ...(stages.some(({ mark }) => mark === 'performs') ? [] : [contradiction('mark-missing')]),
  ];
}

function daysText(days: number): string {
  return String(Math.round(days * 100) / 100).replace('.', ',');
}

function providerContradictions({ providers }: Judged, { units }: KnownFacts): readonly Contradiction[] {
  const living = providers.filter((code) => units.has(code));
  if (living.length > 0) return [];
  return [contradiction('provider-gone', { provider: providers.join(', ') || '–' })];
}

function formContradictions(form: readonly FormField[]): readonly Contradiction[] {
  const names = form.map(({ name }) => name);
  const twice = [...new Set(names.filter((name, index) => names.indexOf(name) !== index))];
  return [
    ...twice.map((name) => contradiction('question-twice', { question: labelOf(form, name) })),
    ...form
      .filter((field) => !canBeAsked(field, form))
      .map(({ required, label }) =>
        contradiction(required ? 'question-never-asked' : 'hint-never-asked', { question: label.uk }),
      ),
  ];
}

function labelOf(form: readonly FormField[], name: string): string {
  return form.find((field) => field.name === name)?.label.uk ?? name;
}

/** Whether any answers at all bring a question up: walks up the conditions, each of which must be possible. */
export function canBeAsked(field: FormField, form: readonly FormField[]): boolean {
  const answers: Record<string, string | boolean> = {};
  let current: FormField | undefined = field;
  while (current?.showWhen !== undefined) {
    const { field: name, is }: { field: string; is: string | boolean } = current.showWhen;
    if (name in answers) return false;
    answers[name] = is;
    current = form.find((one) => one.name === name);
    if (current === undefined || !canAnswer(current, is)) return false;
  }
  return isAsked(field, form, answers);
}

function canAnswer(field: FormField, answer: string | boolean): boolean {
  if (field.kind === 'yes-no') return typeof answer === 'boolean';
  return field.kind === 'choice' && field.options.some(({ value }) => value === answer);
}

function documentContradictions(
  { name, documents, card }: Judged,
  { held }: KnownFacts,
): readonly Contradiction[] {
  const asked =
    card === null
      ? documents
      : card.documents
          .filter(({ condition }) => !isGotByCentre(condition) && !/немає (?:в|у) /iu.test(condition ?? ''))
          .map((document) => document.name);
  return asked.flatMap((document) => {
    const found = held.find((one) => means(document, one) && !gives(name, one));
    if (found === undefined) return [];
    return [contradiction('held-document', { document, heldBy: found.heldBy, article: found.article })];
  });
}

function means(text: string, { signs }: HeldDocument): boolean {
  const plain = text.toLocaleLowerCase('uk');
  return signs.some((sign) => plain.includes(sign.toLocaleLowerCase('uk')));
}

/** «Видача витягу про місце проживання» gives the paper: the beginnings of its words are enough. */
function gives(name: string, { signs }: HeldDocument): boolean {
  const beginnings = beginningsOf(name);
  return signs.some((sign) => beginnings.includes(beginningsOf(sign)));
}

function beginningsOf(text: string): string {
  const words = text.toLocaleLowerCase('uk').split(/[^\p{L}\d’-]+/u);
  return words.map((word) => word.slice(0, 4)).join(' ');
}

/** The card speaks to people in words, the clock and the till reckon by numbers: both must say one thing. */
function cardContradictions({ card, fee, term }: Judged): readonly Contradiction[] {
  if (card === null) return [];
  const isFree =
    /безоплатн|безкоштовн/iu.test(card.paid) &&
    !/платн(?:а|о|ою)/iu.test(card.paid.replace(/безоплатн\S*/giu, ''));
  const number = /\d+/.exec(card.termText)?.[0];
  return [
    ...(isFree === (fee === null) ? [] : [contradiction('fee-differs', { paid: card.paid })]),
    ...(number === undefined || Number(number) === term.value
      ? []
      : [contradiction('term-differs', { words: card.termText, value: String(term.value) })]),
  ];
}

/** Versions of one service whose days overlap. The database excludes them; a file from elsewhere may not. */
export function findOverlaps(
  versions: readonly Pick<Service, 'code' | 'validFrom' | 'validTo'>[],
): readonly (Contradiction & { readonly code: string })[] {
  const byCode = Map.groupBy(versions, ({ code }) => code);
  return [...byCode].flatMap(([code, all]) => {
    const sorted = all.toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
    return sorted.flatMap((version, index) => {
      const next = sorted[index + 1];
      if (next === undefined || (version.validTo !== null && version.validTo <= next.validFrom)) return [];
      return [{ code, ...contradiction('versions-overlap', { from: next.validFrom }) }];
    });
  });
}
