import { sql } from 'kysely';
import { v7 as uuid } from 'uuid';
import { type Actor, RESIDENT } from '../../../kernel/actions/actor.ts';
import { type By, runAt } from '../../../kernel/actions/run-at.ts';
import { addDays } from '../../../kernel/calendar/epoch-day.ts';
import { kyivDate, kyivInstant } from '../../../kernel/calendar/kyiv-time.ts';
import type { Database, Transaction } from '../../../kernel/database/database.ts';
import { findActorsByLogin, getActor } from '../../../kernel/identity/find-actor.ts';
import { approveAnswer } from '../actions/approve-answer.ts';
import { forwardAppeal } from '../actions/close-appeal.ts';
import { draftAnswer } from '../actions/draft-answer.ts';
import { extendTerm } from '../actions/extend-term.ts';
import { fileAppeal } from '../actions/file-appeal.ts';
import { giveResolution } from '../actions/give-resolution.ts';
import { linkAppeals } from '../actions/link-appeals.ts';
import { recordOutcome } from '../actions/record-outcome.ts';
import { registerAppeal } from '../actions/register-appeal.ts';
import { takeAppeal } from '../actions/take-appeal.ts';
import { ANSWERS } from '../appeal.ts';
import { demoAuthor, DEMO_CHANNELS, DEMO_MATTERS, type DemoMatter, streetOf } from './demo-matters.ts';

/** Of several processes that start at once one seeds. */
const SEED_LOCK = 5_117_340_077;
/** Answered ones, over the last fourteen months; then the living work of the last five weeks. */
const PAST = { count: 64, days: 420, until: 40 };

/** What happened to a living appeal, each with how many days ago it came. */
const LIVING = [
  { ago: 36, to: 'resolved' },
  { ago: 34, to: 'approval' },
  { ago: 33, to: 'taken' },
  { ago: 31, to: 'extended' },
  { ago: 29, to: 'approved' },
  { ago: 27, to: 'taken' },
  { ago: 24, to: 'approval' },
  { ago: 20, to: 'resolved' },
  { ago: 18, to: 'taken' },
  { ago: 15, to: 'resolved' },
  { ago: 12, to: 'forwarded' },
  { ago: 10, to: 'taken' },
  { ago: 8, to: 'resolved' },
  { ago: 7, to: 'approved' },
  { ago: 6, to: 'registered' },
  { ago: 5, to: 'twin' },
  { ago: 3, to: 'registered' },
  { ago: 2, to: 'resolved' },
  { ago: 1, to: 'registered' },
  { ago: 1, to: 'filed' },
  { ago: 0, to: 'registered' },
  { ago: 0, to: 'filed' },
] as const;
type Course = (typeof LIVING)[number]['to'];

/** A lifelike year, done by the actions themselves at moments before now. Only into an empty city. */
export async function seedDemo(database: Database, now: Date): Promise<void> {
  await database.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(${SEED_LOCK})`.execute(tx);
    const { rows } = await sql`select from appeals.appeals limit 1`.execute(tx);
    if (rows.length > 0) return;
    const bodies = DEMO_MATTERS.map(({ body }) => `specialist-${body}`);
    const staff = await findActorsByLogin(tx, ['registrar-01', 'deputy-mayor', ...bodies]);
    if (!staff.has('registrar-01')) return;
    for (let index = 0; index < PAST.count; index++)
      await follow({ tx, staff, now, index }, pastDay(index), 'past');
    const last = { id: '' };
    for (const [index, { ago, to }] of LIVING.entries()) {
      const stage = {
        tx,
        staff,
        now,
        index: PAST.count + index,
        ...(to === 'twin' ? { twinOf: last.id } : {}),
      };
      last.id = await follow(stage, ago, to);
    }
  });
}

function pastDay(index: number): number {
  return Math.round(PAST.days - ((PAST.days - PAST.until) * index) / PAST.count);
}

interface Stage {
  readonly tx: Transaction;
  readonly staff: ReadonlyMap<string, Actor>;
  readonly now: Date;
  readonly index: number;
  readonly twinOf?: string;
}

async function follow(stage: Stage, ago: number, course: Course | 'past'): Promise<string> {
  const { index } = stage;
  const matter = DEMO_MATTERS[(stage.twinOf === undefined ? index : index - 1) % DEMO_MATTERS.length];
  if (matter === undefined) throw new Error('the demo city has nothing to write about');
  const text = `${streetOf(stage.twinOf === undefined ? index : index - 1)}. ${matter.text}`;
  if (course === 'filed') {
    const { caseId } = await runAt(by(stage, 'resident', ago, 0), fileAppeal, {
      author: demoAuthor(index),
      text,
    });
    return caseId;
  }
  const caseId = uuid();
  const collective = index % 13 === 5;
  await runAt(by(stage, 'registrar-01', ago, 0), registerAppeal, {
    id: caseId,
    channel: DEMO_CHANNELS[index % DEMO_CHANNELS.length] ?? 'post',
    kind: matter.kind,
    sign: index % 9 === 4 ? 'repeated' : 'first',
    subject: collective ? 'collective' : 'individual',
    people: collective ? 12 + (index % 40) : 1,
    categories: index % 6 === 2 ? ['7.5'] : [],
    status: index % 3 === 0 ? '8.1' : null,
    questions: [{ topic: matter.topic, text: '' }, ...(index % 5 === 0 ? [{ topic: '220', text: '' }] : [])],
    author: demoAuthor(index),
    text,
  });
  await goOn(stage, { caseId, ago, matter, course });
  return caseId;
}

interface Going {
  readonly caseId: string;
  readonly ago: number;
  readonly matter: DemoMatter;
  readonly course: Course | 'past';
}

async function goOn(stage: Stage, { caseId, ago, matter, course }: Going): Promise<void> {
  if (course === 'past') {
    await recordPast(stage, caseId, ago);
    return;
  }
  if (course === 'registered' || course === 'filed') return;
  const specialist = `specialist-${matter.body}`;
  if (course === 'forwarded') {
    const to = {
      caseId,
      to: 'Кіровоградська обласна державна адміністрація',
      note: 'Питання належить області.',
    };
    await runAt(by(stage, 'registrar-01', ago - 2, 1), forwardAppeal, to);
    return;
  }
  if (stage.twinOf !== undefined) {
    await runAt(by(stage, 'registrar-01', ago, 1), linkAppeals, {
      caseId,
      otherId: stage.twinOf,
      kind: 'twin',
    });
    return;
  }
  await runAt(by(stage, 'deputy-mayor', ago, 2), giveResolution, {
    caseId,
    executor: { unitCode: matter.body },
    text: 'Розглянути по суті, відповісти авторові',
  });
  if (course === 'extended') {
    const reason = 'Потрібне обстеження на місці';
    await runAt(by(stage, 'deputy-mayor', ago - 20, 3), extendTerm, { caseId, days: 12, reason });
  }
  if (course === 'resolved' || course === 'extended') return;
  await runAt(by(stage, specialist, ago, 3), takeAppeal, { caseId });
  if (course === 'taken') return;
  const questions = stage.index % 5 === 0 ? [1, 2] : [1];
  const { answerId } = await runAt(by(stage, specialist, Math.max(0, ago - 5), 4), draftAnswer, {
    caseId,
    kind: 'final',
    text: `Добрий день!\n${matter.answer}`,
    outcomes: questions.map((no) => ({ no, outcome: ANSWERS[(stage.index + no) % 2] ?? 'explained' })),
  });
  if (course === 'approved')
    await runAt(by(stage, 'deputy-mayor', Math.max(0, ago - 6), 5), approveAnswer, { answerId });
}

/** Past ones came and were answered, some late; brought as history is, without every step. */
function recordPast(stage: Stage, caseId: string, ago: number): Promise<unknown> {
  const { index } = stage;
  const days = index % 11 === 7 ? 36 : 5 + (index % 23);
  const outcome = index % 8 === 0 ? 'refused' : index % 3 === 0 ? 'satisfied' : 'explained';
  const { actor, ...when } = by(stage, 'registrar-01', Math.max(1, ago - days), 1);
  const brought = { ...when, actor: { ...actor, importedBy: 'demo' } };
  return runAt(brought, recordOutcome, { caseId, outcome });
}

/** A clerk at a moment `ago` days before now; `turn` keeps deeds of one day apart. */
function by({ tx, staff, now, index }: Stage, login: string, ago: number, turn: number): By {
  const actor = login === 'resident' ? RESIDENT : getActor(staff, login);
  return { tx, actor, at: momentOf(now, ago, turn, index) };
}

function momentOf(now: Date, ago: number, turn: number, index: number): Date {
  if (ago === 0) return new Date(now.getTime() - (90 - turn * 10 - (index % 8)) * 60_000);
  const date = addDays(kyivDate(now), -ago);
  return kyivInstant(date, `${`${9 + turn}`.padStart(2, '0')}:${`${(index * 7) % 60}`.padStart(2, '0')}`);
}
