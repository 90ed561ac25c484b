import { sql } from 'kysely';
import type { Database } from '../../../kernel/database/database.ts';
import type { Job } from '../../../kernel/jobs/job.ts';
import { readParts } from '../complex-store.ts';
import { writeChangedLetter } from '../letters/changed.ts';

const AT_A_TIME = 200;

/** One letter for all parts that changed since the last one, when its time has come. */
export const tellApplicants: Job = {
  name: 'complex-services.tell-applicants',
  everySeconds: 20,
  async run({ database, now }) {
    for (let told = 0; told < AT_A_TIME; told += 1) {
      if (!(await tellNext(database, now))) return;
    }
  },
};

async function tellNext(database: Database, now: Date): Promise<boolean> {
  return database.transaction().execute(async (tx) => {
    const { rows } = await sql<{ caseId: string }>`
      update complex_services.applications set tell_at = null where case_id = (
        select case_id from complex_services.applications where tell_at <= ${now}
         order by tell_at limit 1 for update skip locked)
      returning case_id as "caseId"`.execute(tx);
    const [found] = rows;
    if (found === undefined) return false;
    const { caseId } = found;
    await writeChangedLetter(tx, now, { caseId, parts: await readParts(tx, caseId) });
    await sql`
      update complex_services.parts set told_state = state where case_id = ${caseId} and told_state <> state`.execute(
      tx,
    );
    return true;
  });
}
