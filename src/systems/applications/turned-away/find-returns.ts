import { sql } from 'kysely';
import { kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import type { Database } from '../../../kernel/database/database.ts';

/**
 * Ties a visit that ended without an application to the same person's next one for the same service,
 * within 30 days; only where the person named a code. Done apart, so that registering stays quick.
 */
export async function findReturns(database: Database, now: Date): Promise<void> {
  await sql`
    with awaited as (
      select id, happened_at, happened_on, service_code, applicant_code from applications.turned_away
       where applicant_code is not null and returned_on is null
         and happened_at > ${now}::timestamptz - interval '31 days'
    ), came as (
      select w.id, (c.registered_at at time zone 'Europe/Kyiv')::date as on_day
        from awaited w
        join kernel.applicants p on p.code = w.applicant_code
        join kernel.cases c on c.applicant_id = p.id and c.registered_at > w.happened_at
                           and c.registered_at < w.happened_at + interval '30 days'
        join applications.applications a on a.case_id = c.id and a.service_code = w.service_code
      union all
      select w.id, again.happened_on
        from awaited w
        join applications.turned_away again
          on again.applicant_code = w.applicant_code and again.service_code = w.service_code
         and again.happened_at > w.happened_at and again.happened_at < w.happened_at + interval '30 days'
    )
    update applications.turned_away w set returned_on = came.on_day
      from (select id, min(on_day) as on_day from came group by id) came
     where w.id = came.id and came.on_day <= ${kyivDate(now)}::date`.execute(database);
}
