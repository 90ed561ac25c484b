import { sql } from 'kysely';
import type { Transaction } from '../../kernel/database/database.ts';
import { rememberByKey } from '../../kernel/database/reference-cache.ts';
import type { Place } from './order-key.ts';
import type { Sector } from './sector.ts';
import type { Crowd } from './wait-estimate.ts';

/** A place in a sector's queue; without `place` it is the end of it. */
export interface Standing {
  readonly hall: string;
  readonly day: string;
  readonly sector: Sector;
  readonly place?: Place;
}

/** Who stands before this place, and the windows that receive the sector now. */
export async function readCrowd(tx: Transaction, standing: Standing): Promise<Crowd> {
  const { hall, day, sector, place } = standing;
  const before =
    place === undefined
      ? sql`true`
      : sql`(t.order_key, t.seq, t.id) < (${place.order_key}, ${place.seq}, ${place.id}::uuid)`;
  const { rows } = await sql<Crowd>`
    with places as (
      select w.id, cardinality(w.sectors) as sectors
        from queue.seats s join queue.windows w on w.id = s.window_id
       where w.hall = ${hall} and ${sector} = any(w.sectors)
    ), busy as (
      select count(*)::int as people, coalesce(sum(t.expected_seconds), 0)::int as seconds,
             coalesce(sum(t.expected_seconds ^ 2), 0)::float8 as squares
        from queue.tickets t join places p on p.id = t.window_id
       where t.state in ('called', 'serving') and not t.imported
    ), ahead as (
      select count(*)::int as people, coalesce(sum(t.expected_seconds), 0)::int as seconds,
             coalesce(sum(t.expected_seconds ^ 2), 0)::float8 as squares
        from queue.tickets t
       where t.hall = ${hall} and t.day = ${day} and t.state = 'waiting' and not t.imported
         and t.sector = ${sector} and ${before}
    )
    select ahead.people as ahead, ahead.seconds as "aheadSeconds", ahead.squares as "aheadSquares",
           busy.people as "atWindows", busy.seconds as "atWindowsSeconds", busy.squares as "atWindowsSquares",
           (select count(*)::int from places) as windows,
           (select coalesce(sum(1.0 / sectors), 0)::float8 from places) as "ownWindows"
      from ahead, busy`.execute(tx);
  const [crowd] = rows;
  if (crowd === undefined) throw new Error('an aggregate gave no row');
  return crowd;
}

export interface LearnedDurations {
  readonly ofServiceInHour: number | undefined;
  readonly ofService: number | undefined;
  readonly ofSector: number | undefined;
}

interface Learned {
  readonly sector: Sector;
  readonly serviceCode: string | null;
  readonly hour: number;
}

const learned = rememberByKey<LearnedDurations>();

export async function findLearnedDurations(tx: Transaction, of: Learned): Promise<LearnedDurations> {
  const key = `${of.sector} ${of.hour} ${of.serviceCode ?? ''}`;
  return (await learned.find(tx, key, () => readLearnedDurations(tx, of))) ?? NOTHING_LEARNED;
}

const NOTHING_LEARNED = { ofServiceInHour: undefined, ofService: undefined, ofSector: undefined };

async function readLearnedDurations(tx: Transaction, of: Learned): Promise<LearnedDurations> {
  const { rows } = await sql<{ service_code: string; hour: number | null; mean_seconds: number }>`
    select service_code, hour, mean_seconds from queue.learned_durations
     where sector = ${of.sector} and service_code in ('', ${of.serviceCode ?? ''})
       and (hour is null or hour = ${of.hour})`.execute(tx);
  const find = (service: string, hour: number | null) =>
    rows.find((row) => row.service_code === service && row.hour === hour)?.mean_seconds;
  const service = of.serviceCode ?? undefined;
  return {
    ofServiceInHour: service === undefined ? undefined : find(service, of.hour),
    ofService: service === undefined ? undefined : find(service, null),
    ofSector: find('', of.hour) ?? find('', null),
  };
}

/** Fewer services than this teach nothing. */
const LEAST_SAMPLE = 20;

/**
 * Learns anew from the tickets served here since `from`: parked ones and what was plainly forgotten
 * (longer than three hours, shorter than half a minute) tell nothing of the service.
 */
export async function learnDurations(tx: Transaction, from: string, now: Date): Promise<void> {
  learned.forget();
  await sql`delete from queue.learned_durations`.execute(tx);
  await sql`
    insert into queue.learned_durations (sector, service_code, hour, mean_seconds, sample, learned_at)
    select sector, coalesce(service_code, ''), hour, round(avg(seconds)), count(*), ${now}::timestamptz
      from (
        select t.sector, coalesce(t.service_code, '?') as service_code,
               extract(hour from t.served_from at time zone 'Europe/Kyiv')::int as hour,
               extract(epoch from t.ended_at - t.served_from) as seconds
          from queue.tickets t
         where t.day >= ${from} and t.state = 'served' and t.served_from is not null
           and t.parked_at is null and not t.imported
      ) as served
     where seconds between 30 and 10800
     group by grouping sets ((sector, service_code, hour), (sector, service_code), (sector, hour), (sector))
    having count(*) >= ${LEAST_SAMPLE}`.execute(tx);
}
