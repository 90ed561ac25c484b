import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { v5 as nameUuid } from 'uuid';
import type { Database } from '../../kernel/database/database.ts';
import type { Sector } from './sector.ts';

const NAMESPACE = 'f4a3b5a0-6c1e-4c7d-9d5e-2b8f0c9e7a41';

const HALL = {
  code: 'main',
  name: '«Прозорий офіс»',
  name_en: 'Transparent Office',
  address: 'вул. Архітектора Паученка, 41/26',
  shelter: 'підвал цього будинку, вхід із двору праворуч',
  shelter_en: 'the basement of this building, entrance from the yard on the right',
};

/** Three receptions, forty windows; those between two sectors receive both. */
const WINDOWS: readonly { from: number; to: number; reception: number; sectors: readonly Sector[] }[] = [
  { from: 1, to: 12, reception: 1, sectors: ['registration'] },
  { from: 13, to: 14, reception: 1, sectors: ['registration', 'administrative'] },
  { from: 15, to: 24, reception: 2, sectors: ['social'] },
  { from: 25, to: 26, reception: 2, sectors: ['social', 'registration'] },
  { from: 27, to: 38, reception: 3, sectors: ['administrative'] },
  { from: 39, to: 40, reception: 3, sectors: ['administrative', 'social'] },
];

/** Windows are the same in every seeding, and in every process that seeds. */
export function seededWindowId(number: number): string {
  return nameUuid(`window/${HALL.code}/${number}`, NAMESPACE);
}

/** The hall with its windows and the classes received out of turn. Harmless when repeated: what is there stays. */
export async function seedQueue(database: Database): Promise<void> {
  await database.transaction().execute(async (tx) => {
    await sql`
      insert into queue.halls (code, name, name_en, address, shelter, shelter_en)
      values (${HALL.code}, ${HALL.name}, ${HALL.name_en}, ${HALL.address}, ${HALL.shelter}, ${HALL.shelter_en})
      on conflict do nothing`.execute(tx);
    await sql`
      insert into queue.windows (id, hall, number, reception, sectors, active)
      select id, ${HALL.code}, number, reception, array(select jsonb_array_elements_text(sectors)), true
        from jsonb_to_recordset(${JSON.stringify(windows())}::jsonb)
          as w (id uuid, number int, reception int, sectors jsonb)
      on conflict do nothing`.execute(tx);
    await sql`
      insert into queue.privileged_classes (code, valid_from, valid_to, name, name_en, article, document, credit_minutes)
      select code, "validFrom", "validTo", name, "nameEn", article, document, "creditMinutes"
        from jsonb_to_recordset(${readClasses()}::jsonb)
          as c (code text, "validFrom" date, "validTo" date, name text, "nameEn" text, article text, document text, "creditMinutes" int)
      on conflict do nothing`.execute(tx);
  });
}

function windows() {
  return WINDOWS.flatMap(({ from, to, reception, sectors }) =>
    Array.from({ length: to - from + 1 }, (_, index) => {
      const number = from + index;
      return { id: seededWindowId(number), number, reception, sectors };
    }),
  );
}

function readClasses(): string {
  return readFileSync(join(import.meta.dirname, 'seed', 'privileged-classes.json'), 'utf8');
}
