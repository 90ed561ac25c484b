import { sql } from 'kysely';
import { kyivDate } from '../../kernel/calendar/kyiv-time.ts';
import type { Database } from '../../kernel/database/database.ts';
import { listServices } from '../service-catalogue/index.ts';

/** Keeps the names that figures show in step with the catalogue. Harmless when repeated. */
export async function keepServiceNames(database: Database, now: Date): Promise<void> {
  const services = await listServices(database, kyivDate(now));
  const rows = services.map(({ code, name, nameEn }) => ({ code, name, name_en: nameEn }));
  await sql`
    insert into applications.service_names as kept (code, name, name_en)
    select code, name, name_en from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as s (code text, name text, name_en text)
    on conflict (code) do update set name = excluded.name, name_en = excluded.name_en
      where (kept.name, kept.name_en) is distinct from (excluded.name, excluded.name_en)`.execute(database);
}
