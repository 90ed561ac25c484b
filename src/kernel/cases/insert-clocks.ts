import { type RawBuilder, sql } from 'kysely';
import type { CaseClock } from './case-clock.ts';

/** Clocks that begin. `opened`: a relation of that name with the case's `id`. */
export function insertClocks(opened: RawBuilder<unknown>, clocks: readonly CaseClock[]): RawBuilder<unknown> {
  return sql`
    insert into kernel.case_clocks (
      case_id, name, rule, started_on, started_at, pauses, extensions, due_on, due_at,
      internal_due_on, steps)
    select opened.id, clock.name, clock.rule, clock."startedOn", clock."startedAt", '[]', '[]',
      clock."dueOn", clock."dueAt", clock."internalDueOn", clock.steps
    from ${opened}, jsonb_to_recordset(${JSON.stringify(clocks)}::jsonb) as clock(
      name text, rule jsonb, "startedOn" date, "startedAt" timestamptz, "dueOn" date,
      "dueAt" timestamptz, "internalDueOn" date, steps jsonb)
    on conflict (case_id, name) do update set
      rule = excluded.rule, started_on = excluded.started_on, started_at = excluded.started_at,
      pauses = '[]', extensions = '[]', due_on = excluded.due_on, due_at = excluded.due_at,
      internal_due_on = excluded.internal_due_on, steps = excluded.steps, stopped_on = null`;
}
