import { sql } from 'kysely';
import { v5 as nameUuid } from 'uuid';
import { addDays } from '../../../kernel/calendar/epoch-day.ts';
import { kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import type { Database, Transaction } from '../../../kernel/database/database.ts';
import { addressLine, findAddresses, listDemoHouses } from '../../address-register/index.ts';
import { gatherNameWords } from '../jobs/collect-name-words.ts';
import { demoPeople, type DemoPerson } from './demo-residents.ts';

/** Ids come from names, so that seeding twice, or in two processes, is one seeding. */
const NAMESPACE = 'a4f1c5be-1d1b-4f0e-8a8e-9f2f7a3b6c10';
const HOUSEHOLDS = 125;

const idOf = ({ household, name, birthDate }: DemoPerson) =>
  nameUuid(`${household}/${name}/${birthDate}`, NAMESPACE);

/** The demo city's people in its houses. Harmless when repeated. */
export async function seedResidents(
  database: Database,
  { demo, now }: { readonly demo: boolean; readonly now: Date },
): Promise<void> {
  if (!demo) return;
  await database.transaction().execute(async (tx) => {
    const { rows } = await sql`select from community_register.residents limit 1`.execute(tx);
    if (rows.length > 0) return;
    await layDown(tx, now);
    await gatherNameWords(tx, now);
  });
}

async function layDown(tx: Transaction, now: Date): Promise<void> {
  const people = await settle(tx, kyivDate(now));
  const text = JSON.stringify(people);
  await sql`
    insert into community_register.residents
      (id, name, birth_date, address, sex, rnokpp, unzr, document_kind, document_number, entered_at, recorded_at, imported)
    select id, name, "birthDate", line, sex, rnokpp, unzr, "documentKind", "documentNumber", entered::timestamptz, ${now}, true
      from jsonb_to_recordset(${text}::jsonb) as p (id uuid, name text, "birthDate" date, line text, sex text, rnokpp text,
        unzr text, "documentKind" text, "documentNumber" text, entered date)
    on conflict do nothing`.execute(tx);
  await sql`
    insert into community_register.residences
      (id, resident_id, address_id, address_line, flat, district, kind, ground, from_date, recorded_at)
    select residence, id, "addressId", line, flat, district, kind,
           case when "isChild" then 'with-parents' else 'ownership' end, "from", ${now}
      from jsonb_to_recordset(${text}::jsonb) as p (residence uuid, id uuid, "addressId" uuid, line text, flat text,
        district text, kind text, "isChild" boolean, "from" date)
      where exists (select from community_register.residents r where r.id = p.id)
    on conflict do nothing`.execute(tx);
  await sql`
    insert into community_register.parents (child_id, parent_id, entered_at)
    select child, parent, ${now}
      from jsonb_to_recordset(${JSON.stringify(familiesOf(people))}::jsonb) as f (child uuid, parent uuid)
    on conflict do nothing`.execute(tx);
}

type Settled = Awaited<ReturnType<typeof settle>>[number];

/** Each household in a house of the demo city, since some year. */
async function settle(tx: Transaction, today: string) {
  const houses = await listDemoHouses(tx, HOUSEHOLDS);
  const ids = houses.map(({ id }) => id);
  const addresses = new Map((await findAddresses(tx, ids)).map((address) => [address.id, address]));
  const people = houses.length === 0 ? [] : demoPeople(HOUSEHOLDS);
  return people.map((person) => {
    const house = houses[person.household % houses.length];
    const address = addresses.get(house?.id ?? '');
    const moved = `${2016 + (person.household % 9)}-0${1 + (person.household % 9)}-15`;
    const from = moved < person.birthDate ? person.birthDate : moved;
    return {
      ...person,
      id: idOf(person),
      residence: nameUuid(`${idOf(person)}/residence`, NAMESPACE),
      addressId: house?.id,
      line: address === undefined ? '–' : addressLine(address, from),
      flat: (house?.flatsTo ?? null) === null ? null : String(1 + (person.household % 20)),
      district: address?.district?.name ?? null,
      // Brought into the register lately: the years before belong to whoever replays them.
      entered: addDays(today, -1 - (person.household % 60)),
      from: from < today ? from : '2020-01-15',
      kind: person.household % 3 === 0 ? 'registered' : 'declared',
    };
  });
}

function familiesOf(people: readonly Settled[]) {
  return people.flatMap((child) =>
    people
      .filter((parent) => child.isChild && !parent.isChild && parent.household === child.household)
      .filter((parent) => parent.birthDate < child.birthDate)
      .map((parent) => ({ child: child.id, parent: parent.id })),
  );
}
