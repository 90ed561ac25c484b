import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AppealsCity, makeAppealsCity } from './appeals-fixture.ts';
import { findSimilar } from './similar-store.ts';
import { addressKey, authorKey, sketchOf } from './text-sketch.ts';

/** More than are looked at by any index. */
const CROWD = 2_600;
const SIGNED = 30;

/** Half of it stands in every letter of the city. */
const BOILERPLATE =
  'Відповідно до статті 20 Закону України «Про звернення громадян» вимагаю розглянути звернення, вжити заходів, провести перевірку, притягнути винних посадовців до відповідальності та письмово повідомити результати в установлений законом строк.';
const FLOOD =
  'Після зливи в підвалі нашого будинку стоїть вода до колін, електрощитова відсиріла, двірничку вдарило струмом, насос управитель забрав.';
const FLOOD_COPIED =
  'Після зливи в підвалі будинку стоїть вода по коліна, електрощитова зовсім відсиріла, двірничку вдарило струмом, управитель насос забрав собі.';
const CAMPAIGN =
  'Ми проти вирубки скверу на Набережній: там ростуть столітні липи, гніздяться сови, гуляють діти трьох шкіл. Вимагаємо громадських слухань.';
const GARAGE =
  'Сусід поставив гараж на спільному проїзді, швидка не під’їде, ворота зварив із рейок, на зауваження лається і спускає вівчарку.';

let house: AppealsCity;
const numbers = new Map<string, string>();

interface Letter {
  readonly name?: string;
  readonly author: string;
  readonly address: string;
  readonly text: string;
}

/** A city of years: rows past the actions, in the order they came, counted by the analyzer. */
beforeAll(async () => {
  house = await makeAppealsCity('2026-03-06T08:00:00Z');
  await house.register();
  const crowd = Array.from({ length: CROWD }, (_, number) => ({
    author: `Натовпенко${number} Іван`,
    address: `вул. Людна, ${number}`,
    text: `${BOILERPLATE} Ідеться про ділянку номер ${number} на вулиці ${wordOf(number)}.`,
  }));
  const namesakes = Array.from({ length: 260 }, (_, number) => ({
    author: 'Шевченко Олена Іванівна',
    address: `вул. Тезок, ${number}`,
    text: `Прошу видати довідку ${wordOf(number)} для пред’явлення ${wordOf(number + 5_000)} за місцем вимоги.`,
  }));
  const signed = Array.from({ length: SIGNED }, (_, number) => ({
    name: 'signed',
    author: `Підписант${number} Петро`,
    address: `вул. Набережна, ${number}`,
    text: CAMPAIGN,
  }));
  const lamps = Array.from({ length: 40 }, (_, number) => ({
    author: `Ліхтаренко${number} Юрій`,
    address: `вул. Темна, ${number + 10}`,
    text: `Не горить ліхтар біля будинку ${number + 10}.`,
  }));
  await bring([
    ...lamps,
    {
      name: 'dark',
      author: 'Зоря Ольга Степанівна',
      address: 'вул. Темна, 7',
      text: 'Темно ввечері, лампу розбили.',
    },
    { name: 'old', author: 'Шевченко Олена Іванівна', address: 'вул. Стара, 1', text: GARAGE },
    ...crowd,
    ...namesakes,
    ...signed,
    { name: 'flood', author: 'Повінь Марія', address: 'вул. Мокра, 3', text: `${BOILERPLATE} ${FLOOD}` },
  ]);
}, 120_000);
afterAll(() => house.city.connections.close());

test('a copy by another hand is found among thousands of letters with the same articles of law', async () => {
  const [first] = await find({ text: `${BOILERPLATE} ${FLOOD_COPIED}`, author: 'Інший Степан' });
  expect(first).toMatchObject({ number: numbers.get('flood'), sameAuthor: false });
  expect(first?.likeness).toBeGreaterThan(70);
});

test('a text that many signed gives as many of them as are asked for', async () => {
  const found = await find({ text: CAMPAIGN, author: 'Новий Підпис', address: 'вул. Інша, 5' });
  expect(found).toHaveLength(10);
  expect(found.every(({ likeness }) => likeness === 100)).toBe(true);
});

test('an old letter of one of many namesakes is found by its text, before their newer ones', async () => {
  const [first] = await find({ text: `Повторно. ${GARAGE}`, author: 'ШЕВЧЕНКО О. І.' });
  expect(first).toMatchObject({ number: numbers.get('old'), sameAuthor: true });
});

test('the same person from the same address is not hidden by strangers with the same few words', async () => {
  const text = 'Не горить ліхтар біля будинку 7.';
  const found = await find({ text, author: 'Зоря О. С.', address: 'Темна 7' });
  const own = found.find(({ number }) => number === numbers.get('dark'));
  expect(own).toMatchObject({ sameAuthor: true, sameAddress: true });
  expect(found).toHaveLength(10);
});

test('a name alone gives its newest letters, a house alone those of like words, nothing gives nothing', async () => {
  const found = await find({ text: 'Зовсім про інше', author: 'Шевченко О. І.' });
  expect(found).toHaveLength(10);
  expect(found.every(({ sameAuthor }) => sameAuthor)).toBe(true);
  const [neighbour] = await find({ text: FLOOD, address: 'Мокра 3' });
  expect(neighbour).toMatchObject({ number: numbers.get('flood'), sameAddress: true });
  expect(await find({ text: '…' })).toEqual([]);
});

function find(asked: { text: string; author?: string; address?: string }) {
  return house.city.connections.database.transaction().execute((tx) => findSimilar(tx, asked, 10));
}

async function bring(letters: readonly Letter[]): Promise<void> {
  const rows = letters.map(({ author, address, text }, index) => ({
    seq: index + 1,
    author: authorKey(author),
    address: addressKey(address),
    text,
    sketch: sketchOf(text),
  }));
  await house.city.connections.withOwner(async (owner) => {
    await owner.query(BRING, [JSON.stringify(rows)]);
    await owner.query('analyze appeals.appeals');
  });
  letters.forEach(({ name }, index) => name !== undefined && numbers.set(name, `Б-2020-${index + 1}`));
}

const BRING = `
  with model as (select * from kernel.cases where kind = 'appeals.appeal' limit 1), made as materialized (
    select gen_random_uuid() as id, row.* from jsonb_to_recordset($1::jsonb) as row(
      seq int, author text, address text, text text, sketch int[])
  ), opened as (
    insert into kernel.cases (
      id, kind, book, year, seq, number, title, state, is_open, registered_at, recorded_at, clock_state,
      closed_at, tracking_hash, imported, event_count, last_event_at, holder_kind)
    select made.id, model.kind, 'brought', 2020, made.seq, 'Б-2020-' || made.seq, model.title, 'answered', false,
      '2020-06-01', '2020-06-01', 'stopped', '2020-07-01', '', true, 1, '2020-07-01', 'closed'
    from made, model
  )
  insert into appeals.appeals (
    case_id, day, counted_from, index, channel, kind, sign, subject, people, priority, categories, text,
    sender, place, author_key, address_key, sketch)
  select id, date '2015-01-01' + seq, date '2015-01-01' + seq, 'Б-' || seq, 'post', 'application', 'first',
    'individual', 1, false, '{}', text, '', '', author, address, sketch
  from made order by seq`;

/** A word of its own for each number. */
function wordOf(number: number): string {
  const letters = 'абвгдежзик';
  return String(number * 7_919 + 100_003).replaceAll(/\d/g, (digit) => letters[Number(digit)] ?? '');
}
