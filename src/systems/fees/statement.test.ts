import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { onlyPairs } from './match-payments.ts';
import { fromKopiykas } from './money.ts';
import { findHead, guessColumns, parseDay, readStatement } from './statement.ts';

const HEAD = [
  '№ документа',
  'Дата операції',
  'Дебет',
  'Кредит',
  'Платник',
  'Код платника',
  'Призначення платежу',
];
const LINES = [
  ['Виписка за рахунком UA47…', '', '', '', '', '', ''],
  ['', '', '', '', '', '', ''],
  HEAD,
  ['41', '06.03.2026', '', '49,92', 'Гнатюк О. В.', '1759013776', 'Збір, код 1000 0000 0287'],
  ['42', '06.03.2026 10:15:00', '', '1 083,20', 'ТОВ «Світанок»', '32855961', 'Збір'],
  ['43', '06.03.2026', '500,00', '', '', '', 'Повернення'],
  ['', '', '500,00', '1 133,12', '', '', ''],
];

describe('a bank’s file', () => {
  it('has its table found under the bank’s own lines, and its columns by their titles', () => {
    expect(findHead(LINES)).toBe(2);
    expect(guessColumns(HEAD)).toEqual({
      document: 0,
      paidOn: 1,
      amount: 3,
      purpose: 6,
      payerName: 4,
      payerCode: 5,
    });
  });

  it('gives receipts only; what went out and the totals are no payments', () => {
    const { payments, notReceipts, bad } = readStatement(LINES, 2, guessColumns(HEAD));
    expect(bad).toEqual([]);
    expect(notReceipts).toBe(1);
    expect(payments.map(({ row, document, paidOn, amount }) => [row, document, paidOn, amount])).toEqual([
      [4, '41', '2026-03-06', '49.92'],
      [5, '42', '2026-03-06', '1083.20'],
    ]);
  });

  it('has each bad row named, and the same line twice', () => {
    const lines = [
      HEAD,
      ['', '06.03.2026', '', '49,92', '', '', ''],
      ['44', '31.02.2026', '', '49,92', '', '', ''],
      ['45', '06.03.2026', '', 'сорок', '', '', ''],
      ['46', '06.03.2026', '', '1,00', '', '', ''],
      ['46', '06.03.2026', '', '1,00', '', '', ''],
      // Another payer's document of the same number, day and sum is another payment.
      ['46', '06.03.2026', '', '1,00', '', '32855961', ''],
    ];
    const { payments, bad } = readStatement(lines, 0, guessColumns(HEAD));
    expect(bad).toEqual([
      { row: 2, field: 'document', problem: 'missing' },
      { row: 3, field: 'paidOn', problem: 'not-a-date' },
      { row: 4, field: 'amount', problem: 'not-money' },
      { row: 6, field: 'document', problem: 'twice', other: 5 },
    ]);
    expect(payments).toHaveLength(2);
  });

  test('of any payments is read as it was written, whatever stands above it', () => {
    const payment = fc.record({
      document: fc.stringMatching(/^[1-9]\d{0,7}$/),
      day: fc.date({ min: new Date('2020-01-01'), max: new Date('2039-12-31'), noInvalidDate: true }),
      kopiykas: fc.bigInt({ min: 1n, max: 9_999_999n }),
    });
    fc.assert(
      fc.property(fc.uniqueArray(payment, { selector: ({ document }) => document }), (given) => {
        const written = given.map(({ document, day, kopiykas }) => {
          const [year, month, date] = day.toISOString().slice(0, 10).split('-');
          return [
            document,
            `${date}.${month}.${year}`,
            '',
            fromKopiykas(kopiykas).replace('.', ','),
            '',
            '',
            'збір',
          ];
        });
        const { payments, bad } = readStatement([['Банк'], HEAD, ...written], 1, guessColumns(HEAD));
        expect(bad).toEqual([]);
        expect(payments.map(({ document, paidOn, amount }) => [document, paidOn, amount])).toEqual(
          given.map(({ document, day, kopiykas }) => [
            document,
            day.toISOString().slice(0, 10),
            fromKopiykas(kopiykas),
          ]),
        );
      }),
    );
  });
});

test('days as banks write them', () => {
  expect(
    ['06.03.2026', '6.3.26', '2026-03-06', '2026-03-06T10:00:00', '06/03/2026 10:00'].map(parseDay),
  ).toEqual(Array.from({ length: 5 }, () => '2026-03-06'));
  expect(['', '30.02.2026', '2026-13-01', 'вчора', '06.03.1999'].map(parseDay)).toEqual(
    Array.from({ length: 5 }, () => null),
  );
});

test('a pair is matched by itself only where neither side fits another', () => {
  const id = fc.integer({ min: 0, max: 5 }).map(String);
  const pairs = fc.uniqueArray(fc.record({ paymentId: id, dueId: id }), {
    selector: ({ paymentId, dueId }) => `${paymentId} ${dueId}`,
  });
  fc.assert(
    fc.property(pairs, (given) => {
      const matched = onlyPairs(given);
      const dues = matched.map(({ dueId }) => dueId);
      expect(new Set(dues).size).toBe(dues.length);
      for (const one of matched) {
        expect(given.filter(({ paymentId }) => paymentId === one.paymentId)).toEqual([one]);
        expect(given.filter(({ dueId }) => dueId === one.dueId)).toEqual([one]);
      }
    }),
  );
});
