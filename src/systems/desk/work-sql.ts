import { type RawBuilder, sql } from 'kysely';
import type { Actor } from '../../kernel/actions/actor.ts';
import { isAllowed } from '../../kernel/actions/permission.ts';
import { type CaseWork, seenBy, type Worker, type WorkStep } from '../../kernel/cases/index.ts';

/** A kind with the steps that this person may have to do in it. */
interface MyKind {
  readonly work: CaseWork;
  readonly steps: readonly WorkStep[];
}

/** Kinds that ask something of this person. */
export function kindsOf(works: readonly CaseWork[], actor: Actor): readonly MyKind[] {
  return works.flatMap((work) => {
    const steps = work.steps.filter(({ may }) => isAllowed(may, actor));
    return steps.length === 0 || work.sees(actor) === false ? [] : [{ work, steps }];
  });
}

/**
 * `waiting`: open cases in which something is expected of this person or their unit, each with the first
 * step that fits. They are gathered by small indexes first (my unit's, mine, those I help with, what my role
 * does in the whole house), and judged after, so the size of the city does not matter.
 */
export function waitingSql(kinds: readonly MyKind[], actor: Actor, worker: Worker): RawBuilder<unknown> {
  const works = kinds.map(({ work }) => work);
  return sql`
    reached as (${sql.join(reachesOf(kinds, worker), sql` union `)}),
    judged as (
      select c.id, c.kind, c.due_on, c.clock_state, ${stepSql(kinds, worker)} as step
      from reached join kernel.cases c on c.id = reached.id
      where c.is_open and (${seenBy(works, actor)})),
    waiting as materialized (select * from judged where step is not null)`;
}

function reachesOf(kinds: readonly MyKind[], worker: Worker): readonly RawBuilder<unknown>[] {
  const { staffId, unitId } = worker;
  return [
    sql`select id from kernel.cases where is_open and unit_id = ${unitId}::uuid`,
    sql`select id from kernel.cases where is_open and executor_id = ${staffId}::uuid`,
    sql`select case_id from kernel.case_executors
        where staff_id = ${staffId}::uuid and role = 'co-executor' and to_at is null`,
    sql`select case_id from kernel.case_questions where executor_id = ${staffId}::uuid and outcome is null`,
    ...kinds.flatMap(({ work, steps }) => [
      ...(work.reaches === undefined ? [] : [work.reaches(worker)]),
      ...houseWide(work, steps, worker),
    ]),
  ];
}

function houseWide(
  work: CaseWork,
  steps: readonly WorkStep[],
  worker: Worker,
): readonly RawBuilder<unknown>[] {
  const wide = steps.filter(({ reach }) => reach === 'house').map((step) => fits(step, worker));
  if (wide.length === 0) return [];
  return [
    sql`select c.id from kernel.cases c
        where c.is_open and c.kind = ${work.kind.name} and (${sql.join(wide, sql` or `)})`,
  ];
}

function stepSql(kinds: readonly MyKind[], worker: Worker): RawBuilder<unknown> {
  const ofKind = kinds.map(({ work, steps }) => {
    const whens = steps.map((step) => sql`when ${fits(step, worker)} then ${step.name}::text`);
    return sql`when ${work.kind.name} then case ${sql.join(whens, sql` `)} end`;
  });
  return sql`case c.kind ${sql.join(ofKind, sql` `)} end`;
}

function fits(step: WorkStep, worker: Worker): RawBuilder<unknown> {
  const inState = sql`c.state = any(${step.states}::text[])`;
  return step.waits === undefined ? inState : sql`(${inState} and ${step.waits(worker)})`;
}
