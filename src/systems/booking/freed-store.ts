import { sql } from 'kysely';
import { v7 as uuid } from 'uuid';
import type { Transaction } from '../../kernel/database/database.ts';
import { returnMoment } from './booking-code.ts';
import type { Stay } from './slot-store.ts';

/** Leaves the steps of a freed visit taken for a random while; the job gives them on. */
export async function freeLater(tx: Transaction, stay: Stay, now: Date): Promise<void> {
  await sql`
    insert into booking.freed (id, hall, sector, starts_at, steps, due_at)
    values (${uuid()}, ${stay.hall}, ${stay.sector}, ${stay.startsAt}, ${stay.steps}, ${returnMoment(now)})`.execute(
    tx,
  );
}
