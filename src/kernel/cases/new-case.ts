import type { RawBuilder } from 'kysely';
import type { DeadlineRule } from '../clock/deadline-rule.ts';
import type { TermStep } from '../clock/term.ts';
import type { CaseKind } from './case-kind.ts';
import type { EventData, Holder } from './case-event.ts';
import type { NewQuestion } from './case-questions.ts';

export interface NewApplicant {
  readonly kind: 'person' | 'body' | 'unknown';
  readonly name?: string | undefined;
  /** РНОКПП or ЄДРПОУ, already checked (`parseApplicantCode`). */
  readonly code?: string | undefined;
  readonly passport?: string | undefined;
  readonly phone?: string | undefined;
  readonly email?: string | undefined;
  readonly address?: string | undefined;
}

/** A rule of the general table by its code, or a term that a service's own law sets. */
export type CaseTerm =
  | { readonly ruleCode: string }
  | (Pick<DeadlineRule, 'code' | 'value' | 'unit' | 'article'> & Partial<DeadlineRule>);

export interface NewCase {
  /** uuid v7; made here where it is left out. */
  readonly id?: string | undefined;
  readonly kind: CaseKind;
  /** Number book, `applications`; and the letters before its numbers: `ЦНАП` → `ЦНАП-2020-000123`. */
  readonly book: { readonly name: string; readonly letters: string };
  /**
   * A number and a code that a device gave while it was offline, out of a book that is leased to it alone.
   * The constraints on numbers refuse one that is taken.
   */
  readonly given?: { readonly seq: number; readonly trackingCode: string };
  /** Words for lists, without personal data: the name of the service. */
  readonly title: string;
  readonly state: string;
  /** Type of the first event; `registered` where it is left out. */
  readonly event?: string;
  readonly data?: EventData;
  /** A new applicant, one who is known already, or nobody. */
  readonly applicant: NewApplicant | { readonly id: string } | null;
  readonly unitId: string | null;
  readonly executorId?: string | null;
  readonly holder: Holder;
  /** The complex service of which this case is a part. */
  readonly partOf?: { readonly caseId: string; readonly no: number };
  /** The definition it began under, and keeps. */
  readonly definition?: { readonly code: string; readonly version: string };
  /** `null`: no legal term (a consultation). */
  readonly term: CaseTerm | null;
  /** Kyiv date of the event that starts the terms, where it is not the day of opening (came after hours). */
  readonly startedOn?: string;
  /** Clocks beside the main one, by their names: five days to forward. */
  readonly otherTerms?: Readonly<Record<string, CaseTerm>>;
  /** What it asks, each question with its own topic, executor and outcome. */
  readonly questions?: readonly NewQuestion[];
  /** More texts to find it by; title, number and applicant's name and code are always among them. */
  readonly words?: readonly string[];
  /**
   * The system's own row beside the case, by the given `id`, written in the same statement; several
   * statements where there is more than one table. Each may select from `opened (id, seq, number)`.
   */
  readonly beside?: RawBuilder<unknown> | readonly RawBuilder<unknown>[];
}

export interface OpenedCase {
  readonly id: string;
  readonly number: string;
  readonly seq: number;
  readonly dueOn: string | null;
  readonly internalDueOn: string | null;
  readonly steps: readonly TermStep[];
  /** Shown once, on the receipt; the database keeps its hash. */
  readonly trackingCode: string;
}
