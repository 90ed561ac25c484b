import type { Figure } from '../figure.ts';

/** How a table of a report compares itself: with the year before, or with the period's first day. */
export type Comparison = 'year-before' | 'start-of-year';

export interface PlannedPart {
  readonly by: string;
  /** Codes in the order in which the city's own report prints them; others follow by size. */
  readonly order?: readonly string[];
  /** Codes of sums that stay last however great they are. */
  readonly last?: readonly string[];
  /** Longer lists show so many first and the rest on demand. */
  readonly top?: number;
}

export interface PlannedBlock {
  /** Names the heading in the catalogue and the anchor on the page. */
  readonly name: string;
  readonly figure: Figure;
  readonly compare: Comparison;
  readonly parts: readonly PlannedPart[];
}

/** A report is an arrangement of figures and nothing else. */
export interface Arrangement {
  /** Whose catalogue names the blocks and parts. */
  readonly system: string;
  readonly blocks: readonly PlannedBlock[];
}

export const NOT_ITEMISED = 'not-itemised';
