import { sql } from 'kysely';
import type { Deed } from '../../../kernel/actions/define.ts';
import { houseDeed } from '../../../kernel/actions/house-deed.ts';
import { advanceCase, getCase } from '../../../kernel/cases/index.ts';
import { addDays } from '../../../kernel/calendar/epoch-day.ts';
import { kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import type { Job } from '../../../kernel/jobs/job.ts';
import { DAYS_TO_CONFIRM, TICKET } from '../ticket.ts';

const AT_A_TIME = 200;

/** Nobody said that it was not done: the ticket closes, each in a transaction of its own. */
export const closeSilentJob: Job = {
  name: 'hotline.close-silent',
  everySeconds: 3600,
  async run({ database, now }) {
    const day = addDays(kyivDate(now), -DAYS_TO_CONFIRM);
    const { rows } = await sql<{ id: string }>`
      select c.id from kernel.cases c join hotline.tickets t on t.case_id = c.id
       where c.kind = ${TICKET.name} and c.is_open and c.state = 'done' and t.done_on < ${day}
       limit ${AT_A_TIME}`.execute(database);
    for (const { id } of rows) {
      await database.transaction().execute((tx) => closeSilent(houseDeed(tx, now), id));
    }
  },
};

async function closeSilent(deed: Deed, id: string): Promise<void> {
  const { state } = await getCase(deed.tx, id);
  if (state !== 'done') return;
  await advanceCase(deed, TICKET, id, {
    event: 'closed-silent',
    to: 'confirmed',
    outcome: 'done',
    beside: sql`update hotline.tickets set changed_at = ${deed.now} where case_id = ${id}`,
  });
}
