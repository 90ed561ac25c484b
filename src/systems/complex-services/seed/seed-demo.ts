import { sql } from 'kysely';
import { v7 as uuid } from 'uuid';
import type { Actor } from '../../../kernel/actions/actor.ts';
import { type By, runAt } from '../../../kernel/actions/run-at.ts';
import { addDays } from '../../../kernel/calendar/epoch-day.ts';
import { kyivDate, kyivInstant } from '../../../kernel/calendar/kyiv-time.ts';
import type { Database, Transaction } from '../../../kernel/database/database.ts';
import { findActorsByLogin, getActor } from '../../../kernel/identity/find-actor.ts';
import { demoPerson, recordOutcome, takeApplication } from '../../applications/index.ts';
import { fileComplex } from '../actions/file-complex.ts';
import { readParts } from '../complex-store.ts';
import { followParts } from '../follow-parts.ts';
import { DEMO_WHOLES, type DemoWhole } from './demo-wholes.ts';

/** Of several processes that start at once one seeds. */
const SEED_LOCK = 5_117_340_077;
const CLERK = 'administrator-02';

/** Complex applications under way, done by the actions themselves at moments before now. Only into an empty city. */
export async function seedDemo(database: Database, now: Date): Promise<void> {
  await database.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(${SEED_LOCK})`.execute(tx);
    const { rows } = await sql`select from complex_services.applications limit 1`.execute(tx);
    if (rows.length > 0) return;
    const { rows: bodies } = await sql<{ code: string }>`
      select distinct part ->> 'provider' as code
        from complex_services.plan_versions, jsonb_array_elements(plan -> 'parts') as part`.execute(tx);
    const staff = await findActorsByLogin(tx, [CLERK, ...bodies.map(({ code }) => `specialist-${code}`)]);
    if (!staff.has(CLERK)) return;
    // In the order of filing, so that numbers grow with the days.
    const wholes = DEMO_WHOLES.toSorted((a, b) => b.filed - a.filed);
    for (const [index, whole] of wholes.entries()) await follow({ tx, staff, now, index }, whole);
  });
}

interface Stage {
  readonly tx: Transaction;
  readonly staff: ReadonlyMap<string, Actor>;
  readonly now: Date;
  readonly index: number;
}

async function follow(stage: Stage, whole: DemoWhole): Promise<void> {
  const { tx, index } = stage;
  const id = uuid();
  const { plan, parts, answers } = whole;
  await runAt(by(stage, CLERK, whole.filed, 1), fileComplex, {
    id,
    planCode: plan,
    parts: [...parts],
    applicant: demoPerson(40 + index),
    answers: { ...answers },
    documents: ['Паспорт'],
  });
  for (const [turn, step] of whole.steps.entries()) {
    const part = (await readParts(tx, id)).find(({ no }) => no === step.no);
    if (!part?.filed) throw new Error(`part ${step.no} of a demo ${plan} is not under way`);
    const login = `specialist-${part.providerCode}`;
    const caseId = part.filed.id;
    await runAt(by(stage, login, step.ago, turn + 2), takeApplication, { caseId });
    if (step.outcome !== undefined) {
      const reasons = step.outcome === 'refused' ? ['documents-missing'] : [];
      await runAt(by(stage, login, step.ago, turn + 2), recordOutcome, {
        caseId,
        outcome: step.outcome,
        reasons,
      });
    }
    await followParts(tx, id, momentOf(stage, step.ago, turn + 2));
  }
  // What happened before the city opened was told then.
  await sql`delete from kernel.tasks where data ->> 'parentId' = ${id}`.execute(tx);
  await sql`update complex_services.applications set tell_at = null where case_id = ${id}`.execute(tx);
  await sql`update complex_services.parts set told_state = state where case_id = ${id}`.execute(tx);
}

function by(stage: Stage, login: string, ago: number, turn: number): By {
  return { tx: stage.tx, actor: getActor(stage.staff, login), at: momentOf(stage, ago, turn) };
}

/** `turn` keeps deeds of one day apart; today's stand shortly before now. */
function momentOf({ now, index }: Pick<Stage, 'now' | 'index'>, ago: number, turn: number): Date {
  if (ago === 0) return new Date(now.getTime() - (90 - turn * 5) * 60_000);
  const date = addDays(kyivDate(now), -ago);
  const minute = `${(turn * 6 + index) % 60}`.padStart(2, '0');
  return kyivInstant(date, `${`${9 + Math.floor((turn * 6) / 60)}`.padStart(2, '0')}:${minute}`);
}
