import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { mayEnter } from '../actions/permission.ts';
import type { Actor } from '../actions/actor.ts';
import { Refusal } from '../actions/refusal.ts';
import type { City } from '../city.ts';
import { toldError } from '../http/faults.ts';
import { problemOf } from '../http/problem.ts';
import { actorOf, localeOf, SESSION_COOKIE } from '../http/visitor.ts';
import { requireOwnForm } from './csrf.ts';
import type { Answer, FormState, Page } from './define-page.ts';
import { MicroCache } from './micro-cache.ts';
import { pagePost, pageRequest } from './page-request.ts';
import { readForm } from './read-form.ts';
import { renderPage } from './render-page.tsx';
import { sendAnswer } from './send-answer.ts';

const NOTICE_COOKIE = 'notice';

/** Mounts the pages of all systems and of the shells. */
export function pageRoutes(app: FastifyInstance, city: City, pages: readonly Page[]): void {
  const cache = new MicroCache();
  for (const page of pages) {
    if (page.get) app.get(page.path, (request, reply) => getPage(city, cache, page, request, reply));
    if (page.post) app.post(page.path, (request, reply) => postPage(city, page, request, reply));
  }
}

async function getPage(
  city: City,
  cache: MicroCache,
  page: Page,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const isPlain =
    request.cookies[SESSION_COOKIE] === undefined && request.cookies[NOTICE_COOKIE] === undefined;
  if (
    page.cacheSeconds === undefined ||
    !isPlain ||
    request.query === null ||
    'lang' in (request.query as object)
  ) {
    return showPage(city, page, request, reply);
  }
  const kept = await cache.get(cacheKey(request), page.cacheSeconds, performance.now(), async () => {
    const actor = await actorOf(city, request);
    const answer = await answerOf(city, page, request, actor);
    if (answer.kind !== 'view') return undefined;
    const rendered = renderPage(city, page, request, actor, answer);
    if (rendered.hasForm || rendered.status !== 200) return undefined;
    return { status: 200, type: 'text/html; charset=utf-8', body: Buffer.from(rendered.html) };
  });
  if (kept === undefined) return showPage(city, page, request, reply);
  reply.header('cache-control', `public, max-age=${page.cacheSeconds}, stale-while-revalidate=60`);
  reply.header('vary', 'cookie');
  return reply.status(kept.status).type(kept.type).send(kept.body);
}

function cacheKey(request: FastifyRequest): string {
  const { lang, largeType, contrast, theme } = request.cookies;
  return [request.host, request.url, lang, largeType, contrast, theme].join('\n');
}

async function showPage(
  city: City,
  page: Page,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const actor = await actorOf(city, request);
  const answer = await answerOf(city, page, request, actor);
  return sendAnswer(city, page, request, reply, actor, answer);
}

async function answerOf(
  city: City,
  page: Page,
  request: FastifyRequest,
  actor: Actor,
  form?: FormState,
): Promise<Answer> {
  if (page.get === undefined) throw new Refusal('http:faults.noSuchPage', {}, 404);
  const refused = refusedEntry(page, request, actor);
  if (refused !== undefined) return refused;
  return page.get(pageRequest(city, request, actor), form);
}

/** Who did not sign in is led to the right sign-in page and back; staff of another role are told so. */
function refusedEntry(page: Page, request: FastifyRequest, actor: Actor): Answer | undefined {
  if (page.may === 'anyone' || mayEnter({ ...page, may: page.may }, actor)) return undefined;
  if (page.needsAccount === true && page.may.includes('resident')) {
    return { kind: 'redirect', to: `/sign-in/resident?back=${encodeURIComponent(request.url)}` };
  }
  if (actor.kind !== 'resident') throw new Refusal('actions:refusals.notYourRole', {}, 403);
  return { kind: 'redirect', to: `/sign-in?back=${encodeURIComponent(request.url)}` };
}

async function postPage(
  city: City,
  page: Page,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const actor = await actorOf(city, request);
  const { values, files, refusal } = await readForm(request);
  const { _csrf, _key, ...form } = values;
  requireOwnForm(city, request, actor, _csrf);
  const entry = refusedEntry(page, request, actor);
  if (entry !== undefined) return sendAnswer(city, page, request, reply, actor, entry);
  const key = typeof _key === 'string' && _key.length > 0 && _key.length <= 100 ? _key : null;
  if (refusal !== undefined) return showRefusal(city, page, request, reply, actor, form, refusal);
  try {
    const answer = (await page.post?.(pagePost(city, request, actor, { form, files, key }))) ?? notHere();
    return await sendAnswer(city, page, request, reply, actor, answer);
  } catch (error) {
    return showRefusal(city, page, request, reply, actor, form, error);
  }
}

function notHere(): never {
  throw new Refusal('http:faults.noSuchPage', {}, 404);
}

/** The form again, as it was filled in, with what to mend; pages without a form show the sentence alone. */
async function showRefusal(
  city: City,
  page: Page,
  request: FastifyRequest,
  reply: FastifyReply,
  actor: Actor,
  values: FormState['values'],
  error: unknown,
): Promise<FastifyReply> {
  const told = toldError(city, error);
  if (page.get === undefined) throw told;
  const locale = localeOf(request);
  const problem = problemOf(told, locale, city.messages.for(locale));
  const errors = Object.fromEntries((problem.errors ?? []).map(({ path, message }) => [path, message]));
  const state: FormState = { values, errors, problem: problem.detail };
  const answer = await answerOf(city, page, request, actor, state);
  const refused = answer.kind === 'view' ? { ...answer, status: problem.status } : answer;
  return sendAnswer(city, page, request, reply, actor, refused);
}
