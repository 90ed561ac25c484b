import { Readable } from 'node:stream';
import { stringify } from 'csv-stringify/sync';
import { harmlessCsv } from './harmless-text.ts';
import type { ListColumn, ListValue, Rows } from './list-column.ts';

const BATCH = 500;
/** Without it Excel reads Ukrainian letters in the code page of the machine. */
const BYTE_ORDER_MARK = '\uFEFF';

/** CSV (RFC 4180, UTF-8) as a stream: a long list is never whole in memory. */
export function exportCsv<Row>(rows: Rows<Row>, columns: readonly ListColumn<Row>[]): Readable {
  return Readable.from(writeLines(rows, columns), { objectMode: false });
}

async function* writeLines<Row>(
  rows: Rows<Row>,
  columns: readonly ListColumn<Row>[],
): AsyncGenerator<Buffer> {
  yield Buffer.from(BYTE_ORDER_MARK + toCsv([columns.map(({ title }) => harmlessCsv(title))]));
  let batch: string[][] = [];
  for await (const row of rows) {
    batch.push(columns.map((column) => csvText(column.value(row))));
    if (batch.length < BATCH) continue;
    yield Buffer.from(toCsv(batch));
    batch = [];
  }
  if (batch.length > 0) yield Buffer.from(toCsv(batch));
}

function csvText(value: ListValue): string {
  if (value === null) return '';
  // A negative number is a number; only texts can be formulas.
  return typeof value === 'string' ? harmlessCsv(value) : String(value);
}

function toCsv(lines: readonly (readonly string[])[]): string {
  return stringify([...lines], { record_delimiter: 'windows', quoted_match: /[\r\n]/ });
}
