import { sql } from 'kysely';
import { v7 as uuid } from 'uuid';
import type { Transaction } from '../../kernel/database/database.ts';
import { whenBroken } from '../../kernel/database/when-broken.ts';
import type { Sector } from '../service-catalogue/index.ts';
import type { CapacityRow } from './slot-plan.ts';

export interface SectorCapacity extends CapacityRow {
  readonly sector: Sector;
}

/** Every row of a hall, the past and the coming too. */
export async function readCapacity(tx: Transaction, hall: string): Promise<readonly SectorCapacity[]> {
  const { rows } = await sql<SectorCapacity>`
    select sector, weekday, from_minute as "fromMinute", to_minute as "toMinute", windows, share,
           valid_from as "validFrom", valid_to as "validTo"
      from booking.capacity where hall = ${hall}
     order by sector, weekday, from_minute, valid_from`.execute(tx);
  return rows;
}

export async function listHalls(tx: Transaction): Promise<readonly string[]> {
  const { rows } = await sql<{
    hall: string;
  }>`select distinct hall from booking.capacity order by hall`.execute(tx);
  return rows.map(({ hall }) => hall);
}

/** From a day on: what stood in the same hours of the weekday ends there. Two heads at once: one is refused. */
export async function replaceCapacity(
  tx: Transaction,
  hall: string,
  row: Omit<SectorCapacity, 'validTo'>,
): Promise<void> {
  const same = sql`hall = ${hall} and sector = ${row.sector} and weekday = ${row.weekday}
    and from_minute < ${row.toMinute} and to_minute > ${row.fromMinute}`;
  await sql`delete from booking.capacity where ${same} and valid_from >= ${row.validFrom}::date`.execute(tx);
  await sql`
    update booking.capacity set valid_to = ${row.validFrom}
     where ${same} and (valid_to is null or valid_to > ${row.validFrom}::date)`.execute(tx);
  await whenBroken(
    sql`
      insert into booking.capacity (id, hall, sector, weekday, from_minute, to_minute, windows, share, valid_from)
      values (${uuid()}, ${hall}, ${row.sector}, ${row.weekday}, ${row.fromMinute}, ${row.toMinute},
              ${row.windows}, ${row.share}, ${row.validFrom})`.execute(tx),
    { capacity_no_overlap: 'booking:refusals.capacityJustChanged' },
  );
}
