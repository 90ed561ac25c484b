/** Where the next sheet begins; nothing at the first. Spread into a query's input. */
export interface From<Mark> {
  readonly after?: Mark;
}

export interface Sheet<Row, Mark> {
  readonly rows: readonly Row[];
  /** What the next sheet comes after; null at the last. */
  readonly next: Mark | null;
}

/** A download is a sheet for people, not the archive: where a list may be long, so many of its first rows. */
export const MOST_DOWNLOADED = 20_000;

/** All rows of a list, read sheet by sheet as they are asked for; no further sheet is read once `most` were given. */
export async function* everyRow<Row, Mark>(
  read: (from: From<Mark>) => Promise<Sheet<Row, Mark>>,
  most = Number.POSITIVE_INFINITY,
): AsyncGenerator<Row> {
  let given = 0;
  for (let from: From<Mark> | null = {}; from !== null && given < most; ) {
    const { rows, next }: Sheet<Row, Mark> = await read(from);
    yield* rows;
    given += rows.length;
    from = next === null ? null : { after: next };
  }
}
