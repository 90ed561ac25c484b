import { sql } from 'kysely';
import { v5 as nameUuid } from 'uuid';
import type { Actor } from '../../../kernel/actions/actor.ts';
import { type By, runAt } from '../../../kernel/actions/run-at.ts';
import { seedDeadlineRules } from '../../../kernel/clock/seed-deadline-rules.ts';
import type { Database, Transaction } from '../../../kernel/database/database.ts';
import { findActorsByLogin, getActor } from '../../../kernel/identity/find-actor.ts';
import { listDemoHouses } from '../../address-register/index.ts';
import { confirmTicket } from '../actions/confirm-ticket.ts';
import { beginShift } from '../actions/duty.ts';
import { announceEvent, endEvent } from '../actions/events.ts';
import { recordCall } from '../actions/record-call.ts';
import { reportDone, takeTicket } from '../actions/work-on-ticket.ts';
import { DEMO_EVENTS } from './demo-events.ts';
import { CALLERS, DONE_WORDS, MATTERS } from './demo-line.ts';
import { HOTLINE_RULES } from './hotline-rules.ts';
import { seedStreet } from './seed-street.ts';
import { ANSWERS, TOPICS } from './reference.ts';

/** Of several processes that start at once one seeds. */
const SEED_LOCK = 5_117_340_311;
const NAMESPACE = 'd7f0a1c2-53b6-4d1e-9d3a-2f6b8c4e7a10';
const SINCE = '2020-01-01';
const TICKETS = 40;
const HOUR_MS = 3_600_000;

export async function seedHotline(database: Database, demo: boolean, now: Date): Promise<void> {
  await database.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(${SEED_LOCK})`.execute(tx);
    await seedDeadlineRules(tx, HOTLINE_RULES);
    await seedReference(tx);
    if (demo) await seedDemo(tx, now);
  });
}

/** Topics, routes and answers. What the city has changed since is left as it is. */
async function seedReference(tx: Transaction): Promise<void> {
  const topics = TOPICS.map(([code, name, nameEn, group, unit, appeal], position) => ({
    code,
    name,
    nameEn,
    group,
    unit,
    appeal,
    position,
  }));
  const rows = sql`jsonb_to_recordset(${JSON.stringify(topics)}::jsonb) as row(
    code text, name text, "nameEn" text, "group" text, unit text, appeal text, position int)`;
  await sql`
    insert into hotline.topics
      (code, name, name_en, description, description_en, group_name, appeal_topic, position, valid_from)
    select code, name, "nameEn", name, "nameEn", "group", appeal, position, ${SINCE}::date from ${rows}
    on conflict do nothing`.execute(tx);
  await sql`
    insert into hotline.routes (topic, unit_code, valid_from)
    select code, unit, ${SINCE}::date from ${rows}
     where not exists (select from hotline.routes r where r.topic = row.code)`.execute(tx);
  const answers = ANSWERS.map(([topic, question, answer]) => ({
    id: nameUuid(question, NAMESPACE),
    topic,
    question,
    answer,
  }));
  await sql`
    insert into hotline.answers (id, topic, question, answer, valid_from)
    select id, topic, question, answer, ${SINCE}::date
      from jsonb_to_recordset(${JSON.stringify(answers)}::jsonb) as row(id uuid, topic text, question text, answer text)
    on conflict do nothing`.execute(tx);
}

interface Stage {
  readonly tx: Transaction;
  readonly now: Date;
  readonly actors: ReadonlyMap<string, Actor>;
}

/** Forty tickets by the actions themselves, eighty calls answered at once, one mass event. */
async function seedDemo(tx: Transaction, now: Date): Promise<void> {
  const { rows } = await sql`select from hotline.calls limit 1`.execute(tx);
  const actors = await findActorsByLogin(tx, ['operator-01', 'operator-02', 'specialist-utilities']);
  const houses = await listDemoHouses(tx, 300);
  if (rows.length > 0 || actors.size < 3) return;
  const stage = { tx, now, actors };
  await runAt(by(stage, 'operator-01', 3 * HOUR_MS), beginShift, {});
  for (let no = 0; no < TICKETS; no += 1)
    await seedTicket(stage, no, houses[(no * 7) % Math.max(1, houses.length)]?.id);
  await seedStreet(tx, actors.get('operator-01')?.staffId ?? null);
  await seedAnsweredCalls(stage);
  if (houses.length > 0) await seedEvents(stage);
}

async function seedEvents(stage: Stage): Promise<void> {
  for (const { announcedAgo, until, ended, streets = [], ...event } of DEMO_EVENTS) {
    const { eventId } = await runAt(by(stage, 'operator-01', announcedAgo * HOUR_MS), announceEvent, {
      ...event,
      streets: [...streets],
      until: new Date(stage.now.getTime() + until * HOUR_MS),
    });
    if (ended === undefined) continue;
    const { ago, result } = ended;
    await runAt(by(stage, 'operator-02', ago * HOUR_MS), endEvent, { eventId, result });
  }
}

async function seedTicket(stage: Stage, no: number, houseId: string | undefined): Promise<void> {
  const [topic = 'other', text = '', urgency = 'ordinary'] = MATTERS[no % MATTERS.length] ?? [];
  const ago = (TICKETS - no) * 13 * HOUR_MS;
  const { ticket } = await runAt(by(stage, 'operator-01', ago), recordCall, {
    phone: `+38050${String(1_000_000 + no * 137)}`,
    name: CALLERS[no % CALLERS.length] ?? '',
    topic,
    outcome: 'ticket',
    text,
    urgency,
    ...(houseId === undefined ? {} : { houseId }),
  });
  const isTheirs = TOPICS.some(([code, , , , unit]) => code === topic && unit === 'utilities');
  if (ticket === null || !isTheirs || no % 4 === 3) return;
  const { caseId } = ticket;
  await runAt(by(stage, 'specialist-utilities', ago - HOUR_MS), takeTicket, { caseId });
  if (no % 4 === 2) return;
  await runAt(by(stage, 'specialist-utilities', ago - 9 * HOUR_MS), reportDone, {
    caseId,
    words: DONE_WORDS,
  });
  if (no % 4 === 0)
    await runAt(by(stage, 'operator-01', ago - 12 * HOUR_MS), confirmTicket, {
      caseId,
      reallyDone: no % 12 !== 4,
      mark: no % 12 === 4 ? 2 : 4 + (no % 8 === 0 ? 1 : 0),
    });
}

/** In one statement: eighty deeds would keep a starting city waiting. */
async function seedAnsweredCalls({ tx, now, actors }: Stage): Promise<void> {
  const calls = Array.from({ length: 80 }, (_, no) => {
    const [topic = 'other', question = ''] = ANSWERS[no % ANSWERS.length] ?? [];
    return {
      id: nameUuid(`call ${no}`, NAMESPACE),
      at: new Date(now.getTime() - no * 5 * HOUR_MS - 600_000),
      phone: `+38067${String(2_000_000 + no * 211)}`,
      caller: CALLERS[(no * 3) % CALLERS.length],
      topic,
      answer: nameUuid(question, NAMESPACE),
    };
  });
  await sql`
    insert into hotline.calls (id, at, day, phone, caller, topic, outcome, answer_id, operator_id)
    select id, at, (at at time zone 'Europe/Kyiv')::date, phone, caller, topic, 'answered', answer,
           ${actors.get('operator-02')?.staffId ?? null}::uuid
      from jsonb_to_recordset(${JSON.stringify(calls)}::jsonb) as row(
        id uuid, at timestamptz, phone text, caller text, topic text, answer uuid)
    on conflict do nothing`.execute(tx);
}

/** `ago` in milliseconds. */
function by({ tx, now, actors }: Stage, login: string, ago: number): By {
  return { tx, actor: getActor(actors, login), at: new Date(now.getTime() - Math.max(0, ago)) };
}
