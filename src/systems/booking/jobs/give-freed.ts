import { sql } from 'kysely';
import type { Database } from '../../../kernel/database/database.ts';
import type { Job } from '../../../kernel/jobs/job.ts';
import { giveOn } from '../give-on.ts';
import type { Stay } from '../slot-store.ts';

const AT_A_TIME = 200;

/** Gives on the cancelled visits whose random while is over. */
export const giveFreed: Job = {
  name: 'booking.give-freed',
  everySeconds: 15,
  async run({ database, now }) {
    for (let given = 0; given < AT_A_TIME; given += 1) {
      if (!(await giveNext(database, now))) return;
    }
  },
};

async function giveNext(database: Database, now: Date): Promise<boolean> {
  return database.transaction().execute(async (tx) => {
    const { rows } = await sql<Stay>`
      delete from booking.freed where id = (
        select id from booking.freed where due_at <= ${now} order by due_at limit 1 for update skip locked)
      returning hall, sector, starts_at as "startsAt", steps`.execute(tx);
    const [stay] = rows;
    if (stay === undefined) return false;
    await giveOn(tx, stay, now);
    return true;
  });
}
