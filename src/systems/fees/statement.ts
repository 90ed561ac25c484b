import { createHash } from 'node:crypto';
import { z } from 'zod';
import { parseAmount } from './money.ts';

/** What a payment is read from. The first four every bank gives. */
export const STATEMENT_FIELDS = [
  'document',
  'paidOn',
  'amount',
  'purpose',
  'payerName',
  'payerCode',
  'payerAccount',
] as const;
export type StatementField = (typeof STATEMENT_FIELDS)[number];
export const REQUIRED_FIELDS = ['document', 'paidOn', 'amount', 'purpose'] as const;

/** In which column (from 0) each field stands. */
export type StatementColumns = Readonly<Partial<Record<StatementField, number>>>;
export const columnsSchema = z.partialRecord(z.enum(STATEMENT_FIELDS), z.number().int().min(0).max(200));

export interface StatementLine {
  /** As the spreadsheet numbers it. */
  readonly row: number;
  readonly document: string;
  readonly paidOn: string;
  readonly amount: string;
  readonly purpose: string;
  readonly payerName: string | null;
  readonly payerCode: string | null;
  /** Tells payers apart without naming one: a hash of the account, or of the code where no account stands. */
  readonly payerKey: string;
}

export interface BadCell {
  readonly row: number;
  readonly field: StatementField;
  /** Message `fees:statement.problems.<problem>`. */
  readonly problem: 'missing' | 'not-a-date' | 'not-money' | 'twice';
  /** The row it repeats. */
  readonly other?: number;
}

export interface StatementReading {
  readonly payments: readonly StatementLine[];
  /** Rows of what was paid out: not ours to match. */
  readonly notReceipts: number;
  readonly bad: readonly BadCell[];
}

/** What banks call the columns; letters only are compared. */
const KNOWN_TITLES: Readonly<Record<StatementField, readonly string[]>> = {
  document: [
    'номер документа',
    'номер документу',
    '№ документа',
    '№ док',
    'документ',
    'номер',
    'ref',
    'референс',
  ],
  paidOn: ['дата операції', 'дата проводки', 'дата зарахування', 'дата документа', 'дата', 'date'],
  amount: ['кредит', 'сума кредит', 'надходження', 'сума', 'сума платежу', 'сума грн', 'amount'],
  purpose: ['призначення платежу', 'призначення', 'purpose', 'деталі'],
  payerName: [
    'платник',
    'найменування платника',
    'назва платника',
    'кореспондент',
    'назва кореспондента',
    'payer',
  ],
  payerCode: [
    'код платника',
    'єдрпоу платника',
    'єдрпоу кореспондента',
    'ідентифікаційний код',
    'рнокпп',
    'єдрпоу',
  ],
  payerAccount: ['рахунок платника', 'рахунок кореспондента', 'iban платника', 'iban'],
};

const HEAD_WITHIN = 25;

/** Banks write some lines of their own above the table: the head is the line with most titles that we know. */
export function findHead(lines: readonly (readonly string[])[]): number {
  let best = { at: 0, known: 0 };
  lines.slice(0, HEAD_WITHIN).forEach((line, at) => {
    const known = Object.keys(guessColumns(line)).length;
    if (known > best.known) best = { at, known };
  });
  return best.at;
}

/** The columns that the titles tell by themselves; each column serves one field. */
export function guessColumns(titles: readonly string[]): StatementColumns {
  const plain = titles.map(plainTitle);
  const columns: Partial<Record<StatementField, number>> = {};
  for (const field of STATEMENT_FIELDS) {
    const at = KNOWN_TITLES[field]
      .map((title) => plain.findIndex((one, index) => one === plainTitle(title) && !isTaken(columns, index)))
      .find((index) => index >= 0);
    if (at !== undefined) columns[field] = at;
  }
  return columns;
}

function isTaken(columns: StatementColumns, index: number): boolean {
  return Object.values(columns).includes(index);
}

/** Titles as they are remembered and compared: small letters and digits, one space between words. */
export function plainTitle(title: string): string {
  return title
    .toLocaleLowerCase('uk')
    .replace(/[^\p{L}\p{N}№]+/gu, ' ')
    .trim();
}

/** Reads every line under the head. Pure: what is wrong is told, nothing is thrown. */
export function readStatement(
  lines: readonly (readonly string[])[],
  head: number,
  columns: StatementColumns,
): StatementReading {
  const payments: StatementLine[] = [];
  const bad: BadCell[] = [];
  const seen = new Map<string, number>();
  let notReceipts = 0;
  lines.slice(head + 1).forEach((line, index) => {
    const row = head + index + 2;
    const cell = (field: StatementField): string =>
      (line[columns[field] ?? -1] ?? '').replace(/^'(?=[=+\-@])/, '');
    if (isFoot(line, cell)) return;
    const read = readLine(row, cell);
    if (read === 'not-a-receipt') notReceipts += 1;
    else if (!('document' in read)) bad.push(...read);
    else {
      const other = seen.get(keyOf(read));
      if (other === undefined) payments.push(read);
      else bad.push({ row, field: 'document', problem: 'twice', other });
      seen.set(keyOf(read), other ?? row);
    }
  });
  return { payments, notReceipts, bad };
}

/** What makes two lines one payment: the same as the table's unique key. */
export function keyOf({ document, paidOn, amount, payerKey }: StatementLine): string {
  return [document, paidOn, amount, payerKey].join('\n');
}

/** Empty lines, and totals below the table: without a document and a day. */
function isFoot(line: readonly string[], cell: (field: StatementField) => string): boolean {
  return line.every((text) => text === '') || (cell('document') === '' && parseDay(cell('paidOn')) === null);
}

function readLine(
  row: number,
  cell: (field: StatementField) => string,
): StatementLine | readonly BadCell[] | 'not-a-receipt' {
  const bad = (field: StatementField, problem: BadCell['problem']): BadCell => ({ row, field, problem });
  const amount = parseAmount(cell('amount'));
  // A debit: money that went out stands in a column of its own, or below zero.
  if (cell('amount') === '' || amount?.negative === true || amount?.money === '0.00') return 'not-a-receipt';
  const paidOn = parseDay(cell('paidOn'));
  const problems = [
    ...(cell('document') === '' ? [bad('document', 'missing')] : []),
    ...(paidOn === null ? [bad('paidOn', cell('paidOn') === '' ? 'missing' : 'not-a-date')] : []),
    ...(amount === null ? [bad('amount', 'not-money')] : []),
  ];
  if (problems.length > 0 || paidOn === null || amount === null) return problems;
  return {
    row,
    document: cell('document').slice(0, 100),
    paidOn,
    amount: amount.money,
    purpose: cell('purpose').slice(0, 1000),
    payerName: textOrNull(cell('payerName'), 300),
    payerCode: /^(\d{8}|\d{10})$/.exec(cell('payerCode').replace(/\s/g, ''))?.[0] ?? null,
    payerKey: payerKeyOf(cell('payerAccount') === '' ? cell('payerCode') : cell('payerAccount')),
  };
}

function payerKeyOf(text: string): string {
  const plain = text.replace(/\s/g, '').toUpperCase();
  return plain === '' ? '' : createHash('sha256').update(plain).digest('hex').slice(0, 24);
}

function textOrNull(text: string, most: number): string | null {
  return text === '' ? null : text.slice(0, most);
}

/** `06.03.2026`, `06.03.26`, `2026-03-06`, each with or without a time after it. Null for what is no day. */
export function parseDay(text: string): string | null {
  const [, d, m, y] = /^(\d{1,2})[./](\d{1,2})[./](\d{2}|\d{4})(?:[ ,T].*)?$/.exec(text) ?? [];
  const iso = /^(\d{4})-(\d{2})-(\d{2})(?:[ T].*)?$/.exec(text);
  const [year, month, day] = iso === null ? [y?.length === 2 ? `20${y}` : y, m, d] : iso.slice(1);
  if (year === undefined || month === undefined || day === undefined) return null;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const parsed = z.iso.date().safeParse(date);
  return parsed.success && Number(year) >= 2000 && Number(year) < 2100 ? date : null;
}
