import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readFigure } from '../../kernel/figures/read-figure.ts';
import { readSheet } from '../../kernel/registers/read-sheet.ts';
import { importAppeals } from './actions/import-appeals.ts';
import { type AppealsCity, makeAppealsCity } from './appeals-fixture.ts';
import { figures } from './figures.ts';
import { JOURNAL_SHEET } from './journal-sheet.ts';
import { previewAppeals } from './queries/preview-appeals.ts';

const NOW = '2026-03-02T08:00:00Z';
const source = 'Журнал 2019';
const HEAD =
  '№ джерела;Дата надходження;Як надійшло;Вид;Ознака;Автор (ПІБ);Адреса;Тема;Зміст;Результат;Дата відповіді';
const GOOD = [
  '401;05.03.2019;пошта;Заява (клопотання);первинне;Коваленко Олена;вул. Шевченка, 1;90;Яма на дорозі;дано роз’яснення;02.04.2019',
  "402;2019-03-06;Особистий прийом;скарга;Повторне;Мельник Іван;;Комунальне господарство;;Дано роз'яснення;2019-05-20",
  ...[403, 404, 405].map((number) => `${number};07.03.2019;;;;;;;;;`),
  '406;02.03.2026;сайт;заява;первинне;Бондар Юрій;;090;Ліхтар;вирішено позитивно;02.03.2026',
];
let house: AppealsCity;

beforeAll(async () => {
  house = await makeAppealsCity(NOW);
}, 60_000);
afterAll(() => house.city.connections.close());

async function read(lines: readonly string[]) {
  const bytes = Buffer.from([HEAD, ...lines].join('\n'));
  const { rows, badRows } = await readSheet(bytes, 'csv', JOURNAL_SHEET, ({ message }) => message);
  return { rows: rows.map(({ value }) => value), badRows };
}

const preview = async (rows: Awaited<ReturnType<typeof read>>['rows']) =>
  (await house.ask('registrar-01', previewAppeals, { source, rows })).rows;
const bring = (rows: Awaited<ReturnType<typeof read>>['rows']) =>
  house.act('registrar-01', importAppeals, { source, rows, confirmed: true });

async function received(from: string, to: string) {
  const figure = figures.find(({ id }) => id === 'appeals.received');
  if (figure === undefined) throw new Error('no figure of what was received');
  const reading = await house.city.connections.database
    .transaction()
    .execute((tx) => readFigure(tx, figure, { from, to, by: [] }));
  return reading.total.value;
}

test('a dry run names each bad row, its column and what to mend; nothing bad is written', async () => {
  const { rows, badRows } = await read([
    ...GOOD.slice(0, 1),
    ';31.02.2019;пошта;заява;;;;;;;',
    '405;08.03.2019;голубом;заява;;;;999;;дано роз’яснення;',
    '401;09.03.2019;пошта;заява;;;;;;;',
    '406;10.03.2019;пошта;заява;;;;;;;01.03.2019',
  ]);
  expect(badRows).toEqual([
    { row: 3, field: 'number', sentence: 'appeals:input.numberMissing' },
    { row: 3, field: 'day', sentence: 'appeals:input.dateWrong' },
  ]);
  const plans = await preview(rows);
  expect(plans.map(({ kind }) => kind)).toEqual(['new', 'bad', 'bad', 'bad']);
  expect(plans.slice(1).map(({ problems }) => problems.map((one) => Object.values(one).join(' ')))).toEqual([
    ['answeredOn answeredMissing', 'channel unknown', 'topic topicUnknown'],
    ['number twice'],
    ['answeredOn answeredEarly'],
  ]);
  await expect(bring(rows)).rejects.toMatchObject({ key: 'appeals:refusals.badJournalRow' });
  expect(await received('2019-01-01', '2019-12-31')).toBe(0);
});

test('brought on its own days, without letters and live numbers; brought again, nothing happens', async () => {
  const { rows, badRows } = await read(GOOD);
  expect(badRows).toEqual([]);
  expect(await bring(rows)).toEqual({ brought: 6, known: 0 });
  expect(await received('2019-01-01', '2019-12-31')).toBe(5);
  const before = await found();
  expect(before).toEqual([
    row('401', '2019-03-05', { state: 'answered', sign: 'first', days: 28, in_term: true, topic: '090' }),
    row('402', '2019-03-06', { state: 'answered', sign: 'repeated', days: 75, in_term: false, topic: '090' }),
    ...['403', '404', '405'].map((number) =>
      row(number, '2019-03-07', { state: 'registered', sign: 'not-stated', topic: 'not-stated' }),
    ),
    row('406', '2026-03-02', { state: 'answered', sign: 'first', days: 0, in_term: true, topic: '090' }),
  ]);
  const { rows: letters } = await sql`select from kernel.letters`.execute(house.city.connections.database);
  expect(letters).toHaveLength(0);
  expect((await house.register()).number).toBe('ЗГ-2026-000001');

  expect((await preview(rows)).map(({ kind }) => kind)).toEqual(Array(6).fill('known'));
  expect(await bring(rows)).toEqual({ brought: 0, known: 6 });
  expect(await found()).toEqual(before);
  expect(await received('2019-01-01', '2019-12-31')).toBe(5);
});

test('two who bring one journal at once bring it once', async () => {
  const { rows } = await read(GOOD.map((line) => `9${line}`));
  const ends = await Promise.allSettled([bring(rows), bring(rows)]);
  expect((await found()).filter(({ number }) => number.startsWith('9'))).toHaveLength(6);
  const refused = ends.flatMap((end) => (end.status === 'rejected' ? [end.reason] : []));
  expect(refused.every(({ key }) => key === 'appeals:refusals.broughtMeanwhile')).toBe(true);
});

function row(number: string, day: string, more: object) {
  return { number, day, days: null, in_term: null, imported: true, ...more };
}

async function found() {
  const { rows } = await sql<{ number: string }>`
    select b.number, a.day::text, c.state, c.imported, a.sign, a.days, a.in_term, q.topic
    from appeals.brought b join appeals.appeals a using (case_id) join kernel.cases c on c.id = b.case_id
      join kernel.case_questions q on q.case_id = c.id
    where b.source = ${source} order by b.number`.execute(house.city.connections.database);
  return rows;
}
