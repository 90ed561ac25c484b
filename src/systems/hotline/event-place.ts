import { Refusal } from '../../kernel/actions/refusal.ts';
import type { Transaction } from '../../kernel/database/database.ts';
import { listDistricts, searchAddresses } from '../address-register/index.ts';

/** Where a mass event is: nothing named = the whole city. */
export interface EventPlace {
  readonly district: string;
  readonly streetIds: readonly string[];
  readonly houseIds: readonly string[];
  /** As people read it: «Подільський район; вул. Соборна, 5, 7». */
  readonly words: string;
}

const NUMBER = String.raw`\d{1,4}(?:\/\d{1,4})?(?:-?[а-яґєії])?`;
const STREET_AND_HOUSES = new RegExp(
  String.raw`^(?<street>.*?[^\d\s,])[\s,]+(?<numbers>${NUMBER}(?:\s*,\s*${NUMBER})*)$`,
  'iu',
);

/** «просп. Університетський 5, 7» taken apart; without numbers it is the whole street. */
export function parsePlaceLine(line: string): {
  readonly street: string;
  readonly numbers: readonly string[];
} {
  const { street, numbers } = STREET_AND_HOUSES.exec(line.trim())?.groups ?? {};
  if (street === undefined || numbers === undefined) return { street: line.trim(), numbers: [] };
  return { street, numbers: numbers.split(',').map((number) => number.trim()) };
}

/** @throws Refusal 422 where the register knows no such district, street or house. */
export async function resolvePlace(
  tx: Transaction,
  district: string,
  lines: readonly string[],
): Promise<EventPlace> {
  const words: string[] = [];
  const streetIds: string[] = [];
  const houseIds: string[] = [];
  if (district !== '') words.push(await districtWords(tx, district));
  for (const line of lines) {
    const { street, numbers } = parsePlaceLine(line);
    const [found] = await searchAddresses(tx, street, 1);
    if (found === undefined) throw new Refusal('hotline:refusals.noSuchStreet', { street }, 422);
    if (numbers.length === 0) streetIds.push(found.streetId);
    for (const number of numbers) houseIds.push(await houseOf(tx, found, number));
    const name = found.line.replace(/, \d.*$/, '');
    words.push([name, ...numbers].join(', '));
  }
  return {
    district,
    streetIds: [...new Set(streetIds)],
    houseIds: [...new Set(houseIds)],
    words: words.join('; '),
  };
}

async function districtWords(tx: Transaction, code: string): Promise<string> {
  const found = (await listDistricts(tx)).find((one) => one.code === code);
  if (found === undefined) throw new Refusal('hotline:refusals.noSuchDistrict', {}, 422);
  return `${found.name} район`;
}

async function houseOf(
  tx: Transaction,
  street: { readonly streetId: string; readonly line: string },
  number: string,
): Promise<string> {
  const house = `${street.line}, ${number}`;
  const plain = (text: string) => text.replaceAll('-', '').toLocaleLowerCase('uk');
  const found = (await searchAddresses(tx, house, 20)).find(
    ({ id, streetId, line }) =>
      id !== null && streetId === street.streetId && plain(line).endsWith(`, ${plain(number)}`),
  );
  if (found === undefined || found.id === null)
    throw new Refusal('hotline:refusals.noSuchHouse', { house }, 422);
  return found.id;
}
