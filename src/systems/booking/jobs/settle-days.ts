import { sql } from 'kysely';
import { kyivDate, kyivInstant } from '../../../kernel/calendar/kyiv-time.ts';
import type { Transaction } from '../../../kernel/database/database.ts';
import type { Job } from '../../../kernel/jobs/job.ts';
import { getTicket } from '../../queue/index.ts';
import { TRANSITIONS } from '../booking.ts';
import { countDown } from '../booking-store.ts';

const AT_A_TIME = 2000;

interface Past {
  readonly id: string;
  readonly state: 'confirmed' | 'arrived';
  readonly ticket_id: string | null;
  readonly contact: Buffer;
}

/** After a day is over: who came was served or left, who did not come is a no-show; its slots and lines go. */
export const settleDays: Job = {
  name: 'booking.settle-days',
  everySeconds: 900,
  async run({ database, now }) {
    const midnight = kyivInstant(kyivDate(now), '00:00');
    const { rows } = await sql<Past>`
      select id, state, ticket_id, contact from booking.bookings
       where state in ('confirmed', 'arrived') and starts_at < ${midnight} order by starts_at limit ${AT_A_TIME}`.execute(
      database,
    );
    for (const past of rows) await database.transaction().execute((tx) => settle(tx, past, midnight));
    await sql`delete from booking.slots where starts_at < ${midnight}`.execute(database);
    await sql`delete from booking.freed where starts_at < ${midnight}`.execute(database);
    await sql`
      update booking.waiting set state = 'past', email = null
       where state <> 'past' and day < ${kyivDate(now)}::date`.execute(database);
    await sql`delete from booking.contacts where open = 0 and day < ${kyivDate(now)}::date`.execute(database);
  },
};

async function settle(tx: Transaction, { id, ticket_id, contact }: Past, midnight: Date): Promise<void> {
  const served = ticket_id !== null && (await getTicket(tx, ticket_id)).state === 'served';
  const { from, to } = served ? TRANSITIONS.end : TRANSITIONS.miss;
  const { rows } = await sql<{ was: string }>`
    update booking.bookings b set state = ${to}, ended_at = ${midnight}
      from (select id, state from booking.bookings where id = ${id} for update) as before
     where b.id = before.id and before.state = any(${[...from]}::text[])
    returning before.state as was`.execute(tx);
  // Who arrived was counted down at the kiosk.
  if (rows[0]?.was === 'confirmed') await countDown(tx, contact);
}
