import { parse } from 'csv-parse/sync';
import { readSheet as readXlsx } from 'read-excel-file/node';
import type { z } from 'zod';
import { Refusal } from '../actions/refusal.ts';
import type { ListFormat } from './list-download.ts';
import { declaredZipSize } from './zip-size.ts';

export const SHEET_LIMITS = {
  bytes: 10 * 1024 * 1024,
  rows: 20_000,
  unpackedBytes: 200 * 1024 * 1024,
  cell: 32_767,
};

/** A column that an import knows: any of its titles may stand at the top (case and spaces do not matter). */
export interface SheetColumn {
  readonly field: string;
  readonly titles: readonly string[];
}

/** The columns of a sheet, and what each row must be. Cells come as trimmed texts, empty ones not at all. */
export interface SheetSchema<Row extends z.ZodType> {
  readonly columns: readonly SheetColumn[];
  readonly row: Row;
}

export interface BadRow {
  /** As the spreadsheet numbers it: the titles are row 1. */
  readonly row: number;
  readonly field: string;
  /** What to mend. */
  readonly sentence: string;
}

export interface SheetRows<Row> {
  readonly rows: readonly { readonly row: number; readonly value: Row }[];
  readonly badRows: readonly BadRow[];
}

/**
 * Reads a register from a file without writing anything: what a dry run shows. `tell` makes a
 * sentence of a schema's issue in the reader's language. Throws `Refusal` where the file as a whole
 * cannot be read.
 */
export async function readSheet<Row extends z.ZodType>(
  bytes: Buffer,
  type: ListFormat,
  schema: SheetSchema<Row>,
  tell: (issue: z.core.$ZodIssue) => string,
): Promise<SheetRows<z.output<Row>>> {
  const [head, ...body] = await readSheetLines(bytes, type);
  if (head === undefined) throw new Refusal('registers:refusals.empty', {}, 422);
  const fields = matchTitles(head, schema.columns);
  const rows: { row: number; value: z.output<Row> }[] = [];
  const badRows: BadRow[] = [];
  body.forEach((line, index) => {
    if (line.every((cell) => cell === '')) return;
    const parsed = schema.row.safeParse(toObject(line, fields));
    if (parsed.success) rows.push({ row: index + 2, value: parsed.data });
    else
      badRows.push(
        ...parsed.error.issues.map((issue) => ({
          row: index + 2,
          field: issue.path.join('.'),
          sentence: tell(issue),
        })),
      );
  });
  if (rows.length + badRows.length === 0) throw new Refusal('registers:refusals.empty', {}, 422);
  return { rows, badRows };
}

/**
 * Every line of a file as trimmed texts, for files whose columns are not ours to name. `legacy`: the
 * encoding of files that are not UTF-8 (banks still write Windows-1251). Throws `Refusal`.
 */
export async function readSheetLines(
  bytes: Buffer,
  type: ListFormat,
  legacy?: 'windows-1251',
): Promise<string[][]> {
  if (bytes.length > SHEET_LIMITS.bytes) {
    throw new Refusal(
      'registers:refusals.fileTooLarge',
      { megabytes: SHEET_LIMITS.bytes / 1024 / 1024 },
      413,
    );
  }
  return type === 'csv' ? readCsvLines(bytes, legacy) : readXlsxLines(bytes);
}

/** By the file's own first bytes: a name can say anything. */
export function sheetFormatOf(bytes: Buffer): ListFormat {
  return bytes.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004', 'latin1')) ? 'xlsx' : 'csv';
}

function decodeText(bytes: Buffer, legacy: 'windows-1251' | undefined): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    if (legacy === undefined) throw new Refusal('registers:refusals.notUtf8', {}, 422);
    return new TextDecoder(legacy).decode(bytes);
  }
}

function readCsvLines(bytes: Buffer, legacy?: 'windows-1251'): string[][] {
  const text = decodeText(bytes, legacy);
  const firstLine = text.slice(0, text.indexOf('\n') === -1 ? undefined : text.indexOf('\n'));
  try {
    const lines = parse(text, {
      bom: true,
      delimiter: delimiterOf(firstLine),
      relax_column_count: true,
      max_record_size: SHEET_LIMITS.cell * 10,
      to: SHEET_LIMITS.rows + 2,
    });
    return checkCount(lines.map((line) => line.map((cell) => cell.trim())));
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal('registers:refusals.unreadable', {}, 422);
  }
}

/** Excel in Ukraine writes semicolons. */
function delimiterOf(line: string): string {
  const count = (sign: string): number => line.split(sign).length;
  return [',', ';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}

async function readXlsxLines(bytes: Buffer): Promise<string[][]> {
  const size = declaredZipSize(bytes);
  if (size === null) throw new Refusal('registers:refusals.unreadable', {}, 422);
  if (size.bytes > SHEET_LIMITS.unpackedBytes || size.files > 1_000) {
    throw new Refusal(
      'registers:refusals.fileTooLarge',
      { megabytes: SHEET_LIMITS.bytes / 1024 / 1024 },
      413,
    );
  }
  try {
    const lines = await readXlsx(bytes, { parseNumber: (text: string) => text });
    return checkCount(lines.map((line) => line.map(cellText)));
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal('registers:refusals.unreadable', {}, 422);
  }
}

function checkCount(lines: string[][]): string[][] {
  if (lines.length > SHEET_LIMITS.rows + 1) {
    throw new Refusal('registers:refusals.tooManyRows', { most: SHEET_LIMITS.rows }, 413);
  }
  return lines;
}

/** Dates become `YYYY-MM-DD`: a spreadsheet's date has no zone, and its reader puts it in UTC. */
function cellText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  const text =
    typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? `${value}` : '';
  return text.trim().slice(0, SHEET_LIMITS.cell);
}

function matchTitles(
  head: readonly string[],
  columns: readonly SheetColumn[],
): readonly (string | undefined)[] {
  const fields = head.map(
    (title) => columns.find(({ titles }) => titles.some((known) => sameTitle(known, title)))?.field,
  );
  if (fields.every((field) => field === undefined)) {
    const wanted = columns.map(({ titles }) => `«${titles[0] ?? ''}»`).join(', ');
    throw new Refusal('registers:refusals.noKnownColumns', { wanted }, 422);
  }
  return fields;
}

function sameTitle(left: string, right: string): boolean {
  const plain = (text: string): string => text.trim().replaceAll(/\s+/g, ' ').toLocaleLowerCase('uk');
  return plain(left) === plain(right);
}

/** An apostrophe that our own export put before a formula's sign is taken away again. */
function toObject(line: readonly string[], fields: readonly (string | undefined)[]): Record<string, string> {
  const entries = fields.flatMap((field, index): [string, string][] => {
    const cell = (line[index] ?? '').replace(/^'(?=[=+\-@＝＋－＠])/, '');
    return field === undefined || cell === '' ? [] : [[field, cell]];
  });
  return Object.fromEntries(entries);
}
