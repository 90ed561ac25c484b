import type { Title } from '../actions/define.ts';

/**
 * A column of a figure's facts by which it can be split. `code` and `label` name columns of the
 * facts; equal codes have equal labels. A null code is read as "not stated" (code `''`).
 * `month` is known to every figure whose period is `within` and need not be declared.
 */
export interface Dimension {
  readonly name: string;
  readonly title: Title;
  readonly code: string;
  readonly label: string;
  /** Column of the English label; without it both languages read `label`. */
  readonly labelEn?: string;
  /**
   * Cells of one day may name a person (a service, a body): a suppressed figure is split by this
   * dimension in whole months only, so that two periods cannot be subtracted to find a day.
   */
  readonly fine?: boolean;
}

/** How the facts become a number. Every measure is an aggregate over one relation, so parts add up. */
export type Measure =
  | { readonly kind: 'count' }
  | { readonly kind: 'sum'; readonly column: string }
  | { readonly kind: 'average'; readonly column: string; readonly digits: number }
  | { readonly kind: 'median'; readonly column: string; readonly digits: number }
  /** Share of facts in which the boolean column is true, in per cent; nulls are no sample. */
  | { readonly kind: 'share'; readonly column: string; readonly digits: number }
  /**
   * Share of facts above zero minus share below it, in points from −100 to 100, as a loyalty index;
   * zeros count in the sample, nulls are no sample.
   */
  | { readonly kind: 'balance'; readonly column: string; readonly digits: number };

/**
 * A figure is a relation of facts without personal data (a view of its system's schema) and a measure.
 * Value, breakdowns and the rows behind a cell come from the same relation in one snapshot.
 * The view has one row a counted thing, and either a `date` column `day` (Kyiv; period `within`) or
 * `valid_from` and `valid_to` (`valid_to` null = still alive; period `at-end`).
 */
export interface Figure {
  /** `<system>.<name>`, e.g. `applications.registered`. */
  readonly id: string;
  readonly title: Title;
  readonly unit: Title;
  /** What is counted and what is not, in a sentence or two. */
  readonly definition: Title;
  /** `schema.view` of the facts. */
  readonly facts: string;
  /** Column that is unique a row: orders the rows, is never shown. Without it they are told apart by what they hold, slower. */
  readonly key?: string;
  readonly measure: Measure;
  /** How facts are chosen by period: `day` within it, or alive at its last day (`valid_from <= to < valid_to`). */
  readonly period: 'within' | 'at-end';
  readonly dimensions: readonly Dimension[];
  /** Columns of the facts shown when the cell is opened (never personal). */
  readonly columns: readonly { readonly column: string; readonly title: Title }[];
  /** Cells that count fewer people than this are not published (0 = the facts name no person). */
  readonly suppressBelow: number;
  /** Text column that says, where not null, what of this fact a replay had to invent. */
  readonly synthetic?: string;
}

/** First and last civil day, both counted. */
export interface Period {
  readonly from: string;
  readonly to: string;
}
