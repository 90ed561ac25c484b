import { sql } from 'kysely';
import { v5 as nameUuid } from 'uuid';
import type { Database, Transaction } from '../../../kernel/database/database.ts';
import { HOME_SETTLEMENT } from '../address-input.ts';
import { DEMO_STREETS, type DemoStreet } from './streets.ts';

/** Ids of seeded rows come from their names, so that seeding twice, or in two processes, is one seeding. */
const NAMESPACE = '0b6f2c2e-6a55-4a53-9a4e-7c1d9b6a2f10';
const CITY = { lat: 48.5079, lon: 32.2623 };

/** Settlements and districts always; the streets and houses of the demo city where they are wanted. */
export async function seedAddresses(
  database: Database,
  { demo, now }: { readonly demo: boolean; readonly now: Date },
): Promise<void> {
  await database.transaction().execute(async (tx) => {
    await seedPlaces(tx);
    if (demo) await seedStreets(tx, now);
  });
}

async function seedPlaces(tx: Transaction): Promise<void> {
  // The settlement of Нове belongs to the community too; its code is left to the import of КАТОТТГ.
  await sql`
    insert into address_register.settlements (code, kind, name, name_en)
    values (${HOME_SETTLEMENT}, 'city', 'Кропивницький', 'Kropyvnytskyi') on conflict do nothing`.execute(tx);
  await sql`
    insert into address_register.districts (code, settlement_code, name, katottg)
    values ('fortechnyi', ${HOME_SETTLEMENT}, 'Фортечний', null),
           ('podilskyi', ${HOME_SETTLEMENT}, 'Подільський', 'UA35040210010145346') on conflict do nothing`.execute(
    tx,
  );
}

async function seedStreets(tx: Transaction, now: Date): Promise<void> {
  const { rows } = await sql`select from address_register.streets limit 1`.execute(tx);
  if (rows.length > 0) return;
  const streets = DEMO_STREETS.map((street, index) => ({ ...street, index, id: streetId(street) }));
  await sql`
    insert into address_register.streets (id, settlement_code, entered_at, is_demo)
    select id, ${HOME_SETTLEMENT}, ${now}, true from jsonb_to_recordset(${JSON.stringify(streets)}::jsonb) as s (id uuid)
    on conflict do nothing`.execute(tx);
  await sql`
    insert into address_register.street_names (id, street_id, settlement_code, kind, name, valid_from, valid_to, act)
    select id, "streetId", ${HOME_SETTLEMENT}, kind, name, "from", "to", act
      from jsonb_to_recordset(${JSON.stringify(streets.flatMap(namesOf))}::jsonb)
        as n (id uuid, "streetId" uuid, kind text, name text, "from" date, "to" date, act text)
    on conflict do nothing`.execute(tx);
  await sql`
    insert into address_register.houses
      (id, street_id, number, district_code, postcode, flats_from, flats_to, lat, lon, entered_at)
    select id, "streetId", number, district, postcode, case when flats is not null then 1 end, flats, lat, lon, ${now}
      from jsonb_to_recordset(${JSON.stringify(streets.flatMap(housesOf))}::jsonb)
        as h (id uuid, "streetId" uuid, number text, district text, postcode text, flats int, lat float8, lon float8)
    on conflict do nothing`.execute(tx);
}

function streetId({ kind = 'street', name }: DemoStreet): string {
  return nameUuid(`street/${kind}/${name}`, NAMESPACE);
}

function namesOf(street: DemoStreet & { readonly id: string }) {
  const { id, kind = 'street', name, on = null, formerly } = street;
  const act = on === null ? null : `Рішення міської ради від ${on.split('-').toReversed().join('.')}`;
  const today = {
    id: nameUuid(`${id}/today`, NAMESPACE),
    streetId: id,
    kind,
    name,
    from: on,
    to: null,
    act: act ?? undefined,
  };
  if (formerly === undefined) return [today];
  const former = { id: nameUuid(`${id}/former`, NAMESPACE), streetId: id, kind: formerly.kind ?? kind };
  return [today, { ...former, name: formerly.name, from: null, to: on }];
}

/** Streets go out from the centre as a fan; every third has blocks of flats. */
function housesOf({ id, index, name }: DemoStreet & { readonly id: string; readonly index: number }) {
  const angle = (index * 137.5 * Math.PI) / 180;
  const start = 0.001 + (index / DEMO_STREETS.length) * 0.03;
  const count = 14 + ((index * 7) % 22);
  const hasFlats = index % 3 === 0;
  return Array.from({ length: count }, (_, at) => {
    const number = `${at + 1}${at % 9 === 8 ? '-А' : ''}`;
    const along = start + at * 0.0004;
    const lat = CITY.lat + Math.sin(angle) * along + (at % 2) * 0.0002;
    return {
      id: nameUuid(`${id}/house/${number}`, NAMESPACE),
      streetId: id,
      number,
      // The Inhul parts the city: the west is Фортечний.
      district: Math.cos(angle) * along + 0.002 < 0 ? 'fortechnyi' : 'podilskyi',
      postcode: `250${String(index % 31).padStart(2, '0')}`,
      flats: hasFlats && at > 3 ? 20 + ((index + at) % 5) * 20 : undefined,
      lat: round(lat),
      lon: round(CITY.lon + Math.cos(angle) * along * 1.5),
      name,
    };
  });
}

function round(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6;
}

/** Houses of the demo city in one and the same order; for other systems' demo people. */
export async function listDemoHouses(
  tx: Transaction,
  most: number,
): Promise<readonly { readonly id: string; readonly flatsTo: number | null }[]> {
  const { rows } = await sql<{ id: string; flatsTo: number | null }>`
    select h.id, h.flats_to as "flatsTo" from address_register.houses h
      join address_register.streets s on s.id = h.street_id and s.is_demo
     order by h.id limit ${most}`.execute(tx);
  return rows;
}
