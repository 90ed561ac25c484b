import { sql } from 'kysely';
import { addDays } from '../../../kernel/calendar/epoch-day.ts';
import { kyivDate, kyivInstant } from '../../../kernel/calendar/kyiv-time.ts';
import type { Database } from '../../../kernel/database/database.ts';
import type { Job } from '../../../kernel/jobs/job.ts';
import { writeVisitLetter } from '../letters/visit-letters.ts';
import { getVisit } from '../visit-store.ts';

/** From this hour of the day before, by Kyiv's clocks: nobody is woken by a letter. */
const FROM = '09:00';

/** The day before, once: who left no e-mail is not reminded. */
export const remind: Job = {
  name: 'reception.remind',
  everySeconds: 1800,
  async run({ database, now }) {
    const today = kyivDate(now);
    if (now < kyivInstant(today, FROM)) return;
    const tomorrow = addDays(today, 1);
    while (await remindNext(database, tomorrow, now));
  },
};

/** One visit in one transaction: the letter and its mark stand or fall together. */
function remindNext(database: Database, day: string, now: Date): Promise<boolean> {
  return database.transaction().execute(async (tx) => {
    const { rows } = await sql<{ id: string }>`
      update reception.visits set reminded_at = ${now} where id = (
        select id from reception.visits
         where state = 'booked' and reminded_at is null and email <> ''
           and starts_at >= ${kyivInstant(day, '00:00')} and starts_at < ${kyivInstant(day, '24:00')}
           and created_at < ${kyivInstant(kyivDate(now), '00:00')}
         order by starts_at limit 1 for update skip locked)
      returning id`.execute(tx);
    const [found] = rows;
    if (found === undefined) return false;
    const visit = await getVisit(tx, { id: found.id });
    await writeVisitLetter({ tx, imported: false, recordedAt: now }, visit, 'reminder');
    return true;
  });
}
