import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { InvalidInput } from '../../../kernel/actions/invalid-input.ts';
import { Refusal } from '../../../kernel/actions/refusal.ts';
import type { City } from '../../../kernel/city.ts';
import { toldError } from '../../../kernel/http/faults.ts';
import { problemOf } from '../../../kernel/http/problem.ts';
import { localeOf } from '../../../kernel/http/visitor.ts';
import { readForm } from '../../../kernel/page/read-form.ts';
import { type Answer, discovery, findRequest, findRequests, findService, findServices } from './answers.ts';
import { type Asked, textsOf } from './asked.ts';
import { fileRequest } from './file-request.ts';
import { enterWaiting, findToken, wantsToken } from './tokens.ts';
import { type Node, toXml } from './to-xml.ts';

const BASE = '/open311/v2';

type Work = (asked: Asked) => Promise<Answer>;

/**
 * Open311 GeoReport v2: discovery, services and their definitions, requests, tokens. XML and JSON by the ending
 * of the path; errors in the format that was asked for.
 */
export function open311Routes(app: FastifyInstance, city: City): void {
  const gets: readonly (readonly [path: string, work: Work])[] = [
    ['/discovery', discovery],
    ['/services', findServices],
    ['/services/:name', findService],
    ['/requests', findRequests],
    ['/requests/:name', findRequest],
    ['/tokens/:name', findToken],
  ];
  for (const [path, work] of gets) {
    app.get(...routeOf(path, city, work));
  }
  app.post(...routeOf('/requests', city, fileRequest));
  app.addHook('onReady', () => enterWaiting(city));
}

function routeOf(path: string, city: City, work: Work) {
  const handle = (request: FastifyRequest, reply: FastifyReply) => answer(city, work, request, reply);
  const ending = path.endsWith(':name') ? '' : '.:format';
  return [`${BASE}${path}${ending}`, handle] as const;
}

async function answer(city: City, work: Work, request: FastifyRequest, reply: FastifyReply) {
  const { name, format } = partsOf(request);
  reply.header('access-control-allow-origin', '*').header('cache-control', 'no-store');
  try {
    if (format === null) throw new Refusal('hotline:open311.badFormat', {}, 404);
    const asked = { city, request, query: textsOf(request.query), name, ...(await postedOf(request)) };
    requireJurisdiction(asked);
    const [root, value] = await work(asked);
    const status = request.method !== 'POST' ? 200 : wantsToken(asked) ? 202 : 201;
    return send(reply, status, format, root, value);
  } catch (error) {
    const { code, errors } = errorsOf(city, request, error);
    return send(reply, code, format ?? 'xml', 'errors', errors);
  }
}

async function postedOf(request: FastifyRequest): Promise<Pick<Asked, 'form' | 'files'>> {
  if (request.method !== 'POST') return { form: {}, files: [] };
  const { values, files, refusal } = await readForm(request);
  if (refusal !== undefined) throw refusal;
  return { form: textsOf(values), files };
}

/** GeoReport knows 400 for what is wrong in a request, 403 for a key, 404 for what is not here. */
function errorsOf(city: City, request: FastifyRequest, error: unknown) {
  const told = toldError(city, error);
  const locale = localeOf(request);
  const { status, detail, errors } = problemOf(told, locale, city.messages.for(locale));
  const isWrong = told instanceof InvalidInput || [413, 415, 422].includes(status);
  const code = isWrong ? 400 : status;
  const said = errors?.map(({ path, message }) => `${NAMES[path] ?? path}: ${message}`) ?? [detail];
  return { code, errors: said.map((description) => ({ code, description })) };
}

/** Fields of the action as the standard calls them. */
const NAMES: Readonly<Record<string, string>> = {
  topic: 'service_code',
  text: 'description',
  place: 'address_string',
  houseId: 'address_id',
  lon: 'long',
  mediaUrl: 'media_url',
  name: 'last_name',
};

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

/** It need not be said; who says it must mean this city: the host of its site, with or without «www». */
function requireJurisdiction({ city, request, query, form }: Asked): void {
  const said = form['jurisdiction_id'] ?? query['jurisdiction_id'];
  if (said === undefined) return;
  const { publicUrl } = city.settings;
  const host = publicUrl === undefined ? request.hostname : new URL(publicUrl).hostname;
  if (said.replace(/^www\./, '') !== host.replace(/^www\./, ''))
    throw new Refusal('hotline:open311.noJurisdiction', { id: said.slice(0, 60) }, 404);
}
