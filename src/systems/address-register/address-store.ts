import { sql } from 'kysely';
import { notFound } from '../../kernel/actions/refusal.ts';
import type { Transaction } from '../../kernel/database/database.ts';
import { type Address, numberKey, type StreetName, streetLine } from './address.ts';
import { parseAddress } from './address-words.ts';

/** One line of a search: a house, or a street where no number was typed or none like it is known. */
export interface FoundAddress {
  /** Of the house; null for a street as a whole. */
  readonly id: string | null;
  readonly streetId: string;
  /** «вул. Театральна, 12», by today's name. */
  readonly line: string;
  /** «вул. Дворцова», where a former name was found. */
  readonly formerly: string | null;
  readonly district: string | null;
  readonly flatsTo: number | null;
  readonly lat: number | null;
  readonly lon: number | null;
}

interface FoundStreet extends Pick<StreetName, 'kind' | 'name'> {
  readonly street_id: string;
  readonly former_kind: StreetName['kind'];
  readonly former_name: string;
  readonly is_former: boolean;
}

/** More different than this is another word. */
const LEAST_LIKENESS = 0.45;
const MOST_STREETS = 12;

/** Addresses as one types them: «кільцева 12», a former name, without apostrophes, with slips. The best first. */
export async function searchAddresses(
  tx: Transaction,
  words: string,
  limit = 10,
): Promise<readonly FoundAddress[]> {
  const asked = parseAddress(words);
  if (asked.street.length < 2) return [];
  const streets = await findStreets(tx, asked.street, asked.kind);
  const houses =
    asked.number === null
      ? []
      : await findHouses(
          tx,
          streets.map((street) => street.street_id),
          numberKey(asked.number),
        );
  return streets
    .flatMap((street) => {
      const own = houses.filter((house) => house.street_id === street.street_id);
      return own.length === 0 ? [lineOf(street)] : own.map((house) => lineOf(street, house));
    })
    .slice(0, limit);
}

/** Streets by any of their names: whole, by the beginning, by a word in it, by likeness. */
async function findStreets(
  tx: Transaction,
  street: string,
  kind: string | null,
): Promise<readonly FoundStreet[]> {
  const literal = street.replaceAll(/[\\%_]/g, '\\$&');
  const { rows } = await sql<FoundStreet>`
    select street_id, kind, name, former_kind, former_name, is_former from (
      select distinct on (n.street_id) n.street_id, c.kind, c.name, n.kind as former_kind, n.name as former_name,
             n.valid_to is not null as is_former,
             case when n.found_by = ${street} then 3 when n.found_by like ${`${literal}%`} then 2
                  when n.found_by like ${`% ${literal}%`} then 1.5
                  else word_similarity(${street}, n.found_by) * 0.7 + similarity(${street}, n.found_by) * 0.3 end as score,
             (${kind}::text is not null and n.kind = ${kind}::text) as same_kind
        from address_register.street_names n
        join address_register.street_names c on c.street_id = n.street_id and c.valid_to is null
       order by n.street_id, score desc, n.valid_to desc nulls first) found
     where score >= ${LEAST_LIKENESS}
     order by floor(score * 4) desc, same_kind desc, is_former, score desc, name, street_id
     limit ${MOST_STREETS}`.execute(tx);
  return rows;
}

interface FoundHouse {
  readonly id: string;
  readonly street_id: string;
  readonly number: string;
  readonly district: string | null;
  readonly flats_to: number | null;
  readonly lat: number | null;
  readonly lon: number | null;
}

async function findHouses(
  tx: Transaction,
  streets: readonly string[],
  key: string,
): Promise<readonly FoundHouse[]> {
  const { rows } = await sql<FoundHouse>`
    select h.id, h.street_id, h.number, d.name as district, h.flats_to, h.lat, h.lon
      from address_register.houses h left join address_register.districts d on d.code = h.district_code
     where h.street_id = any(${[...streets]}::uuid[]) and h.number_key like ${`${key}%`}
     order by h.number_key = ${key} desc, h.number_order, h.number limit 60`.execute(tx);
  return rows;
}

function lineOf(street: FoundStreet, house?: FoundHouse): FoundAddress {
  const line = streetLine(street);
  return {
    id: house?.id ?? null,
    streetId: street.street_id,
    line: house === undefined ? line : `${line}, ${house.number}`,
    formerly: street.is_former ? streetLine({ kind: street.former_kind, name: street.former_name }) : null,
    district: house?.district ?? null,
    flatsTo: house?.flats_to ?? null,
    lat: house?.lat ?? null,
    lon: house?.lon ?? null,
  };
}

/** A house with all the names its street had. Throws `Refusal` 404. */
export async function getAddress(tx: Transaction, id: string): Promise<Address> {
  const [address] = await findAddresses(tx, [id]);
  if (address === undefined) throw notFound('address-register:refusals.noSuchAddress');
  return address;
}

/** Those of the ids that are known, in no order. */
export async function findAddresses(tx: Transaction, ids: readonly string[]): Promise<readonly Address[]> {
  const { rows } = await sql<Address>`
    select h.id, h.street_id as "streetId", h.number, h.postcode, h.lat, h.lon,
           h.flats_from as "flatsFrom", h.flats_to as "flatsTo",
           jsonb_build_object('code', t.code, 'kind', t.kind, 'name', t.name) as settlement,
           case when d.code is not null then jsonb_build_object('code', d.code, 'name', d.name) end as district,
           n.names as "streetNames"
      from address_register.houses h
      join address_register.streets s on s.id = h.street_id
      join address_register.settlements t on t.code = s.settlement_code
      left join address_register.districts d on d.code = h.district_code
      cross join lateral (
        select jsonb_agg(jsonb_build_object('kind', kind, 'name', name, 'validFrom', valid_from, 'validTo', valid_to,
                 'act', act) order by valid_from desc nulls last) as names
          from address_register.street_names where street_id = s.id) n
     where h.id = any(${[...ids]}::uuid[])`.execute(tx);
  return rows;
}

/** Ids of the houses that typed words mean: one house, or all of a street where no number was typed. */
export async function findHouseIds(tx: Transaction, words: string, most = 500): Promise<readonly string[]> {
  const found = await searchAddresses(tx, words, 20);
  const [best] = found;
  if (best === undefined) return [];
  const { number } = parseAddress(words);
  if (number !== null) {
    const wanted = found.flatMap(({ id, line }) => (id !== null && line.endsWith(`, ${number}`) ? [id] : []));
    return wanted;
  }
  const { rows } = await sql<{ id: string }>`
    select id from address_register.houses where street_id = ${best.streetId}
     order by number_order, number limit ${most}`.execute(tx);
  return rows.map(({ id }) => id);
}
