import { sql } from 'kysely';
import { Refusal } from '../actions/refusal.ts';
import type { Transaction } from './database.ts';

const HOUR_MS = 3_600_000;

/**
 * Lets at most `most` deeds an hour through a door that stands open to everyone; refuses (429) with `key`
 * beyond it. `table` has `hour timestamptz primary key, taken int`. One statement, so 64 who knock at
 * once are counted one by one. The address limit of the server stands before it; this one bounds what a
 * crowd of addresses can do.
 */
export async function passHourlyBrake(
  tx: Transaction,
  table: string,
  now: Date,
  most: number,
  key: string,
): Promise<void> {
  const hour = new Date(Math.floor(now.getTime() / HOUR_MS) * HOUR_MS);
  const { rows } = await sql`
    insert into ${sql.table(table)} as brake (hour, taken) values (${hour}, 1)
    on conflict (hour) do update set taken = brake.taken + 1 where brake.taken < ${most}
    returning taken`.execute(tx);
  if (rows.length === 0) throw new Refusal(key, {}, 429);
}
