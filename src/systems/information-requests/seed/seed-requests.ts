import { sql } from 'kysely';
import type { z } from 'zod';
import type { Actor } from '../../../kernel/actions/actor.ts';
import type { ActionDefinition } from '../../../kernel/actions/define.ts';
import { judge, runDeed } from '../../../kernel/actions/run-deed.ts';
import { toEpochDay, toIsoDate } from '../../../kernel/calendar/epoch-day.ts';
import { kyivDate, kyivInstant } from '../../../kernel/calendar/kyiv-time.ts';
import type { Database, Transaction } from '../../../kernel/database/database.ts';
import { findActorsByLogin } from '../../../kernel/identity/find-actor.ts';
import { answerRequest } from '../actions/answer-request.ts';
import { forwardRequest } from '../actions/forward-request.ts';
import { publishAnswer } from '../actions/publish-answer.ts';
import { refuseRequest } from '../actions/refuse-request.ts';
import { registerRequest } from '../actions/register-request.ts';
import { takeRequest } from '../actions/take-request.ts';
import { DEMO_REQUESTS, type DemoRequest } from './demo-requests.ts';
import { seedLaw } from './seed-law.ts';

/** Of several processes that start at once one seeds. */
const SEED_LOCK = 5_117_340_077;

export async function seedRequests(database: Database, demo: boolean, now: Date): Promise<void> {
  await database.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(${SEED_LOCK})`.execute(tx);
    await seedLaw(tx);
    if (demo) await seedDemo(tx, now);
  });
}

/** A lifelike handful, by the actions themselves at moments before now. Nobody has an e-mail, so no letter leaves. */
async function seedDemo(tx: Transaction, now: Date): Promise<void> {
  const { rows } = await sql`select from information_requests.requests limit 1`.execute(tx);
  const logins = ['registrar-01', ...new Set(DEMO_REQUESTS.map(({ unit }) => `specialist-${unit}`))];
  const actors = await findActorsByLogin(tx, logins);
  if (rows.length > 0 || actors.size < logins.length) return;
  for (const request of DEMO_REQUESTS) await follow({ tx, now, actors }, request);
}

interface Stage {
  readonly tx: Transaction;
  readonly now: Date;
  readonly actors: ReadonlyMap<string, Actor>;
}

async function follow(stage: Stage, { ago, days, unit, end, ...asked }: DemoRequest): Promise<void> {
  const clerk = `specialist-${unit}`;
  const { caseId } = await act(stage, 'registrar-01', ago, registerRequest, { ...asked, unitCode: unit });
  if (end === null) return;
  await act(stage, clerk, ago - 1, takeRequest, { caseId });
  const on = Math.max(0, ago - days);
  switch (end.kind) {
    case 'answered':
      await act(stage, clerk, on, answerRequest, { caseId, answer: end.answer });
      if (end.published)
        await act(stage, 'registrar-01', on, publishAnswer, {
          caseId,
          redactions: [...(end.hidden ?? [])],
          confirmed: true,
        });
      return;
    case 'refused':
      await act(stage, clerk, on, refuseRequest, { caseId, ground: 'not-held', words: end.words });
      return;
    case 'forwarded':
      await act(stage, clerk, on, forwardRequest, { caseId, to: end.to });
      return;
    case 'taken':
  }
}

async function act<I extends z.ZodType, O extends z.ZodType>(
  { tx, now, actors }: Stage,
  login: string,
  ago: number,
  action: ActionDefinition<I, O>,
  input: z.input<I>,
): Promise<z.output<O>> {
  const actor = actors.get(login);
  if (actor === undefined) throw new Error(`the demo city has no ${login}`);
  const day = toIsoDate(toEpochDay(kyivDate(now)) - ago);
  const asked = kyivInstant(day, '10:40');
  const at = asked > now ? now : asked;
  const request = { action, actor, input, key: null, now: at, recordedAt: at };
  return action.output.parse((await runDeed(tx, request, judge(request))).output);
}
