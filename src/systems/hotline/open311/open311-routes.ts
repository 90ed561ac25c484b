import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { City } from '../../../kernel/city.ts';
import { InvalidInput } from '../../../kernel/actions/invalid-input.ts';
import { Refusal } from '../../../kernel/actions/refusal.ts';
import { toldError } from '../../../kernel/http/faults.ts';
import { problemOf } from '../../../kernel/http/problem.ts';
import { localeOf } from '../../../kernel/http/visitor.ts';
import { discovery, findRequest, findRequests, findService, findServices } from './answers.ts';
import { type Asked, textsOf } from './asked.ts';
import { type Node, toXml } from './to-xml.ts';
import { fileRequest } from './file-request.ts';

const BASE = '/open311/v2';

type Work = (asked: Asked) => Promise<readonly [root: string, value: Node]>;

/**
 * Open311 GeoReport v2: discovery, services and their definitions, requests. XML and JSON by the ending
 * of the path; errors in the format that was asked for.
 */
export function open311Routes(app: FastifyInstance, city: City): void {
  const gets: readonly (readonly [path: string, work: Work])[] = [
    ['/discovery', discovery],
    ['/services', findServices],
    ['/services/:name', findService],
    ['/requests', findRequests],
    ['/requests/:name', findRequest],
  ];
  for (const [path, work] of gets) {
    app.get(...routeOf(path, city, work));
  }
  app.post(...routeOf('/requests', city, fileRequest, 201));
}

function routeOf(path: string, city: City, work: Work, status = 200) {
  const handle = (request: FastifyRequest, reply: FastifyReply) => answer(city, work, status, request, reply);
  const ending = path.endsWith(':name') ? '' : '.:format';
  return [`${BASE}${path}${ending}`, handle] as const;
}

async function answer(city: City, work: Work, status: number, request: FastifyRequest, reply: FastifyReply) {
  const { name, format } = partsOf(request);
  reply.header('access-control-allow-origin', '*').header('cache-control', 'no-store');
  try {
    if (format === null) throw new Refusal('hotline:open311.badFormat', {}, 404);
    const query = textsOf(request.query);
    requireJurisdiction({ ...query, ...textsOf(request.body) }, city, request);
    const [root, value] = await work({ city, request, query, name });
    return send(reply, status, format, root, value);
  } catch (error) {
    const told = toldError(city, error);
    const locale = localeOf(request);
    const problem = problemOf(told, locale, city.messages.for(locale));
    // GeoReport knows 400 for what is wrong in a request, 403 for a key, 404 for what is not here.
    const code = told instanceof InvalidInput || problem.status === 422 ? 400 : problem.status;
    const said = problem.errors?.map(({ path, message }) => `${path}: ${message}`) ?? [problem.detail];
    const errors = said.map((description) => ({ code, description }));
    return send(reply, code, format ?? 'xml', 'errors', errors);
  }
}

function send(reply: FastifyReply, status: number, format: 'xml' | 'json', root: string, value: Node) {
  if (format === 'json') {
    return reply.status(status).type('application/json; charset=utf-8').send(JSON.stringify(value));
  }
  return reply.status(status).type('text/xml; charset=utf-8').send(toXml(root, value));
}

/** `roads.json` → the code and the format; a path without a known ending has none. */
function partsOf(request: FastifyRequest): { name: string; format: 'xml' | 'json' | null } {
  const params = textsOf(request.params);
  const last = params['name'] ?? `.${params['format'] ?? ''}`;
  const found = /^(.*)\.(xml|json)$/.exec(last);
  const format = found?.[2];
  return { name: found?.[1] ?? '', format: format === 'xml' || format === 'json' ? format : null };
}

/** It need not be said; who says it must mean this city: the host of its site. */
function requireJurisdiction(query: Record<string, string>, city: City, request: FastifyRequest): void {
  const said = query['jurisdiction_id'] ?? '';
  if (said === '' || said === jurisdictionOf(city, request)) return;
  throw new Refusal('hotline:open311.noJurisdiction', { id: said }, 404);
}

function jurisdictionOf(city: City, request: FastifyRequest): string {
  const { publicUrl } = city.settings;
  return publicUrl === undefined ? request.hostname : new URL(publicUrl).hostname;
}
