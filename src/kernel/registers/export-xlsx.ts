import writeExcelFile from 'write-excel-file/node';
import { Refusal } from '../actions/refusal.ts';
import { writableText } from './harmless-text.ts';
import type { ListColumn, ListValue, Rows } from './list-column.ts';

/** A workbook is built in memory: longer lists are taken as CSV. */
export const MOST_XLSX_ROWS = 150_000;

type Cell =
  | { readonly value: string; readonly type: typeof String; readonly fontWeight?: 'bold' }
  | { readonly value: number; readonly type: typeof Number }
  | { readonly value: boolean; readonly type: typeof Boolean }
  | null;

export interface XlsxSheet {
  readonly name: string;
  readonly data: Cell[][];
  readonly columns: { width?: number }[];
}

/** One list as a workbook. Throws `Refusal` when there are too many rows for a workbook. */
export async function exportXlsx<Row>(
  rows: Rows<Row>,
  columns: readonly ListColumn<Row>[],
  name = 'Список',
): Promise<Buffer> {
  const built = lastBuilt.then(async () => exportWorkbook([await toSheet(name, rows, columns)]));
  lastBuilt = built.catch(() => undefined);
  return built;
}

/** One long list is a few hundred megabytes while it is put together, so they wait for one another. */
let lastBuilt: Promise<unknown> = Promise.resolve();

/** Several lists as sheets of one workbook. */
export function exportWorkbook(sheets: readonly XlsxSheet[]): Promise<Buffer> {
  const names = uniqueNames(sheets.map(({ name }) => sheetName(name)));
  return writeExcelFile(
    sheets.map(({ data, columns }, index) => ({
      sheet: names[index] ?? `${index + 1}`,
      data,
      columns,
      stickyRowsCount: 1,
    })),
  ).toBuffer();
}

export async function toSheet<Row>(
  name: string,
  rows: Rows<Row>,
  columns: readonly ListColumn<Row>[],
): Promise<XlsxSheet> {
  const data: Cell[][] = [
    columns.map(({ title }) => ({ value: writableText(title), type: String, fontWeight: 'bold' })),
  ];
  for await (const row of rows) {
    if (data.length > MOST_XLSX_ROWS) {
      throw new Refusal('registers:refusals.tooManyRowsForXlsx', { most: MOST_XLSX_ROWS }, 413);
    }
    data.push(columns.map((column) => toCell(column.value(row))));
  }
  const widths = columns.map(({ width, title }) => ({ width: width ?? Math.max(12, title.length + 2) }));
  return { name, data, columns: widths };
}

function toCell(value: ListValue): Cell {
  if (value === null || value === '') return null;
  if (typeof value === 'number') return { value, type: Number };
  if (typeof value === 'boolean') return { value, type: Boolean };
  return { value: writableText(value), type: String };
}

/** Excel allows 31 characters and none of `[]:*?/\`. */
function sheetName(name: string): string {
  const allowed = writableText(name)
    .replaceAll(/[[\]:*?/\\']/g, ' ')
    .trim()
    .slice(0, 28);
  return allowed === '' ? 'Аркуш' : allowed;
}

function uniqueNames(names: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    let free = name;
    for (let number = 2; taken.has(free.toLowerCase()); number++) free = `${name} ${number}`;
    taken.add(free.toLowerCase());
    return free;
  });
}
