import { sql } from 'kysely';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { RESIDENT } from '../../../kernel/actions/actor.ts';
import { performAction } from '../../../kernel/actions/perform-action.ts';
import { Refusal } from '../../../kernel/actions/refusal.ts';
import type { City } from '../../../kernel/city.ts';
import { passHourlyBrake } from '../../../kernel/database/hourly-brake.ts';
import { toldError } from '../../../kernel/http/faults.ts';
import { problemOf } from '../../../kernel/http/problem.ts';
import { localeOf } from '../../../kernel/http/visitor.ts';
import { reportProblem } from '../actions/report-problem.ts';
import { listProblems } from '../queries/problems.ts';
import { type Answer, ask } from './answers.ts';
import type { Asked } from './asked.ts';

const TOKENS_AN_HOUR = 1000;

/** «Prefer: respond-async» (RFC 7240): the client does not wait until the request has its number. */
export function wantsToken({ request }: Asked): boolean {
  return /(^|[\s,])respond-async($|[\s,;])/i.test(String(request.headers['prefer'] ?? ''));
}

/** Keeps what came and answers with a token; it is entered after the answer has gone. */
export async function answerToken(
  asked: Asked,
  input: z.input<(typeof reportProblem)['input']>,
): Promise<Answer> {
  const { city, request } = asked;
  const token = uuid();
  const now = city.clock.now();
  await city.connections.database.transaction().execute(async (tx) => {
    await passHourlyBrake(tx, 'hotline.token_hours', now, TOKENS_AN_HOUR, 'hotline:refusals.tooManyNow');
    await sql`
      insert into hotline.open311_tokens (token, given_at, input)
      values (${token}, ${now}, ${JSON.stringify({ ...input, id: token })}::jsonb)`.execute(tx);
  });
  setImmediate(
    () => void enter(city, token).catch((error: unknown) => city.log.error({ err: error }, 'token')),
  );
  const t = city.messages.for(localeOf(request));
  const notice = t('hotline:open311.later');
  return ['service_requests', [{ token, service_notice: notice, account_id: null }]];
}

/** What an earlier process took and did not enter. */
export async function enterWaiting(city: City): Promise<void> {
  const { rows } = await sql<{ token: string }>`
    select token from hotline.open311_tokens where input is not null order by given_at limit 1000`.execute(
    city.connections.database,
  );
  for (const { token } of rows) await enter(city, token);
}

/**
 * The token is the request's key and its id, so however many enter it at once it is entered once. Refused for good,
 * it keeps the sentence; when the hour is full it waits for the next who asks.
 */
async function enter(city: City, token: string): Promise<void> {
  const { database } = city.connections;
  const { rows } = await sql<{ input: unknown }>`
    select input from hotline.open311_tokens where token = ${token} and input is not null`.execute(database);
  const [waiting] = rows;
  if (waiting === undefined) return;
  let refusal: string | null = null;
  try {
    await performAction(city, reportProblem, waiting.input, { actor: RESIDENT, key: token });
  } catch (error) {
    const told = toldError(city, error);
    const { status, detail, errors } = problemOf(told, 'uk', city.messages.for('uk'));
    if (status === 429 || status >= 500) return;
    refusal = errors?.map(({ message }) => message).join(' ') ?? detail;
  }
  await sql`
    update hotline.open311_tokens set input = null, refusal = ${refusal} where token = ${token}`.execute(
    database,
  );
}

/** A token's request; a request's own id is a token too, for who asks all the same. */
export async function findToken(asked: Asked): Promise<Answer> {
  const { city, name: token } = asked;
  if (token === '') throw new Refusal('hotline:open311.tokenMissing', {}, 400);
  const isToken = z.uuid().safeParse(token).success;
  if (isToken) await enter(city, token);
  const { problems } = await ask(asked, listProblems, { ids: [token], limit: 1 });
  const [problem] = problems;
  if (problem !== undefined) return ['service_requests', [{ service_request_id: problem.id, token }]];
  const { rows } = await sql<{ refusal: string | null }>`
    select refusal from hotline.open311_tokens where token = ${isToken ? token : null}`.execute(
    city.connections.database,
  );
  const [known] = rows;
  if (known === undefined) throw new Refusal('hotline:open311.noToken', { token: token.slice(0, 60) }, 404);
  if (known.refusal !== null) throw new Refusal('hotline:open311.refused', { why: known.refusal }, 400);
  return ['service_requests', [{ token }]];
}
