import { sql } from 'kysely';
import { v7 as uuid } from 'uuid';
import type { Deed } from '../../kernel/actions/define.ts';
import { notFound, Refusal } from '../../kernel/actions/refusal.ts';
import type { Transaction } from '../../kernel/database/database.ts';
import { whenBroken } from '../../kernel/database/when-broken.ts';
import type { StreetKind, StreetName } from './address.ts';

export interface NewName {
  readonly kind: StreetKind;
  readonly name: string;
  readonly from: string | null;
  readonly act: string | null;
}

const MEANINGS = {
  street_names_taken: 'address-register:refusals.nameTaken',
  street_names_settlement_code_fkey: 'address-register:refusals.noSuchSettlement',
  streets_settlement_code_fkey: 'address-register:refusals.noSuchSettlement',
  streets_pkey: 'address-register:refusals.streetThere',
  street_names_one_at_a_time: 'address-register:refusals.notLater',
};

/** A new street with its first name. */
export async function insertStreet(
  deed: Pick<Deed, 'tx' | 'now' | 'actor'>,
  settlementCode: string,
  name: NewName,
  id: string = uuid(),
): Promise<string> {
  const work = async () => {
    await sql`
      insert into address_register.streets (id, settlement_code, entered_at)
      values (${id}, ${settlementCode}, ${deed.now})`.execute(deed.tx);
    await insertName(deed, id, settlementCode, name);
  };
  await whenBroken(work(), MEANINGS);
  return id;
}

async function insertName(
  { tx, actor }: Pick<Deed, 'tx' | 'actor'>,
  streetId: string,
  settlementCode: string,
  { kind, name, from, act }: NewName,
): Promise<void> {
  await sql`
    insert into address_register.street_names (id, street_id, settlement_code, kind, name, valid_from, act, entered_by)
    values (${uuid()}, ${streetId}, ${settlementCode}, ${kind}, ${name}, ${from}::date, ${act}, ${actor.staffId})`.execute(
    tx,
  );
}

/** Ends today's name on a day and begins the new one. Throws `Refusal` where the day is not after the last renaming. */
export async function renameStreet(
  deed: Pick<Deed, 'tx' | 'now' | 'actor'>,
  streetId: string,
  name: NewName & { readonly from: string },
): Promise<{ readonly before: Pick<StreetName, 'kind' | 'name'> }> {
  const { tx } = deed;
  const { rows } = await sql<StreetName & { settlement_code: string; is_later: boolean }>`
    select kind, name, settlement_code, coalesce(valid_from < ${name.from}::date, true) as is_later
      from address_register.street_names where street_id = ${streetId} and valid_to is null for update`.execute(
    tx,
  );
  const [before] = rows;
  if (before === undefined) throw notFound('address-register:refusals.noSuchStreet');
  if (!before.is_later) throw new Refusal('address-register:refusals.notLater');
  if (before.kind === name.kind && before.name === name.name) {
    throw new Refusal('address-register:refusals.sameName', {}, 422);
  }
  const work = async () => {
    await sql`
      update address_register.street_names set valid_to = ${name.from}::date
       where street_id = ${streetId} and valid_to is null`.execute(tx);
    await insertName(deed, streetId, before.settlement_code, name);
  };
  await whenBroken(work(), MEANINGS);
  return { before };
}

export interface NewHouse {
  readonly number: string;
  readonly districtCode?: string | null;
  readonly postcode?: string | null;
  readonly flatsFrom?: number | null;
  readonly flatsTo?: number | null;
  readonly lat?: number | null;
  readonly lon?: number | null;
}

/** Adds houses of a street; those that are there stay as they are. Answers with how many are new. */
export async function insertHouses(
  { tx, now }: Pick<Deed, 'tx' | 'now'>,
  streetId: string,
  houses: readonly NewHouse[],
): Promise<number> {
  const rows = houses.map((house) => ({ id: uuid(), ...house }));
  const inserted = sql`
    insert into address_register.houses
      (id, street_id, number, district_code, postcode, flats_from, flats_to, lat, lon, entered_at)
    select id, ${streetId}, number, "districtCode", postcode, "flatsFrom", "flatsTo", lat, lon, ${now}
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as h (id uuid, number text, "districtCode" text,
        postcode text, "flatsFrom" int, "flatsTo" int, lat float8, lon float8)
    on conflict (street_id, number_key) do nothing`.execute(tx);
  const result = await whenBroken(inserted, {
    houses_street_id_fkey: 'address-register:refusals.noSuchStreet',
    houses_district_code_fkey: 'address-register:refusals.noSuchDistrict',
  });
  return Number(result.numAffectedRows ?? 0n);
}

export async function listDistricts(
  tx: Transaction,
): Promise<readonly { readonly code: string; readonly name: string }[]> {
  const { rows } = await sql<{ code: string; name: string }>`
    select code, name from address_register.districts order by name`.execute(tx);
  return rows;
}

export async function listSettlements(
  tx: Transaction,
): Promise<readonly { readonly code: string; readonly name: string }[]> {
  const { rows } = await sql<{ code: string; name: string }>`
    select code, name from address_register.settlements order by kind, name`.execute(tx);
  return rows;
}
