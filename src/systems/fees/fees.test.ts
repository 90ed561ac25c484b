import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it, test } from 'vitest';
import { readFigure } from '../../kernel/figures/read-figure.ts';
import { readSheetLines } from '../../kernel/registers/read-sheet.ts';
import { cancelDue } from './actions/cancel-due.ts';
import { chargeFeeAction } from './actions/charge-fee.ts';
import { coverRefiling } from './actions/cover-refiling.ts';
import { importStatement } from './actions/import-statement.ts';
import { matchPayment } from './actions/match-payment.ts';
import { recordRefund } from './actions/record-refund.ts';
import { setAccountAction, setVariantAction } from './actions/set-rules.ts';
import { unmatchPayment } from './actions/unmatch-payment.ts';
import { type FeesCity, IBAN, makeFeesCity, MYKOLA, NOW, OKSANA } from './fees-fixture.ts';
import { revenueFigure, unmatchedFigure } from './figures.ts';
import { findDues } from './index.ts';
import { getDueByCode } from './queries/get-due-by-code.ts';
import { getDueQuery } from './queries/get-due.ts';
import { getPaymentQuery } from './queries/get-payment.ts';
import { listDuesQuery } from './queries/list-dues.ts';
import { listPaymentsQuery } from './queries/list-payments.ts';
import { prepareCharge } from './queries/prepare-charge.ts';
import { previewStatement } from './queries/preview-statement.ts';

let at: FeesCity;
const CLERK = 'administrator-01';
const TITLES = ['Документ', 'Дата', 'Сума', 'Платник', 'Код платника', 'Рахунок платника', 'Призначення'];

beforeAll(async () => {
  at = await makeFeesCity();
  await at.run('head', setAccountAction, {
    scope: '*',
    recipient: 'ГУК у Кіровоградській області',
    edrpou: '26241020',
    iban: IBAN,
    budgetCode: '22012500',
    validFrom: '2020-01-01',
  });
});
afterAll(() => at.city.connections.close());
beforeEach(async () => {
  at.clock.travelTo(NOW);
  await at.city.connections.withOwner((owner) =>
    owner.query(
      'truncate fees.refunds, fees.matches, fees.payments, fees.statements, fees.covered_cases, fees.dues',
    ),
  );
});

const charge = (caseId: string, more: object = { variant: 'in-time' }) =>
  at.run(CLERK, chargeFeeAction, { caseId, ...more });

async function bill(applicant: typeof OKSANA | typeof MYKOLA = OKSANA) {
  const found = await at.apply(applicant);
  return { ...found, ...(await charge(found.id)) };
}

type Row = readonly [document: string, amount: string, purpose: string, payer?: string, code?: string];

function linesOf(rows: readonly Row[]): string[][] {
  return [
    TITLES,
    ...rows.map(([document, amount, purpose, payer = '', code = '']) => [
      document,
      '06.03.2026',
      amount,
      payer,
      code,
      `UA${document}`,
      purpose,
    ]),
  ];
}

const bring = (...rows: readonly Row[]) =>
  at.run('head', importStatement, { fileName: 'виписка.csv', lines: linesOf(rows) });

const stateOf = async (dueId: string) => (await at.ask('head', getDueQuery, { dueId })).due;
const payments = async (show: 'unmatched' | 'all' = 'all') => at.ask('head', listPaymentsQuery, { show });

describe('charging', () => {
  it('counts 1,5 and 2,5 % of the minimum of the year of filing', async () => {
    const { number } = await at.apply();
    const { tariffs } = await at.ask(CLERK, prepareCharge, { number });
    expect(tariffs.map(({ variant, amount }) => [variant?.code, amount])).toEqual([
      ['in-time', '49.92'],
      ['late', '83.20'],
    ]);
  });

  it('makes one bill a case, whoever tries at once', async () => {
    const { id } = await at.apply();
    const tries = await Promise.allSettled(Array.from({ length: 8 }, () => charge(id)));
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('asks which tariff, refuses free services, and waives by law', async () => {
    const [residence, property, free] = [
      await at.apply(),
      await at.apply(OKSANA, '04-08'),
      await at.apply(OKSANA, '01-09'),
    ];
    await expect(charge(residence.id, {})).rejects.toMatchObject({ key: 'fees:refusals.chooseVariant' });
    await expect(charge(free.id, {})).rejects.toMatchObject({ key: 'fees:refusals.free' });
    await expect(charge(property.id, { waiver: 'displaced' })).rejects.toMatchObject({
      key: 'fees:refusals.noSuchWaiver',
    });
    const { dueId, amount } = await charge(property.id, { waiver: 'war-veteran' });
    expect(amount).toBe('0.00');
    expect(await stateOf(dueId)).toMatchObject({ state: 'waived', fullAmount: '166.40' });
  });

  it('lets a paid fee cover the same person’s repeated application, and nobody else’s', async () => {
    const first = await bill();
    const [again, strangers, other] = [
      await at.apply(),
      await at.apply(MYKOLA),
      await at.apply(OKSANA, '01-02'),
    ];
    const cover = (caseId: string) => at.run(CLERK, coverRefiling, { dueId: first.dueId, caseId });
    await cover(again.id);
    await expect(charge(again.id)).rejects.toMatchObject({ key: 'fees:refusals.alreadyCharged' });
    await expect(cover(strangers.id)).rejects.toMatchObject({ key: 'fees:refusals.otherPerson' });
    await expect(cover(other.id)).rejects.toMatchObject({ key: 'fees:refusals.otherService' });
    const dues = await at.city.connections.database.transaction().execute((tx) => findDues(tx, [again.id]));
    expect(dues).toMatchObject([{ code: first.code, coveredCaseId: again.id }]);
  });

  it('shows the bill to whoever has its code, and to nobody who guesses', async () => {
    const { code } = await bill();
    const shown = await at.ask(null, getDueByCode, { code: code.replace(/(.{4})/g, '$1 ') });
    expect(shown).toMatchObject({ amount: '49.92', state: 'due', iban: IBAN });
    expect(shown.links?.v003).toContain('https://qr.bank.gov.ua/');
    expect(JSON.stringify(shown)).not.toContain('Гнатюк');
    await expect(at.ask(null, getDueByCode, { code: '100000000287' })).rejects.toMatchObject({ status: 404 });
  });

  it('lets a wrong bill be cancelled while nobody paid it', async () => {
    const [wrong, paid] = [await bill(), await bill(MYKOLA)];
    await bring(['1', '49,92', `код ${paid.code}`]);
    const cancel = (dueId: string) => at.run(CLERK, cancelDue, { dueId, reason: 'не той тариф' });
    await cancel(wrong.dueId);
    expect((await stateOf(wrong.dueId)).state).toBe('cancelled');
    expect((await charge(wrong.id, { variant: 'late' })).amount).toBe('83.20');
    await expect(cancel(paid.dueId)).rejects.toMatchObject({ key: 'fees:refusals.hasPayments' });
  });
});

describe('the statement', () => {
  it('settles bills by the code, and by the payer with the sum; the rest waits and is offered by name', async () => {
    const [one, two] = [await bill(), await bill(MYKOLA)];
    const done = await bring(
      ['1', '49,92', `Збір; код ${one.code.replace(/(.{4})/g, '$1-')}; ЦНАП`],
      ['2', '49,92', 'за прописку', MYKOLA.name, MYKOLA.code],
      ['3', '10,00', 'щось', 'Їжакевич Микола'],
    );
    expect(done).toMatchObject({ fresh: 3, matched: 2, known: 0 });
    expect([(await stateOf(one.dueId)).state, (await stateOf(two.dueId)).state]).toEqual(['paid', 'paid']);
    const third = await at.apply(MYKOLA, '01-02');
    await charge(third.id);
    const [open] = (await payments('unmatched')).payments;
    const { offers } = await at.ask('head', getPaymentQuery, { paymentId: open?.id ?? '' });
    expect(offers[0]).toMatchObject({ caseNumber: third.number, samePayer: false, sameAmount: false });
    expect(offers[0]?.likeness).toBeGreaterThan(50);
  });

  it('leaves two equal bills of one payer to a person', async () => {
    await bill();
    await bill();
    expect(await bring(['1', '49,92', 'збір', OKSANA.name, OKSANA.code])).toMatchObject({ matched: 0 });
  });

  it('brought twice, or by eight at once, enters every payment once', async () => {
    const { code, dueId } = await bill();
    const rows: Row[] = [
      ['1', '49,92', `код ${code}`],
      ['2', '10,00', 'інше'],
      ['3', '20,00', 'інше'],
    ];
    const tries = await Promise.all(Array.from({ length: 8 }, () => bring(...rows)));
    expect(tries.reduce((sum, { fresh }) => sum + fresh, 0)).toBe(3);
    expect(tries.reduce((sum, { matched }) => sum + matched, 0)).toBe(1);
    expect((await stateOf(dueId)).paid).toBe('49.92');
    expect((await payments()).found).toBe(3);
  });

  it('of two files at once for one bill of a payer, one settles it and the other waits', async () => {
    const { dueId } = await bill();
    await Promise.all([
      bring(['1', '49,92', 'збір', OKSANA.name, OKSANA.code]),
      bring(['2', '49,92', 'збір', OKSANA.name, OKSANA.code]),
    ]);
    expect(await stateOf(dueId)).toMatchObject({ state: 'paid', paid: '49.92' });
    expect((await payments('unmatched')).found).toBe(1);
  });

  it('in Windows-1251 with the bank’s own columns is read once they were shown, and remembered', async () => {
    const { code } = await bill();
    const text = `Нмр;Дт;Грн;Пр\n7;06.03.2026;49,92;Збір, код ${code}\n`;
    const bytes = Buffer.from(Array.from(text, toWindows1251));
    const lines = await readSheetLines(bytes, 'csv', 'windows-1251');
    expect(lines[0]).toEqual(['Нмр', 'Дт', 'Грн', 'Пр']);
    const asked = await at.ask('head', previewStatement, { lines });
    expect(asked).toMatchObject({ remembered: false, fresh: 0 });
    const columns = { document: 0, paidOn: 1, amount: 2, purpose: 3 };
    await at.run('head', importStatement, { fileName: 'a.csv', lines, columns });
    expect(await at.ask('head', previewStatement, { lines })).toMatchObject({
      remembered: true,
      known: 1,
      columns,
    });
  });

  it('with a bad row enters nothing', async () => {
    await expect(bring(['1', '49,92', 'збір'], ['2', 'сорок', 'збір'])).rejects.toMatchObject({
      key: 'fees:refusals.badRows',
    });
    expect((await payments()).found).toBe(0);
  });
});

/** Cyrillic letters of Windows-1251 that these tests write. */
function toWindows1251(letter: string): number {
  const at1251 = letter.charCodeAt(0);
  if (at1251 < 128) return at1251;
  return at1251 - 0x410 + 0xc0;
}

describe('by hand', () => {
  it('one payment is matched once, however many try; undone and matched anew', async () => {
    const [one, two] = [await bill(), await bill(MYKOLA)];
    await bring(['1', '49,92', 'збір']);
    const [payment] = (await payments()).payments;
    const paymentId = payment?.id ?? '';
    const match = (dueId: string) => at.run('head', matchPayment, { paymentId, dueId });
    const tries = await Promise.allSettled([one, two, one, two, one, two].map(({ dueId }) => match(dueId)));
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await at.run('head', unmatchPayment, { paymentId });
    await expect(at.run('head', unmatchPayment, { paymentId })).rejects.toMatchObject({
      key: 'fees:refusals.notMatched',
    });
    await match(two.dueId);
    expect([(await stateOf(one.dueId)).state, (await stateOf(two.dueId)).state]).toEqual(['due', 'paid']);
  });

  it('what is paid in part or too much is told, and never more is refunded than came', async () => {
    const { code, dueId } = await bill();
    await bring(['1', '40,00', `код ${code}`]);
    expect(await stateOf(dueId)).toMatchObject({ state: 'part-paid' });
    await bring(['2', '20,00', `код ${code}`]);
    expect(await stateOf(dueId)).toMatchObject({ state: 'overpaid', paid: '60.00' });
    const paymentId = (await payments()).payments.find(({ document }) => document === '2')?.id ?? '';
    const refund = (amount: string) =>
      at.run('head', recordRefund, {
        paymentId,
        amount,
        reason: 'overpaid',
        documentNumber: '12/3',
        documentDate: '2026-03-06',
      });
    const tries = await Promise.allSettled(Array.from({ length: 6 }, () => refund('10,08')));
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await stateOf(dueId)).toMatchObject({ state: 'paid', paid: '49.92', refunded: '10.08' });
    await expect(refund('100')).rejects.toMatchObject({ key: 'fees:refusals.refundTooMuch' });
  });
});

test('rules change from a day on; a bill keeps those of its day', async () => {
  const { dueId } = await bill();
  const rule = {
    scope: '01-01',
    code: 'in-time',
    title: 'Вчасно',
    titleEn: 'In time',
    article: 'Закон 1871-IX',
  };
  await at.run('head', setVariantAction, { ...rule, percent: '2', validFrom: '2026-04-01' });
  await expect(
    at.run('head', setVariantAction, { ...rule, percent: '3', validFrom: '2026-02-01' }),
  ).rejects.toMatchObject({ key: 'fees:refusals.overlaps' });
  at.clock.travelTo(new Date('2026-04-02T08:00:00Z'));
  const later = await at.apply(MYKOLA);
  expect((await charge(later.id)).amount).toBe('66.56');
  expect((await stateOf(dueId)).amount).toBe('49.92');
  await expect(
    at.run('it', setAccountAction, {
      scope: '05',
      recipient: 'Ґ'.repeat(130),
      edrpou: '26241020',
      iban: IBAN,
      validFrom: '2026-04-01',
    }),
  ).rejects.toMatchObject({ key: 'fees:refusals.accountTooLong' });
});

test('every figure is the sum of its payments, and the list finds by code, number and name', async () => {
  const bills = [];
  for (let index = 0; index < 6; index += 1) bills.push(await bill(index % 2 === 0 ? OKSANA : MYKOLA));
  await bring(...bills.map(({ code }, index): Row => [`${index}`, '49,92', `код ${code}`]), [
    '90',
    '7,50',
    'невідомо',
  ]);
  const read = (figure: typeof revenueFigure) =>
    at.city.connections.database
      .transaction()
      .execute((tx) => readFigure(tx, figure, { from: '2026-03-01', to: '2026-03-31' }));
  expect((await read(revenueFigure)).total.value).toBe(307.02);
  expect((await read(unmatchedFigure)).total.value).toBe(7.5);
  const find = async (words: string) => (await at.ask('auditor', listDuesQuery, { words })).found;
  expect(await find(bills[0]?.code ?? '')).toBe(1);
  expect(await find(bills[1]?.number ?? '')).toBe(1);
  expect(await find('їжакевич')).toBe(3);
  expect(await find('100%')).toBe(0);
  const { rows } = await sql`select from kernel.audit_journal where input::text like '%Гнатюк%'`.execute(
    at.city.connections.database,
  );
  expect(rows).toHaveLength(0);
});
