import { sql } from 'kysely';
import type { Actor } from '../../../kernel/actions/actor.ts';
import { type By, runAt } from '../../../kernel/actions/run-at.ts';
import { addDays } from '../../../kernel/calendar/epoch-day.ts';
import { kyivDate, kyivInstant } from '../../../kernel/calendar/kyiv-time.ts';
import type { Database, Transaction } from '../../../kernel/database/database.ts';
import { findActorsByLogin, getActor } from '../../../kernel/identity/find-actor.ts';
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
  const { caseId } = await runAt(by(stage, 'registrar-01', ago), registerRequest, {
    ...asked,
    unitCode: unit,
  });
  if (end === null) return;
  await runAt(by(stage, clerk, ago - 1), takeRequest, { caseId });
  const on = Math.max(0, ago - days);
  switch (end.kind) {
    case 'answered':
      await runAt(by(stage, clerk, on), answerRequest, { caseId, answer: end.answer });
      if (end.published)
        await runAt(by(stage, 'registrar-01', on), publishAnswer, {
          caseId,
          redactions: [...(end.hidden ?? [])],
          confirmed: true,
        });
      return;
    case 'refused':
      await runAt(by(stage, clerk, on), refuseRequest, { caseId, ground: 'not-held', words: end.words });
      return;
    case 'forwarded':
      await runAt(by(stage, clerk, on), forwardRequest, { caseId, to: end.to });
      return;
    case 'taken':
  }
}

/** `ago` in days. */
function by({ tx, now, actors }: Stage, login: string, ago: number): By {
  const day = addDays(kyivDate(now), -ago);
  const asked = kyivInstant(day, '10:40');
  return { tx, actor: getActor(actors, login), at: asked > now ? now : asked };
}
