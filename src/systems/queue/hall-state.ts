import { sql } from 'kysely';
import type { Database, Transaction } from '../../kernel/database/database.ts';
import { kyivDate } from '../../kernel/calendar/kyiv-time.ts';
import type { FreezeReason } from './freeze.ts';
import { SECTOR_LETTERS, SECTORS, type Sector } from './sector.ts';
import { type Crowd, estimateWait, type WaitEstimate } from './wait-estimate.ts';

export interface CalledNow {
  readonly number: string;
  readonly sector: Sector;
  readonly window: number;
  /** ISO; of the last call where it was repeated. */
  readonly at: string;
  readonly callCount: number;
  readonly state: 'called' | 'serving';
}

export interface SectorNow {
  readonly sector: Sector;
  readonly letter: string;
  readonly waiting: number;
  readonly openWindows: number;
  /** For one who joins now; null when no window is open. */
  readonly waitMinutes: WaitEstimate | null;
}

/** What everybody in the hall may know: no persons, no services, no classes. */
export interface HallState {
  readonly hall: string;
  readonly name: string;
  readonly nameEn: string;
  readonly frozen: {
    readonly reason: FreezeReason;
    readonly since: string;
    readonly shelter: string;
    readonly shelterEn: string;
  } | null;
  readonly lastCall: CalledNow | null;
  /** The newest first. */
  readonly called: readonly CalledNow[];
  readonly sectors: readonly SectorNow[];
}

type SectorRow = Crowd & { readonly sector: Sector };

interface StateRow {
  readonly name: string;
  readonly name_en: string;
  readonly shelter: string;
  readonly shelter_en: string;
  readonly frozen_reason: FreezeReason | null;
  readonly frozen_since: Date | null;
  readonly called: readonly (Omit<CalledNow, 'at'> & { readonly at: string })[];
  readonly sectors: readonly SectorRow[];
}

/** How many called numbers a board lists. */
const LISTED = 12;

/**
 * The hall at one moment, in one statement: it is read once for all boards at every change.
 * `undefined` where there is no such hall.
 */
export async function findHallState(
  tx: Transaction | Database,
  hall: string,
  now: Date,
): Promise<HallState | undefined> {
  const { rows } = await sql<StateRow>`
    with places as (
      select w.id, w.number, w.sectors from queue.seats s join queue.windows w on w.id = s.window_id
       where w.hall = ${hall}
    ), at_windows as (
      select t.number, t.sector, t.state, t.call_count, t.window_id, t.expected_seconds,
             greatest(t.called_at, t.recalled_at) as at
        from queue.tickets t join queue.windows w on w.id = t.window_id
       where w.hall = ${hall} and t.day = ${kyivDate(now)} and t.state in ('called', 'serving') and not t.imported
    ), waiting as (
      select t.sector, count(*) as people, sum(t.expected_seconds) as seconds, sum(t.expected_seconds ^ 2) as squares
        from queue.tickets t
       where t.hall = ${hall} and t.day = ${kyivDate(now)} and t.state = 'waiting' and not t.imported
       group by t.sector
    )
    select h.name, h.name_en, h.shelter, h.shelter_en, f.reason as frozen_reason, f.from_at as frozen_since,
      (select coalesce(jsonb_agg(c), '[]') from (
         select a.number, a.sector, a.state, a.call_count as "callCount", w.number as window, a.at
           from at_windows a join queue.windows w on w.id = a.window_id
          order by a.at desc, a.number limit ${LISTED}) as c) as called,
      (select jsonb_agg(jsonb_build_object(
          'sector', s.sector,
          'ahead', coalesce(q.people, 0), 'aheadSeconds', coalesce(q.seconds, 0), 'aheadSquares', coalesce(q.squares, 0),
          'windows', p.windows, 'ownWindows', p.own,
          'atWindows', b.people, 'atWindowsSeconds', b.seconds, 'atWindowsSquares', b.squares))
         from unnest(${[...SECTORS]}::text[]) as s(sector) left join waiting q on q.sector = s.sector
         cross join lateral (
           select count(*) as windows, coalesce(sum(1.0 / cardinality(sectors)), 0) as own
             from places where s.sector = any(sectors)) as p
         cross join lateral (
           select count(*) as people, coalesce(sum(a.expected_seconds), 0) as seconds,
                  coalesce(sum(a.expected_seconds ^ 2), 0) as squares
             from at_windows a join places on places.id = a.window_id where s.sector = any(places.sectors)) as b) as sectors
      from queue.halls h left join queue.freezes f on f.hall = h.code and f.to_at is null
     where h.code = ${hall}`.execute(tx);
  const [row] = rows;
  return row === undefined ? undefined : viewState(hall, row);
}

function viewState(hall: string, row: StateRow): HallState {
  const called = row.called.map((one) => ({ ...one, at: new Date(one.at).toISOString() }));
  return {
    hall,
    name: row.name,
    nameEn: row.name_en,
    frozen: viewFreeze(row),
    lastCall: called.find(({ state }) => state === 'called') ?? null,
    called,
    sectors: SECTORS.flatMap((sector) => row.sectors.filter((one) => one.sector === sector).map(viewSector)),
  };
}

function viewFreeze(row: StateRow): HallState['frozen'] {
  if (row.frozen_reason === null || row.frozen_since === null) return null;
  return {
    reason: row.frozen_reason,
    since: row.frozen_since.toISOString(),
    shelter: row.shelter,
    shelterEn: row.shelter_en,
  };
}

function viewSector(row: SectorRow): SectorNow {
  return {
    sector: row.sector,
    letter: SECTOR_LETTERS[row.sector],
    waiting: row.ahead,
    openWindows: row.windows,
    waitMinutes: estimateWait(row),
  };
}
