import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { hasRole } from '../actions/actor.ts';
import { askQuery } from '../actions/ask-query.ts';
import { InvalidInput } from '../actions/invalid-input.ts';
import { performAction } from '../actions/perform-action.ts';
import { batchInput, performBatch } from '../actions/perform-batch.ts';
import { Refusal } from '../actions/refusal.ts';
import type { City } from '../city.ts';
import { requireOwnOrigin } from './origin-check.ts';
import { problemOf } from './problem.ts';
import { actorOf, localeOf, tokenOf } from './visitor.ts';

const BATCH_BYTES = 4 * 1024 * 1024;

/** The programmatic door: the same definitions, the same rights, the same journal as the pages. */
export function apiRoutes(app: FastifyInstance, city: City): void {
  app.post<{ Params: { name: string } }>('/api/actions/:name', (request, reply) =>
    postAction(city, request, reply),
  );
  app.get<{ Params: { name: string } }>('/api/queries/:name', (request) => getQuery(city, request));
  app.post('/api/actions', { bodyLimit: BATCH_BYTES }, (request) => postBatch(city, request));
}

async function postAction(
  city: City,
  request: FastifyRequest<{ Params: { name: string } }>,
  reply: FastifyReply,
): Promise<unknown> {
  const { name } = request.params;
  const action = city.actions.get(name);
  if (action === undefined) throw new Refusal('actions:refusals.noSuchAction', { name }, 404);
  if (tokenOf(request)?.from !== 'bearer') requireOwnOrigin(request);
  const key = request.headers['idempotency-key'];
  if (typeof key !== 'string' || key.length === 0 || key.length > 200) {
    throw new Refusal('actions:refusals.keyMissing', {}, 400);
  }
  const actor = await actorOf(city, request);
  reply.header('cache-control', 'no-store');
  return (await performAction(city, action, request.body ?? {}, { actor, key })) ?? {};
}

async function getQuery(city: City, request: FastifyRequest<{ Params: { name: string } }>): Promise<unknown> {
  const { name } = request.params;
  const query = city.queries.get(name);
  if (query === undefined) throw new Refusal('actions:refusals.noSuchQuery', { name }, 404);
  const actor = await actorOf(city, request);
  const reason = request.headers['x-reason'];
  const by = typeof reason === 'string' ? { actor, reason } : { actor };
  return (await askQuery(city, query, queryInput(request), by)) ?? null;
}

/** `?a=1&b=2`, or `?input={"a":1}` where the input has depth or numbers. */
function queryInput(request: FastifyRequest): unknown {
  const plain: Record<string, unknown> = { ...(request.query as Record<string, unknown>) };
  delete plain.lang;
  if (typeof plain.input !== 'string') return plain;
  try {
    return JSON.parse(plain.input);
  } catch {
    throw new Refusal('http:faults.badRequest', {}, 400);
  }
}

async function postBatch(city: City, request: FastifyRequest): Promise<unknown> {
  const actor = await actorOf(city, request);
  if (!hasRole(actor, 'integrator')) {
    throw new Refusal('actions:refusals.integratorsOnly', {}, actor.kind === 'resident' ? 401 : 403);
  }
  const parsed = batchInput.safeParse(request.body, { reportInput: true });
  if (!parsed.success) throw new InvalidInput(parsed.error);
  const results = await performBatch(city, actor, parsed.data.actions);
  const locale = localeOf(request);
  const t = city.messages.for(locale);
  return {
    results: results.map((result) =>
      'error' in result
        ? {
            key: result.key,
            status: problemOf(result.error, locale, t).status,
            problem: problemOf(result.error, locale, t),
          }
        : { key: result.key, status: 200, output: result.output },
    ),
  };
}
