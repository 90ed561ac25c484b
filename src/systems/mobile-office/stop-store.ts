import { sql } from 'kysely';
import { Refusal } from '../../kernel/actions/refusal.ts';
import type { Transaction } from '../../kernel/database/database.ts';
import { whenBroken } from '../../kernel/database/when-broken.ts';

export interface Stop {
  readonly id: string;
  readonly route: string;
  readonly settlement: string;
  readonly place: string;
  readonly lat: number;
  readonly lon: number;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly serviceCodes: readonly string[];
  readonly note: string | null;
  readonly cancelledAt: Date | null;
  readonly cancelReason: string | null;
}

const COLUMNS =
  sql.raw(`id, route, settlement, place, lat::float8 as lat, lon::float8 as lon, starts_at as "startsAt",
  ends_at as "endsAt", service_codes as "serviceCodes", note, cancelled_at as "cancelledAt",
  cancel_reason as "cancelReason"`);

export type NewStop = Omit<Stop, 'cancelledAt' | 'cancelReason'>;

export async function insertStop(tx: Transaction, stop: NewStop): Promise<void> {
  await whenBroken(
    sql`
      insert into mobile_office.stops (id, route, settlement, place, lat, lon, starts_at, ends_at, service_codes, note)
      values (${stop.id}, ${stop.route}, ${stop.settlement}, ${stop.place}, ${stop.lat}, ${stop.lon}, ${stop.startsAt},
              ${stop.endsAt}, ${[...stop.serviceCodes]}, ${stop.note})`.execute(tx),
    { stops_one_place: 'mobile-office:refusals.elsewhereThen', stops_pkey: 'mobile-office:refusals.idTaken' },
  );
}

export async function cancelStop(tx: Transaction, id: string, reason: string, now: Date): Promise<void> {
  const { numAffectedRows } = await sql`
    update mobile_office.stops set cancelled_at = ${now}, cancel_reason = ${reason}
     where id = ${id} and cancelled_at is null and ends_at > ${now}`.execute(tx);
  if (numAffectedRows !== 1n) throw new Refusal('mobile-office:refusals.cannotCancel');
}

export interface StopFilter {
  readonly from: Date;
  readonly to?: Date | undefined;
  readonly settlement?: string | undefined;
  readonly serviceCode?: string | undefined;
  readonly limit: number;
}

export async function listStops(tx: Transaction, filter: StopFilter): Promise<readonly Stop[]> {
  const { rows } = await sql<Stop>`
    select ${COLUMNS} from mobile_office.stops
     where ends_at > ${filter.from}
       and (${filter.to ?? null}::timestamptz is null or starts_at < ${filter.to ?? null})
       and (${filter.settlement ?? null}::text is null or settlement = ${filter.settlement ?? null})
       and (${filter.serviceCode ?? null}::text is null or ${filter.serviceCode ?? null} = any(service_codes))
     order by starts_at, route, id limit ${filter.limit}`.execute(tx);
  return rows;
}

/** Settlements where the van stops, for a choice. */
export async function listSettlements(tx: Transaction, from: Date): Promise<readonly string[]> {
  const { rows } = await sql<{ settlement: string }>`
    select distinct settlement from mobile_office.stops where ends_at > ${from} order by settlement`.execute(
    tx,
  );
  return rows.map(({ settlement }) => settlement);
}

const AHEAD_DAYS = 7;

/** Services of the stops of the coming week. */
export async function listCodesAhead(tx: Transaction, now: Date): Promise<readonly string[]> {
  const until = new Date(now.getTime() + AHEAD_DAYS * 86_400_000);
  const { rows } = await sql<{ code: string }>`
    select distinct unnest(service_codes) as code from mobile_office.stops
     where cancelled_at is null and ends_at > ${now} and starts_at < ${until} order by code`.execute(tx);
  return rows.map(({ code }) => code);
}

export interface Workplace {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
  readonly settlement: string;
  readonly address: string;
  readonly lat: number;
  readonly lon: number;
  readonly phone: string;
  readonly hall: string | null;
  readonly hours: readonly { readonly weekday: number; readonly from: string; readonly to: string }[];
  readonly active: boolean;
}

export async function listWorkplaces(tx: Transaction): Promise<readonly Workplace[]> {
  const { rows } = await sql<Workplace>`
    select code, name, name_en as "nameEn", settlement, address, lat::float8 as lat, lon::float8 as lon, phone, hall,
           hours, active
      from mobile_office.workplaces order by name, code`.execute(tx);
  return rows;
}

export async function saveWorkplace(tx: Transaction, place: Workplace): Promise<void> {
  await sql`
    insert into mobile_office.workplaces
      (code, name, name_en, settlement, address, lat, lon, phone, hall, hours, active)
    values (${place.code}, ${place.name}, ${place.nameEn}, ${place.settlement}, ${place.address}, ${place.lat},
            ${place.lon}, ${place.phone}, ${place.hall}, ${JSON.stringify(place.hours)}::jsonb, ${place.active})
    on conflict (code) do update set name = excluded.name, name_en = excluded.name_en, settlement = excluded.settlement,
      address = excluded.address, lat = excluded.lat, lon = excluded.lon, phone = excluded.phone,
      hall = excluded.hall, hours = excluded.hours, active = excluded.active`.execute(tx);
}
