import { buffer } from 'node:stream/consumers';
import { readSheet as readXlsx } from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { Refusal } from '../actions/refusal.ts';
import { exportCsv } from './export-csv.ts';
import { exportWorkbook, exportXlsx, toSheet } from './export-xlsx.ts';
import type { ListColumn } from './list-column.ts';
import { listDownload } from './list-download.ts';
import { readSheet, SHEET_LIMITS, sheetFormatOf } from './read-sheet.ts';

interface Resident {
  readonly name: string;
  readonly count: number | null;
}

const COLUMNS: readonly ListColumn<Resident>[] = [
  { title: 'Назва', value: ({ name }) => name },
  { title: 'Кількість', value: ({ count }) => count },
];
const EVIL = ['=1+1', '+1', '-2+3', '@SUM(A1)', '\t=1', '＝1', '=HYPERLINK("http://x","y")'];
const ROWS: readonly Resident[] = [
  { name: 'Їжак, ґанок; «є»', count: -5 },
  { name: 'рядок\nдругий', count: null },
  ...EVIL.map((name) => ({ name, count: 1 })),
];

const SCHEMA = {
  columns: [
    { field: 'name', titles: ['Назва', 'Name'] },
    { field: 'count', titles: ['Кількість'] },
  ],
  row: z.object({ name: z.string(), count: z.coerce.number().int('ціле число').optional() }),
};
const tell = (issue: z.core.$ZodIssue): string => issue.message;

async function csvOf(rows: readonly Resident[]): Promise<Buffer> {
  return buffer(exportCsv(rows, COLUMNS));
}

describe('CSV', () => {
  it('begins with the mark that Excel needs and quotes what must be quoted', async () => {
    const text = (await csvOf(ROWS.slice(0, 2))).toString();
    expect(text).toBe('\uFEFFНазва,Кількість\r\n"Їжак, ґанок; «є»",-5\r\n"рядок\nдругий",\r\n');
  });

  it('makes formulas harmless', async () => {
    const lines = (await csvOf(EVIL.map((name) => ({ name, count: 0 }))))
      .toString()
      .split('\r\n')
      .slice(1, -1);
    expect(lines.length).toBe(EVIL.length);
    for (const line of lines) expect(line).toMatch(/^"?'/);
  });

  it('streams a long list without holding it', async () => {
    let made = 0;
    async function* many(): AsyncGenerator<Resident> {
      for (; made < 20_000; made++) yield { name: `${made}`, count: made };
    }
    const stream = exportCsv(many(), COLUMNS);
    await new Promise((resolve) => stream.once('readable', resolve));
    expect(made).toBeLessThan(20_000);
    expect((await buffer(stream)).toString().split('\r\n').length).toBe(20_002);
  });
});

describe('XLSX', () => {
  it('comes back as it was written, formulas as texts', async () => {
    const lines = await readXlsx(await exportXlsx(ROWS, COLUMNS));
    expect(lines[0]).toEqual(['Назва', 'Кількість']);
    expect(lines.slice(3).map(([name]) => name)).toEqual(EVIL.map((name) => name.trim()));
    expect(lines[1]).toEqual(['Їжак, ґанок; «є»', -5]);
  });

  it('holds several sheets under names that Excel allows', async () => {
    const sheet = await toSheet('За послугами: [усі] / та інше, чого не вміщає назва', ROWS, COLUMNS);
    const bytes = await exportWorkbook([sheet, sheet]);
    expect(sheetFormatOf(bytes)).toBe('xlsx');
    expect((await readXlsx(bytes, 2)).length).toBe(ROWS.length + 1);
  });

  it('holds no character that breaks its XML', async () => {
    const bytes = await exportXlsx([{ name: 'a\u0000\u0008<&>\uD800b', count: 1 }], COLUMNS);
    expect((await readXlsx(bytes))[1]?.[0]).toMatch(/^a<&>\uFFFD?b$/);
  });
});

describe('reading a register', () => {
  it.each(['csv', 'xlsx'] as const)('takes back its own %s', async (format) => {
    const { bytes } = await listDownload(COLUMNS, ROWS.slice(0, 3), format, 'список');
    const file = bytes instanceof Uint8Array ? Buffer.from(bytes) : await buffer(bytes);
    expect(sheetFormatOf(file)).toBe(format);
    const { rows, badRows } = await readSheet(file, format, SCHEMA, tell);
    expect(badRows).toEqual([]);
    expect(rows.map(({ value }) => value)).toEqual([
      { name: 'Їжак, ґанок; «є»', count: -5 },
      { name: 'рядок\nдругий' },
      { name: '=1+1', count: 1 },
    ]);
  });

  it('names each bad row and field, and takes the rest', async () => {
    const file = Buffer.from('Кількість;назва\n1;перша\n;\nбагато;друга\n2;\n');
    const { rows, badRows } = await readSheet(file, 'csv', SCHEMA, tell);
    expect(rows).toEqual([{ row: 2, value: { name: 'перша', count: 1 } }]);
    expect(badRows.map(({ row, field }) => [row, field])).toEqual([
      [4, 'count'],
      [5, 'name'],
    ]);
  });

  it.each([
    ['too large', Buffer.alloc(SHEET_LIMITS.bytes + 1, 'a'), 'csv', 'fileTooLarge'],
    ['too many rows', Buffer.from(`Назва\n${'a\n'.repeat(SHEET_LIMITS.rows + 1)}`), 'csv', 'tooManyRows'],
    ['not UTF-8', Buffer.from([0xcd, 0xe0, 0xe7, 0xe2, 0xe0]), 'csv', 'notUtf8'],
    ['no workbook', Buffer.from('PK\u0003\u0004 nothing'), 'xlsx', 'unreadable'],
    ['a foreign sheet', Buffer.from('a,b\n1,2\n'), 'csv', 'noKnownColumns'],
    ['empty', Buffer.from(''), 'csv', 'empty'],
  ] as const)('refuses a file that is %s', async (_, bytes, format, key) => {
    const refusal = await readSheet(bytes, format, SCHEMA, tell).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(Refusal);
    expect(refusal).toMatchObject({ key: `registers:refusals.${key}` });
  });
});
