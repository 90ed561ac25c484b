import { sql } from 'kysely';
import { v5 as nameUuid } from 'uuid';
import type { Database } from '../../kernel/database/database.ts';

const NAMESPACE = '9d2f6a3c-0e55-4b0a-8f3e-52b1a7a3c7e4';

/**
 * The leadership and departments of Kropyvnytskyi's council that answer people and give no services
 * at the Centre. Those that do both (housing and communal services: `utilities`) are in the catalogue.
 */
const COUNCIL_UNITS = [
  ['leadership', 'leadership', 'Керівництво Кропивницької міської ради', 'Керівництво', 'Leadership'],
  [
    'citizens-appeals',
    'council-department',
    'Відділ по роботі зі зверненнями громадян Кропивницької міської ради',
    'Відділ звернень',
    'Citizens’ Appeals Division',
  ],
  [
    'capital-construction',
    'council-department',
    'Управління капітального будівництва Кропивницької міської ради',
    'Капітальне будівництво',
    'Capital Construction Department',
  ],
  [
    'education',
    'council-department',
    'Управління освіти Кропивницької міської ради',
    'Управління освіти',
    'Education Department',
  ],
  [
    'health',
    'council-department',
    'Управління охорони здоров’я Кропивницької міської ради',
    'Управління охорони здоров’я',
    'Health Department',
  ],
  [
    'inspection',
    'council-department',
    'Інспекція з благоустрою Кропивницької міської ради',
    'Інспекція з благоустрою',
    'Improvement Inspectorate',
  ],
  [
    'legal',
    'council-department',
    'Юридичне управління Кропивницької міської ради',
    'Юридичне управління',
    'Legal Department',
  ],
] as const;

/** Harmless when repeated: what is there stays as it is. */
export async function seedCouncilUnits(database: Database): Promise<void> {
  const units = COUNCIL_UNITS.map(([code, kind, name, shortName, nameEn]) => ({
    id: nameUuid(`unit/${code}`, NAMESPACE),
    code,
    kind,
    name,
    shortName,
    nameEn,
  }));
  await sql`
    insert into kernel.units (id, code, kind, name, short_name, name_en, valid_from)
    select id, code, kind, name, "shortName", "nameEn", '2014-01-01'
      from jsonb_to_recordset(${JSON.stringify(units)}::jsonb)
        as unit(id uuid, code text, kind text, name text, "shortName" text, "nameEn" text)
    on conflict (code) do nothing`.execute(database);
}
