import { sql } from 'kysely';
import type { Deed } from '../../kernel/actions/define.ts';
import type { Transaction } from '../../kernel/database/database.ts';
import { HOME_SETTLEMENT } from './address-input.ts';
import { type AddressRow, type KnownAddresses, type PlannedAddress, streetKey } from './plan-import.ts';
import { insertHouses, insertStreet, type NewHouse, renameStreet } from './street-store.ts';

export async function readKnownAddresses(tx: Transaction): Promise<KnownAddresses> {
  const names = await sql<{ street_id: string; key: string }>`
    select street_id, kind || ' ' || found_by as key from address_register.street_names
     where valid_to is null and settlement_code = ${HOME_SETTLEMENT}`.execute(tx);
  const houses = await sql<{ key: string }>`
    select street_id || ' ' || number_key as key from address_register.houses`.execute(tx);
  const districts = await sql<{ code: string; name: string }>`
    select code, lower(name) as name from address_register.districts`.execute(tx);
  return {
    streets: new Map(names.rows.map(({ street_id, key }) => [key, street_id])),
    houses: new Set(houses.rows.map(({ key }) => key)),
    districts: new Map(
      districts.rows.flatMap(({ code, name }) => [[name, code] as const, [code, code] as const]),
    ),
  };
}

/** Writes what the plans say. A row that repeats what is known is passed over. */
export async function writeAddresses(
  deed: Deed,
  rows: readonly AddressRow[],
  plans: readonly PlannedAddress[],
  known: KnownAddresses,
): Promise<void> {
  const streets = new Map(known.streets);
  for (const [index, row] of rows.entries()) {
    const kind = plans[index]?.kind;
    if (kind === 'new-street') streets.set(streetKey(row), await writeStreet(deed, row));
    if (kind === 'renamed') streets.set(streetKey(row), await writeRenaming(deed, row, streets));
  }
  const houses = Map.groupBy(
    rows.filter(({ number }) => number !== undefined),
    (row) => streets.get(streetKey(row)) ?? '',
  );
  for (const [streetId, own] of houses) {
    await insertHouses(
      deed,
      streetId,
      own.flatMap((row) => houseOf(row, known.districts)),
    );
  }
}

async function writeStreet(deed: Deed, row: AddressRow): Promise<string> {
  const { kind, name, formerName, from = null, act = null } = row;
  if (formerName === undefined || from === null) {
    return insertStreet(deed, HOME_SETTLEMENT, { kind, name, from, act });
  }
  const id = await insertStreet(deed, HOME_SETTLEMENT, { kind, name: formerName, from: null, act: null });
  await renameStreet(deed, id, { kind, name, from, act });
  return id;
}

async function writeRenaming(
  deed: Deed,
  row: AddressRow,
  streets: ReadonlyMap<string, string>,
): Promise<string> {
  const { kind, name, formerName = '', from = '', act = null } = row;
  const id = streets.get(streetKey({ kind, name: formerName })) ?? '';
  await renameStreet(deed, id, { kind, name, from, act });
  return id;
}

function houseOf(row: AddressRow, districts: ReadonlyMap<string, string>): readonly NewHouse[] {
  const { number, district, postcode, flatsFrom, flatsTo, lat, lon } = row;
  if (number === undefined) return [];
  return [
    {
      number,
      districtCode: districts.get((district ?? '').toLocaleLowerCase('uk')) ?? null,
      postcode: postcode ?? null,
      flatsFrom: flatsFrom ?? null,
      flatsTo: flatsTo ?? null,
      lat: lat ?? null,
      lon: lon ?? null,
    },
  ];
}
