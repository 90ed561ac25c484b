import { sql } from 'kysely';
import type { Transaction } from '../../kernel/database/database.ts';
import { returnMoment } from './booking-code.ts';
import { type LongStay, staysOf } from './slot-store.ts';

/** Leaves the steps of a freed visit taken for a random while, each sector's its own; the job gives them on. */
export async function freeLater(tx: Transaction, visit: LongStay, now: Date): Promise<void> {
  await sql`
    insert into booking.freed (id, hall, sector, starts_at, steps, due_at)
    select gen_random_uuid(), ${visit.hall}, stay.sector, stay."startsAt", stay.steps, ${returnMoment(now)}::timestamptz
      from jsonb_to_recordset(${JSON.stringify(staysOf(visit))}::jsonb)
        as stay (sector text, "startsAt" timestamptz, steps int)`.execute(tx);
}
