/** What a cell of a download holds. Dates are civil (`YYYY-MM-DD`), so no zone can move them. */
export type ListValue = string | number | boolean | null;

/** A column of a downloaded list. */
export interface ListColumn<Row> {
  readonly title: string;
  value(row: Row): ListValue;
  /** Width in characters, for XLSX. */
  readonly width?: number;
}

export type Rows<Row> = Iterable<Row> | AsyncIterable<Row>;
