import { sql } from 'kysely';
import { type Actor, RESIDENT } from '../../../kernel/actions/actor.ts';
import { type By, runAt } from '../../../kernel/actions/run-at.ts';
import { addDays } from '../../../kernel/calendar/epoch-day.ts';
import { kyivDate, kyivInstant } from '../../../kernel/calendar/kyiv-time.ts';
import type { Database, Transaction } from '../../../kernel/database/database.ts';
import { findActorsByLogin } from '../../../kernel/identity/find-actor.ts';
import { findService } from '../../service-catalogue/index.ts';
import { answerQuestion } from '../actions/answer-question.ts';
import { askQuestion } from '../actions/ask-question.ts';
import { publishAnswer } from '../actions/publish-answer.ts';
import { recordCall } from '../actions/record-call.ts';
import { DEMO_QUESTIONS, type DemoQuestion } from './demo-questions.ts';

/** Of several processes that start at once one seeds. */
const SEED_LOCK = 5_117_340_042;
const CLERK = 'administrator-01';
const AIMS_FROM = '2016-01-01';

export async function seedConsultations(database: Database, demo: boolean, now: Date): Promise<void> {
  await database.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(${SEED_LOCK})`.execute(tx);
    const { rows } = await sql`select from consultations.aims limit 1`.execute(tx);
    if (rows.length === 0) {
      await sql`
        insert into consultations.aims (channel, working_days, valid_from)
        values ('site', 3, ${AIMS_FROM}::date), ('telephone', 1, ${AIMS_FROM}::date)`.execute(tx);
    }
    if (demo) await seedDemo(tx, now);
  });
}

interface Stage {
  readonly tx: Transaction;
  readonly now: Date;
  readonly clerk: Actor;
}

/** A lifelike handful, by the actions themselves at moments before now. */
async function seedDemo(tx: Transaction, now: Date): Promise<void> {
  const { rows } = await sql`select from consultations.questions limit 1`.execute(tx);
  const clerk = (await findActorsByLogin(tx, [CLERK])).get(CLERK);
  if (rows.length > 0 || clerk === undefined) return;
  for (const question of DEMO_QUESTIONS) await follow({ tx, now, clerk }, question);
}

async function follow(stage: Stage, demo: DemoQuestion): Promise<void> {
  const { tx, clerk } = stage;
  const code = demo.serviceCode ?? null;
  const known = code !== null && (await findService(tx, code, kyivDate(stage.now))) !== undefined;
  const asked = { question: demo.question, serviceCode: known ? code : null };
  const id = await ask(stage, demo, asked);
  if (demo.answer === undefined) return;
  if (demo.channel === 'site') {
    await runAt(by(stage, clerk, demo.ago - 1), answerQuestion, { questionId: id, answer: demo.answer });
  }
  if (demo.published === undefined) return;
  await runAt(by(stage, clerk, demo.ago - 1), publishAnswer, {
    questionId: id,
    question: demo.published,
    answer: demo.answer,
    serviceCode: asked.serviceCode,
    confirmed: true,
  });
}

async function ask(
  stage: Stage,
  { ago, channel, answer }: DemoQuestion,
  asked: { readonly question: string; readonly serviceCode: string | null },
): Promise<string> {
  if (channel === 'telephone') {
    return (await runAt(by(stage, stage.clerk, ago), recordCall, { ...asked, answer: answer ?? null }))
      .questionId;
  }
  await runAt(by(stage, RESIDENT, ago), askQuestion, { ...asked, email: 'asker@example.org' });
  const { rows } = await sql<{ id: string }>`
    select id from consultations.questions order by id desc limit 1`.execute(stage.tx);
  return rows[0]?.id ?? '';
}

/** Brought as the past is, so that nobody is written to: no letter leaves the demo city. `ago` in days. */
function by({ tx, now }: Stage, actor: Actor, ago: number): By {
  const day = addDays(kyivDate(now), -ago);
  const at = ago <= 0 ? now : kyivInstant(day, '10:40');
  return { tx, actor: { ...actor, importedBy: 'demo' }, at };
}
