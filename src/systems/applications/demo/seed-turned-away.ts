import { sql } from 'kysely';
import { v5 as nameUuid } from 'uuid';
import { toEpochDay, toIsoDate } from '../../../kernel/calendar/epoch-day.ts';
import { kyivDate, kyivInstant } from '../../../kernel/calendar/kyiv-time.ts';
import type { Database } from '../../../kernel/database/database.ts';
import { listServices, type Service } from '../../service-catalogue/index.ts';
import { listTurnAwayReasons, type TurnAwayReason } from '../turned-away/turn-away-store.ts';

/** Ids come from the count, so that two processes that seed at once seed one city. */
const NAMESPACE = '0c2a64d4-97c5-4c5e-9d0f-9f3f6f7a1b3e';
const VISITS = 180;
const POPULAR = ['31-01', '06-01', '06-05', '40-01', '30-01', '02-01', '07-02', '34-01'];

/** Visits of the last three months that ended without an application. Only into a city that has none. */
export async function seedTurnedAway(database: Database, now: Date): Promise<void> {
  const { rows } = await sql`select from applications.turned_away limit 1`.execute(database);
  if (rows.length > 0) return;
  const today = kyivDate(now);
  const services = (await listServices(database, today)).filter(({ form }) => form.length > 0);
  const reasons = await listTurnAwayReasons(database);
  if (services.length === 0 || reasons.length === 0) return;
  const visits = Array.from({ length: VISITS }, (_, index) => visitOf(index, today, services, reasons));
  await sql`
    insert into applications.turned_away
      (id, happened_at, happened_on, service_code, sector, reasons, lacking, ours, returned_on)
    select id, at, "on", service, sector, reasons, lacking, ours, "returnedOn"
      from jsonb_to_recordset(${JSON.stringify(visits)}::jsonb)
        as v (id uuid, at timestamptz, "on" date, service text, sector text, reasons text[], lacking text[],
              ours boolean, "returnedOn" date)
    on conflict do nothing`.execute(database);
}

/** Missing papers lead, the rest are rare: the third powers of a square spread do that without chance. */
function visitOf(
  index: number,
  today: string,
  services: readonly Service[],
  reasons: readonly TurnAwayReason[],
) {
  // Most come for the few services that most people need.
  const wanted = POPULAR[index % POPULAR.length];
  const service = services.find(({ code }) => code === wanted) ?? services[index % services.length];
  const spread = ((index * 37) % 100) / 100;
  const reason = reasons[Math.floor(spread ** 3 * reasons.length)];
  const day = toEpochDay(today) - 1 - ((index * 7) % 89);
  const on = toIsoDate(day);
  const minute = String((index * 11) % 60).padStart(2, '0');
  const lacking = reason?.namesPapers === true ? service?.documents.slice(1, 2) : [];
  const came = index % 4 === 0 ? toIsoDate(Math.min(day + 1 + (index % 9), toEpochDay(today))) : null;
  return {
    id: nameUuid(`turned-away/${index}`, NAMESPACE),
    at: kyivInstant(on, `${String(9 + (index % 8)).padStart(2, '0')}:${minute}`),
    on,
    service: service?.code,
    sector: service?.sector,
    reasons: [reason?.code],
    lacking: lacking ?? [],
    ours: reason?.ours ?? false,
    returnedOn: came,
  };
}
