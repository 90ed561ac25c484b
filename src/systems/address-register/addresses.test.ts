import fc from 'fast-check';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { type Actor, RESIDENT } from '../../kernel/actions/actor.ts';
import { askQuery } from '../../kernel/actions/ask-query.ts';
import type { ActionDefinition } from '../../kernel/actions/define.ts';
import { performAction } from '../../kernel/actions/perform-action.ts';
import type { City } from '../../kernel/city.ts';
import { makeTestCity } from '../../kernel/testing/make-test-city.ts';
import { addHouses } from './actions/add-houses.ts';
import { addStreet } from './actions/add-street.ts';
import { importAddresses } from './actions/import-addresses.ts';
import { renameStreetAction } from './actions/rename-street.ts';
import { addressLine, houseNumber } from './address.ts';
import { parseAddress } from './address-words.ts';
import { findAddresses, openAddressBook, searchAddresses } from './index.ts';
import { listStreets } from './queries/list-streets.ts';
import { seedAddresses } from './seed/seed-addresses.ts';
import { addressRegister } from './system.ts';

let city: City;
const keeper: Actor = { ...RESIDENT, kind: 'staff', roles: ['head'], name: 'head' };

beforeAll(async () => {
  city = await makeTestCity([addressRegister]);
  await seedAddresses(city.connections.database, { demo: true, now: new Date() });
});
afterAll(() => city.connections.close());

async function run<I extends z.ZodType, O extends z.ZodType>(
  action: ActionDefinition<I, O>,
  input: z.input<I>,
): Promise<z.output<O>> {
  return action.output.parse(await performAction(city, action, input, { actor: keeper, key: uuid() }));
}

const inTx = <T>(
  work: Parameters<ReturnType<City['connections']['database']['transaction']>['execute']>[0],
) => city.connections.database.transaction().execute(work) as Promise<T>;
const search = (words: string) =>
  inTx<Awaited<ReturnType<typeof searchAddresses>>>((tx) => searchAddresses(tx, words));

describe('what one types', () => {
  test.each([
    ['кільцева 12', { street: 'кільцева', number: '12', flat: null, kind: null }],
    ['вул. Велика Перспективна, 12 а', { street: 'велика перспективна', number: '12-А', kind: 'street' }],
    ['м. Кропивницький, вул.Шевченка, буд. 7/2, кв. 15', { street: 'шевченка', number: '7/2', flat: '15' }],
    ['Студентський бульвар', { street: 'студентський', kind: 'boulevard', number: null }],
    ['8 березня 5', { street: '8 березня', number: '5' }],
    ['8 Березня', { street: '8 березня', number: null }],
    ["Знам'янська 3", { street: 'знамянська', number: '3' }],
    ['просп. Винниченка, 1', { street: 'винниченка', kind: 'avenue' }],
  ])('%s', (text, expected) => expect(parseAddress(text)).toMatchObject(expected));

  test('never throws, and a written house number is read back as itself', () => {
    fc.assert(fc.property(fc.string(), (text) => void parseAddress(text)));
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9999 }),
        fc.option(fc.integer({ min: 1, max: 99 })),
        fc.constantFrom('', 'А', 'Б'),
        (house, part, letter) => {
          const number = `${house}${part === null ? '' : `/${part}`}${letter === '' ? '' : `-${letter}`}`;
          expect(houseNumber(number)).toBe(number);
          expect(houseNumber(number.replace('-', ' ').toLowerCase())).toBe(number);
        },
      ),
    );
  });
});

describe('search', () => {
  test('finds a house by the street’s beginning, with slips, without apostrophes', async () => {
    expect((await search('кільцева 12'))[0]).toMatchObject({ line: 'вул. Кільцева, 12', formerly: null });
    expect((await search('велика перспективн 3'))[0]?.line).toBe('вул. Велика Перспективна, 3');
    expect((await search('велика перспектвна 3'))[0]?.line).toBe('вул. Велика Перспективна, 3');
    expect((await search('вячеслава чорновола'))[0]?.line).toBe('вул. В’ячеслава Чорновола');
    expect((await search('чорновола 2'))[0]?.line).toBe('вул. В’ячеслава Чорновола, 2');
    expect(await search('такої вулиці немає 5')).toEqual([]);
    expect(await search('%')).toEqual([]);
  });

  test('a former name finds the street and is shown', async () => {
    expect((await search('дворцова 5'))[0]).toMatchObject({
      line: 'вул. Театральна, 5',
      formerly: 'вул. Дворцова',
    });
  });

  test('where no such house is known the street is', async () => {
    expect((await search('кільцева 999'))[0]).toMatchObject({ id: null, line: 'вул. Кільцева' });
  });
});

describe('renaming', () => {
  test('the line of an address is what the street was called on that day', async () => {
    const { streetId } = await run(addStreet, { kind: 'street', name: 'Стара Балка', from: '1990-01-01' });
    await run(addHouses, { streetId, numbers: ['1', '2 а', '1'], flatsFrom: 1, flatsTo: 9 });
    const renaming = { streetId, kind: 'avenue', from: '2025-03-01', act: 'Рішення № 1' } as const;
    await run(renameStreetAction, { ...renaming, name: "Об'єднання" });
    const [found] = await search('стара балка 2а');
    expect(found).toMatchObject({ line: 'просп. Об’єднання, 2-А', formerly: 'вул. Стара Балка', flatsTo: 9 });
    const [address] = await inTx<Awaited<ReturnType<typeof findAddresses>>>((tx) =>
      findAddresses(tx, [found?.id ?? '']),
    );
    if (address === undefined) throw new Error('the house is there');
    expect(addressLine(address, '2025-02-28')).toBe('м. Кропивницький, вул. Стара Балка, 2-А');
    expect(addressLine(address, '2025-03-01')).toBe('м. Кропивницький, просп. Об’єднання, 2-А');
    await expect(run(renameStreetAction, { ...renaming, name: 'Інша' })).rejects.toMatchObject({
      key: 'address-register:refusals.notLater',
    });
  });

  test('two streets of one name and kind are not in a settlement', async () => {
    await expect(run(addStreet, { kind: 'street', name: 'КІЛЬЦЕВА' })).rejects.toMatchObject({
      key: 'address-register:refusals.nameTaken',
    });
    const tries = await Promise.allSettled(
      Array.from({ length: 8 }, () => run(addStreet, { kind: 'lane', name: 'Одночасний' })),
    );
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });
});

describe('import', () => {
  const rows = [
    { kind: 'вул.', name: 'Імпортна', number: '1', lat: '48,5', lon: '32.2' },
    { kind: 'вулиця', name: 'Імпортна', number: '2а', district: 'Подільський' },
    { kind: 'вулиця', name: 'Нова Кільцева', formerName: 'Кільцева', from: '2026-01-01', act: 'Рішення № 2' },
    { kind: 'вулиця', name: 'Гоголя' },
  ];

  test('a dry run writes nothing; a repeat changes nothing', async () => {
    const kinds = async (dryRun: boolean) =>
      (await run(importAddresses, { rows, dryRun })).rows.map(({ kind }) => kind);
    expect(await kinds(true)).toEqual(['new-street', 'new-house', 'renamed', 'same']);
    expect(await search('імпортна 1')).toEqual([]);
    expect(await kinds(false)).toEqual(['new-street', 'new-house', 'renamed', 'same']);
    expect((await search('імпортна 2а'))[0]).toMatchObject({ district: 'Подільський' });
    expect((await search('кільцева 12'))[0]).toMatchObject({
      line: 'вул. Нова Кільцева, 12',
      formerly: 'вул. Кільцева',
    });
    expect(await kinds(false)).toEqual(['same', 'same', 'same', 'same']);
  });

  test('a bad row stops all of them', async () => {
    const bad = [
      { kind: 'вулиця', name: 'Ще одна' },
      { kind: 'вулиця', name: 'Ще друга', district: 'Марс' },
    ];
    await expect(run(importAddresses, { rows: bad, dryRun: false })).rejects.toMatchObject({
      key: 'address-register:refusals.badRow',
      params: { row: 2 },
    });
    expect(await search('ще одна')).toEqual([]);
  });
});

test('the book finds written addresses in thousands, exactly', async () => {
  const book = await inTx<Awaited<ReturnType<typeof openAddressBook>>>((tx) => openAddressBook(tx));
  expect(book.find('м. Кропивницький, вул. Дворцова, 5, кв. 3')).toMatchObject({ found: true, flat: '3' });
  expect(book.find('вул. Немає, 5')).toEqual({ found: false, problem: 'noStreet' });
  expect(book.find('вул. Гоголя')).toEqual({ found: false, problem: 'noNumber' });
  expect(book.find('вул. Гоголя, 9999')).toEqual({ found: false, problem: 'noHouse' });
});

test('the list filters by renamed ones and sorts', async () => {
  const ask = async (input: z.input<typeof listStreets.input>) =>
    listStreets.output.parse(await askQuery(city, listStreets, input, { actor: RESIDENT }));
  const { streets, count } = await ask({ renamed: true, sort: '-since', limit: 5 });
  expect(count).toBeGreaterThan(35);
  expect(streets.every(({ formerNames }) => formerNames.length > 0)).toBe(true);
  expect((await ask({ words: 'пушкіна' })).streets[0]?.name).toBe('Миколи Садовського');
});
