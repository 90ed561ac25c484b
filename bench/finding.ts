/** One line of the table. */
export interface Finding {
  readonly item: string;
  readonly figure: number;
  readonly unit: 'a second' | 'ms' | 's' | 'MB' | 'rows' | '%';
  /** What the database alone does, measured in the same run; and how much of it is reached. */
  readonly limit?: number;
  readonly ratio?: number;
  /** The mark of the issue, for the ratio where there is one; none for what is only told beside it. */
  readonly wanted?: { readonly least: number } | { readonly most: number };
}

export function isMet({ figure, ratio, wanted }: Finding): boolean {
  if (wanted === undefined) return true;
  const value = ratio ?? figure;
  return 'least' in wanted ? value >= wanted.least : value <= wanted.most;
}

/** How long and how often; the short ones are for trying. */
export interface Pace {
  readonly seconds: number;
  readonly rounds: number;
  readonly cases: number;
  readonly windows: number;
}

export const FULL: Pace = { seconds: 10, rounds: 3, cases: 1_000_000, windows: 40_000 };
export const QUICK: Pace = { seconds: 3, rounds: 1, cases: 50_000, windows: 10_000 };
