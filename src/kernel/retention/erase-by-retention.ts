import { sql } from 'kysely';
import type { Database } from '../database/database.ts';
import type { Job } from '../jobs/job.ts';
import type { Retention, System } from '../system.ts';
import { eraseOldApplicants } from './erase-old-applicants.ts';

/** `since` of a table that stands beside a case, one to one or more. */
export const CASE_CLOSED = '(select c.closed_at from kernel.cases c where c.id = t.case_id)';

/** So many rows a statement: nobody waits long for a row that is being erased. */
const BATCH = 1000;

/** Every night the personal values go whose months are over; rows, numbers and counts stay. */
export function eraseByRetentionJob(systems: readonly Pick<System, 'retention'>[]): Job {
  return {
    name: 'retention.erase-by-retention',
    everySeconds: 24 * 3600,
    async run({ database, now }) {
      for (const rule of systems.flatMap((system) => system.retention)) {
        await eraseByRule(database, rule, now);
      }
      await eraseOldApplicants(database, now);
    },
  };
}

/** How many rows it emptied. Harmless when repeated, and where it was killed it goes on. */
export async function eraseByRule(database: Database, rule: Retention, now: Date): Promise<number> {
  const { months, since } = rule;
  if (months === null || since === undefined) return 0;
  const columns = await readColumns(database, rule);
  // What was never said stays unsaid: the checks of a table tell null from empty.
  const blanked = sql.join(
    columns.map(({ name, blank }) =>
      blank === 'null'
        ? sql`${sql.ref(name)} = null`
        : sql`${sql.ref(name)} = case when t.${sql.ref(name)} is null then null else ${sql.raw(blank)} end`,
    ),
  );
  const filled = sql.join(
    columns.map(({ name, blank }) =>
      blank === 'null' ? sql`t.${sql.ref(name)} is not null` : sql`t.${sql.ref(name)} <> ${sql.raw(blank)}`,
    ),
    sql` or `,
  );
  let erased = 0;
  for (;;) {
    const { numAffectedRows = 0n } = await sql`
      with due as (
        select t.ctid as place from ${sql.table(rule.table)} t
         where (${filled}) and ${sql.raw(since)} < ${now}::timestamptz - make_interval(months => ${months}::int)
         limit ${BATCH} for update skip locked
      )
      update ${sql.table(rule.table)} t set ${blanked} from due where t.ctid = due.place`.execute(database);
    erased += Number(numAffectedRows);
    if (numAffectedRows < BATCH) return erased;
  }
}

interface PersonalColumn {
  readonly name: string;
  /** SQL of the value that says nothing of a person. */
  readonly blank: string;
}

/** @throws where a rule names a column that its table does not have: the values would stay for ever. */
async function readColumns(database: Database, rule: Retention): Promise<readonly PersonalColumn[]> {
  const { rows } = await sql<{ name: string; type: string }>`
    select attname as name, format_type(atttypid, null) as type from pg_attribute
     where attrelid = ${rule.table}::regclass and attname = any(${rule.personalColumns}::text[])
       and not attisdropped`.execute(database);
  if (rows.length < rule.personalColumns.length)
    throw new Error(`The retention of ${rule.table} names a column that is not there`);
  return rows.map(({ name, type }) => ({ name, blank: blankOf(type) }));
}

/** Texts become empty rather than null: the rules of a table speak of what was said, not of who said it. */
function blankOf(type: string): string {
  switch (type) {
    case 'text':
      return `''::text`;
    case 'jsonb':
      return `'{}'::jsonb`;
    case 'text[]':
      return `'{}'::text[]`;
    default:
      return 'null';
  }
}
