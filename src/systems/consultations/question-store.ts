import { sql } from 'kysely';
import { v7 as uuid } from 'uuid';
import type { Deed } from '../../kernel/actions/define.ts';
import { notFound, Refusal } from '../../kernel/actions/refusal.ts';
import { kyivDate } from '../../kernel/calendar/kyiv-time.ts';
import { addWorkingDays } from '../../kernel/calendar/legal-calendar.ts';
import { loadCalendar } from '../../kernel/calendar/load-calendar.ts';
import type { Transaction } from '../../kernel/database/database.ts';
import { getService, type Service } from '../service-catalogue/index.ts';
import { type Channel, type QuestionState, statesBefore } from './question.ts';

const USUAL_DAYS: Readonly<Record<Channel, number>> = { site: 3, telephone: 1 };

export interface NewQuestion {
  readonly channel: Channel;
  readonly question: string;
  readonly email: string | null;
  readonly serviceCode: string | null;
}

/** Keeps a question with the day by which we mean to answer. */
export async function keepQuestion(
  deed: Deed,
  asked: NewQuestion,
): Promise<{ readonly id: string; readonly dueOn: string }> {
  const { tx, now, actor } = deed;
  const id = uuid();
  const day = kyivDate(now);
  const service = await serviceOf(tx, asked.serviceCode, day);
  const dueOn = addWorkingDays(await loadCalendar(tx), day, await aimOf(tx, asked.channel, day));
  await sql`
    insert into consultations.questions
      (id, channel, state, asked_at, day, service_code, service_name, sector, question, email, due_on, recorded_by, account_id)
    values (${id}, ${asked.channel}, 'asked', ${now}, ${day}::date, ${service?.code ?? null}, ${service?.name ?? null},
            ${service?.sector ?? null}, ${asked.question}, ${asked.email}, ${dueOn}::date,
            ${asked.channel === 'telephone' ? actor.staffId : null}, ${actor.resident?.accountId ?? null})`.execute(
    tx,
  );
  deed.about({ kind: 'question', id });
  return { id, dueOn };
}

/** The named service as it is now; refuses (404) one that the Centre does not give. */
export async function serviceOf(
  tx: Transaction,
  code: string | null,
  day: string,
): Promise<Service | undefined> {
  return code === null ? undefined : getService(tx, code, day);
}

async function aimOf(tx: Transaction, channel: Channel, day: string): Promise<number> {
  const { rows } = await sql<{ days: number }>`
    select working_days as days from consultations.aims
     where channel = ${channel} and valid_from <= ${day}::date and (valid_to is null or valid_to > ${day}::date)`.execute(
    tx,
  );
  return rows[0]?.days ?? USUAL_DAYS[channel];
}

export interface AnsweredQuestion {
  readonly email: string | null;
  readonly question: string;
  readonly service_code: string | null;
}

/** Writes the answer in one statement, so that of two who answer at once one is told. */
export async function writeAnswer(deed: Deed, id: string, answer: string): Promise<AnsweredQuestion> {
  const { tx, now, actor } = deed;
  const { rows } = await sql<AnsweredQuestion>`
    update consultations.questions
       set state = 'answered', answer = ${answer}, answered_at = ${now}, answered_on = ${kyivDate(now)}::date,
           answered_by = ${actor.staffId}
     where id = ${id} and state = any(${[...statesBefore('answered')]})
    returning email, question, service_code`.execute(tx);
  return rows[0] ?? (await refuseMove(tx, id));
}

/** Moves the state alone; `reason` where it closes. */
export async function moveQuestion(
  { tx, now }: Deed,
  id: string,
  to: Extract<QuestionState, 'published' | 'closed'>,
  reason: string | null = null,
): Promise<void> {
  const { rows } = await sql`
    update consultations.questions
       set state = ${to}, closed_reason = ${reason}, closed_at = ${to === 'closed' ? now : null}
     where id = ${id} and state = any(${[...statesBefore(to)]}) returning id`.execute(tx);
  if (rows.length === 0) await refuseMove(tx, id);
}

async function refuseMove(tx: Transaction, id: string): Promise<never> {
  const { rows } = await sql<{ state: QuestionState }>`
    select state from consultations.questions where id = ${id}`.execute(tx);
  const [row] = rows;
  if (row === undefined) throw notFound('consultations:refusals.noSuchQuestion');
  throw new Refusal(`consultations:refusals.already.${row.state}`);
}
