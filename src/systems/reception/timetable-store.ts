import { sql } from 'kysely';
import type { Transaction } from '../../kernel/database/database.ts';
import type { Closure, HoursLine } from './places.ts';

export interface Leader {
  readonly id: string;
  readonly name: string;
  readonly position: string;
}

/** The leadership, the first in the house before the deputies. */
export async function listLeaders(tx: Transaction): Promise<readonly Leader[]> {
  const { rows } = await sql<Leader>`
    select id, name, position from kernel.staff where 'leader' = any(roles) and active
     order by position ilike '%заступник%', name`.execute(tx);
  return rows;
}

/** All lines that are in force on `from` or later. */
export async function listHours(tx: Transaction, from: string): Promise<readonly HoursLine[]> {
  const { rows } = await sql<HoursLine>`
    select h.id, h.staff_id as "leaderId", h.weekday, h.week, h.on_day as "onDay", h.from_minute as "fromMinute",
           h.to_minute as "toMinute", h.minutes, h.place, h.valid_from as "validFrom", h.valid_to as "validTo"
      from reception.hours h join kernel.staff s on s.id = h.staff_id and s.active
     where (h.valid_to is null or h.valid_to > ${from}) and (h.on_day is null or h.on_day >= ${from})
     order by h.weekday nulls last, h.on_day, h.week, h.from_minute`.execute(tx);
  return rows;
}

export async function listClosures(tx: Transaction, from: string): Promise<readonly Closure[]> {
  const { rows } = await sql<Closure>`
    select id, staff_id as "leaderId", from_day as "fromDay", to_day as "toDay", reason
      from reception.closures where to_day >= ${from} order by from_day, id`.execute(tx);
  return rows;
}

/**
 * Bookers hold their leader's timetable in share, and who changes it alone: so no booking slips past a
 * closure that is being written. Null locks the timetables of all.
 */
export async function lockTimetable(
  tx: Transaction,
  leaderId: string | null,
  how: 'share' | 'alone',
): Promise<void> {
  const strength = how === 'share' ? sql`for share` : sql`for update`;
  await sql`
    select from reception.hours where ${leaderId}::uuid is null or staff_id = ${leaderId}::uuid
     order by id ${strength}`.execute(tx);
}
