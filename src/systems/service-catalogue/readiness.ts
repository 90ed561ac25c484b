import { z } from 'zod';
import type { InformationCard } from './service.ts';

const words = z.object({
  uk: z.string().trim().min(1, 'service-catalogue:input.readiness').max(500),
  en: z.string().trim().max(500).default(''),
});
export type ReadinessWords = z.output<typeof words>;

/** A rule of the reception that no paper tells: age, who may apply, a date that has passed. */
export const readinessRuleSchema = z.object({
  question: words,
  /** The answer that has the effect. */
  when: z.enum(['yes', 'no'], 'service-catalogue:input.readiness'),
  /** `refuse`: not received today; `bring`: one more thing in the bag. */
  effect: z.enum(['refuse', 'bring'], 'service-catalogue:input.readiness'),
  /** Why, or what to bring. */
  text: words,
  /** What to do instead. */
  instead: words.optional(),
});
export type ReadinessRule = z.output<typeof readinessRuleSchema>;
export const readinessSchema = z.array(readinessRuleSchema).max(30, 'service-catalogue:input.readiness');

/** One yes-or-no question of the check-list. */
export interface ReadinessQuestion {
  /** `rule-0`, `condition-2`: its name in the address. */
  readonly name: string;
  readonly text: ReadinessWords;
  /** What of the papers hangs on it: said under the question. */
  readonly documents: readonly string[];
}

export interface DocumentToBring {
  readonly name: string;
  readonly kind: 'original' | 'copy' | 'form' | null;
  readonly note: string | null;
  readonly required: boolean;
}

export interface ReadinessAnswer {
  readonly bring: readonly DocumentToBring[];
  readonly refusals: readonly { readonly text: ReadinessWords; readonly instead: ReadinessWords | null }[];
  /** Questions without an answer yet: the list is not final. */
  readonly open: readonly string[];
}

export interface ReadinessFacts {
  readonly documents: readonly string[];
  readonly card: Pick<InformationCard, 'documents'> | null;
  readonly rules: readonly ReadinessRule[];
}

export type YesNo = 'yes' | 'no';

/** Papers that the Centre asks other bodies for itself stand on a card, but nobody needs to bring them. */
export function isGotByCentre(condition: string | null): boolean {
  return condition !== null && /отримує сам/iu.test(condition);
}

/** The conditions of a card's papers, each once, in their order. */
function conditionsOf(card: ReadinessFacts['card']): readonly string[] {
  const all = card?.documents.map(({ condition }) => condition) ?? [];
  return [...new Set(all.filter((one): one is string => one !== null && !isGotByCentre(one)))];
}

/**
 * The questions of one service, made of its rules and of the conditions of its papers: «Якщо
 * звертається представник» asks «Звертається представник?».
 */
export function questionsOf(facts: ReadinessFacts): readonly ReadinessQuestion[] {
  const rules = facts.rules.map(({ question }, index) => ({
    name: `rule-${index}`,
    text: question,
    documents: [],
  }));
  const conditions = conditionsOf(facts.card).map((condition, index) => ({
    name: `condition-${index}`,
    text: { uk: askedOf(condition), en: '' },
    documents: (facts.card?.documents ?? [])
      .filter((document) => document.condition === condition)
      .map(({ name }) => name),
  }));
  return [...rules, ...conditions];
}

function askedOf(condition: string): string {
  const [, rest] = /^якщо\s+(.+)$/iu.exec(condition) ?? [];
  if (rest === undefined) return `Чи стосується вас: «${condition}»?`;
  return `${rest.charAt(0).toLocaleUpperCase('uk')}${rest.slice(1)}?`;
}

/** What to bring, and for what one would be sent home today. Pure: the hour and the hall are asked elsewhere. */
export function judgeReadiness(
  facts: ReadinessFacts,
  answers: Readonly<Record<string, YesNo | undefined>>,
): ReadinessAnswer {
  const hit = facts.rules.filter(({ when }, index) => answers[`rule-${index}`] === when);
  return {
    bring: [
      ...papersOf(facts, answers),
      ...hit.filter(({ effect }) => effect === 'bring').map(({ text }) => paper(text.uk)),
    ],
    refusals: hit
      .filter(({ effect }) => effect === 'refuse')
      .map(({ text, instead }) => ({ text, instead: instead ?? null })),
    open: questionsOf(facts)
      .filter(({ name }) => answers[name] === undefined)
      .map(({ name }) => name),
  };
}

function papersOf(
  { card, documents }: ReadinessFacts,
  answers: Readonly<Record<string, YesNo | undefined>>,
): readonly DocumentToBring[] {
  if (card === null) return documents.map(paper);
  const conditions = conditionsOf(card);
  return card.documents
    .filter(({ condition }) => {
      if (condition === null) return true;
      return !isGotByCentre(condition) && answers[`condition-${conditions.indexOf(condition)}`] === 'yes';
    })
    .map(({ name, kind, note, required, condition }) => ({
      name,
      kind,
      note,
      // What a condition asks for is obligatory once the condition holds.
      required: required || condition !== null,
    }));
}

function paper(name: string): DocumentToBring {
  return { name, kind: null, note: null, required: true };
}
