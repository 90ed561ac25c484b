import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { v5 as nameUuid } from 'uuid';
import type { Database, Transaction } from '../../kernel/database/database.ts';
import { moveEdition } from './service-store.ts';

const FOLDER = join(import.meta.dirname, 'seed');
/** Ids of seeded rows come from their codes, so that seeding twice, or in two processes, is one seeding. */
const NAMESPACE = '6f1d3c52-6a0e-4f39-9a3e-0c3a5f0d2f10';

export function seededId(kind: 'unit' | 'service', code: string): string {
  return nameUuid(`${kind}/${code}`, NAMESPACE);
}

interface SeedProvider {
  readonly code: string;
  readonly kind: string;
  readonly name: string;
  readonly shortName: string;
  readonly nameEn: string;
  readonly validFrom: string;
}

interface SeedService {
  readonly code: string;
  readonly providers: readonly string[];
}

function read<T>(name: string): T {
  return JSON.parse(readFileSync(join(FOLDER, name), 'utf8'));
}

/** The Centre, its bodies and its 365 services. Harmless when repeated: what is there stays as it is. */
export async function seedCatalogue(database: Database): Promise<void> {
  await database.transaction().execute(async (tx) => {
    await seedUnits(tx);
    if (await seedServices(tx)) await moveEdition(tx);
    await seedWords(tx);
    await seedHours(tx);
  });
}

async function seedUnits(tx: Transaction): Promise<void> {
  const centre = {
    code: 'centre',
    kind: 'centre',
    name: 'Центр надання адміністративних послуг «Прозорий офіс» міста Кропивницького',
    shortName: 'ЦНАП «Прозорий офіс»',
    nameEn: 'Kropyvnytskyi one-stop service centre “Transparent Office”',
    validFrom: '2014-01-01',
  };
  const units = [centre, ...read<SeedProvider[]>('providers.json')].map((unit) => ({
    ...unit,
    id: seededId('unit', unit.code),
  }));
  await sql`
    insert into kernel.units (id, code, kind, name, short_name, name_en, valid_from)
    select id, code, kind, name, "shortName", "nameEn", "validFrom"
      from jsonb_to_recordset(${JSON.stringify(units)}::jsonb)
        as u (id uuid, code text, kind text, name text, "shortName" text, "nameEn" text, "validFrom" date)
    on conflict do nothing`.execute(tx);
}

/** Tells whether anything was new. */
async function seedServices(tx: Transaction): Promise<boolean> {
  const cards = readFolder('cards');
  const definitions = readFolder('definitions');
  const services = read<SeedService[]>('services.json').map((service) => ({
    ...service,
    id: seededId('service', service.code),
    card: cards.get(service.code) ?? null,
    ...EMPTY_DEFINITION,
    ...definitions.get(service.code),
  }));
  const text = JSON.stringify(services);
  const result = await sql`
    insert into service_catalogue.service_versions
      (id, code, valid_from, registry_id, name, name_en, sector, category, report_group, term, fee,
       average_minutes, everyday_words, life_events, documents, result, online, card,
       form, stages, readiness, kiosk_group, plan_code)
    select id, code, "validFrom", "registryId", name, "nameEn", sector, category, "reportGroup", term, fee,
           "averageMinutes", "everydayWords", "lifeEvents", documents, result, online, card,
           form, stages, readiness, "kioskGroup", "planCode"
      from jsonb_to_recordset(${text}::jsonb) as s (
        id uuid, code text, "validFrom" date, "registryId" text, name text, "nameEn" text, sector text,
        category text, "reportGroup" text, term jsonb, fee jsonb, "averageMinutes" int, "everydayWords" text[],
        "lifeEvents" text[], documents text[], result text, online text, card jsonb,
        form jsonb, stages jsonb, readiness jsonb, "kioskGroup" text, "planCode" text)
     where not exists (select from service_catalogue.service_versions v where v.code = s.code)
    on conflict do nothing returning 1`.execute(tx);
  await sql`
    insert into service_catalogue.version_providers (version_id, unit_id, position)
    select s.id, u.id, p.position
      from jsonb_to_recordset(${text}::jsonb) as s (id uuid, providers text[])
      join service_catalogue.service_versions v on v.id = s.id
      cross join unnest(s.providers) with ordinality as p (code, position)
      join kernel.units u on u.code = p.code
    on conflict do nothing`.execute(tx);
  return result.rows.length > 0;
}

const EMPTY_DEFINITION = { form: [], stages: [], readiness: [], kioskGroup: null, planCode: null };

/** One file a service, named by its code. */
function readFolder(name: string): ReadonlyMap<string, object> {
  const folder = join(FOLDER, name);
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
  return new Map(files.map((file) => [file.replace(/\.json$/, ''), read<object>(join(name, file))]));
}

async function seedWords(tx: Transaction): Promise<void> {
  await sql`
    insert into service_catalogue.life_events (code, title, title_en, hint, hint_en, position)
    select e ->> 'code', e ->> 'title', e ->> 'titleEn', e ->> 'hint', e ->> 'hintEn', position
      from jsonb_array_elements(${JSON.stringify(read('life-events.json'))}::jsonb) with ordinality as x (e, position)
    on conflict do nothing`.execute(tx);
  await sql`
    insert into service_catalogue.refusal_reasons (code, text, article, position)
    select r ->> 'code', r ->> 'text', r ->> 'article', position
      from jsonb_array_elements(${JSON.stringify(read('refusal-reasons.json'))}::jsonb) with ordinality as x (r, position)
    on conflict do nothing`.execute(tx);
  await sql`
    insert into service_catalogue.held_documents (code, name, signs, held_by, article, position)
    select h ->> 'code', h ->> 'name', array(select jsonb_array_elements_text(h -> 'signs')), h ->> 'heldBy',
           h ->> 'article', position
      from jsonb_array_elements(${JSON.stringify(read('held-documents.json'))}::jsonb) with ordinality as x (h, position)
    on conflict do nothing`.execute(tx);
  await sql`
    insert into service_catalogue.base_amounts (base, valid_from, amount)
    select base, "validFrom", amount
      from jsonb_to_recordset(${JSON.stringify(read('base-amounts.json'))}::jsonb)
        as a (base text, "validFrom" date, amount numeric)
    on conflict do nothing`.execute(tx);
}

/** What an administrator has changed is left: hours are laid down only where a hall has none. */
async function seedHours(tx: Transaction): Promise<void> {
  await sql`
    insert into kernel.opening_hours (hall, weekday, from_time, to_time, valid_from)
    select hall, weekday, "from", "to", '2014-01-01'
      from jsonb_to_recordset(${JSON.stringify(read('reception-hours.json'))}::jsonb)
        as h (hall text, weekday int, "from" text, "to" text)
     where not exists (select from kernel.opening_hours o where o.hall = h.hall)
    on conflict do nothing`.execute(tx);
}
