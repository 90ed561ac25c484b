import { sql } from 'kysely';
import type { Transaction } from '../../kernel/database/database.ts';
import { numberKey, type StreetKind } from './address.ts';
import { parseAddress } from './address-words.ts';

/** What became of a written address: the house and the flat, or why there is none. */
export type BookAnswer =
  | { readonly found: true; readonly addressId: string; readonly flat: string | null }
  | { readonly found: false; readonly problem: 'noStreet' | 'noNumber' | 'noHouse' | 'severalStreets' };

/** All houses of the register in memory, for an import of thousands of rows. Exact words only. */
export interface AddressBook {
  find(text: string): BookAnswer;
}

interface BookStreet {
  readonly id: string;
  readonly kind: StreetKind;
  readonly isFormer: boolean;
}

/** Reads the register once; a city's houses are some megabytes. */
export async function openAddressBook(tx: Transaction): Promise<AddressBook> {
  const names = await sql<{ street_id: string; kind: StreetKind; found_by: string; former: boolean }>`
    select street_id, kind, found_by, valid_to is not null as former from address_register.street_names`.execute(
    tx,
  );
  const houses = await sql<{ id: string; street_id: string; number_key: string }>`
    select id, street_id, number_key from address_register.houses`.execute(tx);
  const streets = new Map<string, BookStreet[]>();
  for (const { street_id, kind, found_by, former } of names.rows) {
    const known = streets.get(found_by);
    const street = { id: street_id, kind, isFormer: former };
    if (known === undefined) streets.set(found_by, [street]);
    else known.push(street);
  }
  const byPlace = new Map(houses.rows.map((house) => [`${house.street_id} ${house.number_key}`, house.id]));
  return { find: (text) => findIn(streets, byPlace, text) };
}

function findIn(
  streets: ReadonlyMap<string, readonly BookStreet[]>,
  houses: ReadonlyMap<string, string>,
  text: string,
): BookAnswer {
  const { street, kind, number, flat } = parseAddress(text);
  const named = streets.get(street) ?? [];
  const ofKind = kind === null ? named : named.filter((one) => one.kind === kind);
  // A street that bears the name today goes before one that bore it once.
  const today = ofKind.filter((one) => !one.isFormer);
  const candidates = new Set((today.length > 0 ? today : ofKind).map(({ id }) => id));
  if (candidates.size === 0) return { found: false, problem: 'noStreet' };
  if (number === null) return { found: false, problem: 'noNumber' };
  const found = [...candidates].flatMap((id) => houses.get(`${id} ${numberKey(number)}`) ?? []);
  const [addressId, other] = found;
  if (addressId === undefined) return { found: false, problem: 'noHouse' };
  if (other !== undefined) return { found: false, problem: 'severalStreets' };
  return { found: true, addressId, flat };
}
