/** Where the next sheet begins; nothing at the first. Spread into a query's input. */
export interface From<Mark> {
  readonly after?: Mark;
}

export interface Sheet<Row, Mark> {
  readonly rows: readonly Row[];
  /** What the next sheet comes after; null at the last. */
  readonly next: Mark | null;
}

/** All rows of a list, read sheet by sheet as they are asked for: a download never ends silently before the list. */
export async function* everyRow<Row, Mark>(
  read: (from: From<Mark>) => Promise<Sheet<Row, Mark>>,
): AsyncGenerator<Row> {
  for (let from: From<Mark> | null = {}; from !== null; ) {
    const { rows, next }: Sheet<Row, Mark> = await read(from);
    yield* rows;
    from = next === null ? null : { after: next };
  }
}
