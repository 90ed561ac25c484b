import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import underPressure from '@fastify/under-pressure';
import Fastify, {
  LogController,
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from 'fastify';
import { auditPage } from '../audit/audit-page.tsx';
import { auditRoutes } from '../audit/audit-routes.ts';
import type { City } from '../city.ts';
import { figurePages, figureRoutes } from '../figures/index.ts';
import { fileRoutes } from '../files/file-routes.ts';
import { residentSignInRoutes } from '../identity/resident-sign-in-routes.ts';
import type { Page } from '../page/define-page.ts';
import { pageRoutes } from '../page/page-routes.ts';
import { sendAnswer } from '../page/send-answer.ts';
import { refusalView } from '../page/refusal-view.tsx';
import { apiRoutes } from './api-routes.ts';
import { toldError } from './faults.ts';
import { healthRoutes } from './health-routes.ts';
import { liveRoutes } from './live-routes.ts';
import { logRequests } from './log-requests.ts';
import { openApiRoutes } from './openapi-routes.ts';
import { problemOf } from './problem.ts';
import { answerUnreadable } from './unreadable-request.ts';
import { actorOf, localeOf } from './visitor.ts';
import { Refusal } from '../actions/refusal.ts';

const BODY_BYTES = 1024 * 1024;
const FILE_BYTES = 25 * 1024 * 1024;
/** A crowd behind one address (a school, a provider's gate) still gets in; a flood does not. */
const REQUESTS_PER_MINUTE = 1200;

/** What the systems' shells add to the server: pages of their own and routes that are not pages. */
export interface ServerParts {
  readonly pages: readonly Page[];
  readonly routes: readonly ((app: FastifyInstance, city: City) => void | Promise<void>)[];
}

/** Builds the server; it is not listening yet. */
export async function buildServer(city: City, parts: ServerParts): Promise<FastifyInstance> {
  const loggerInstance: FastifyBaseLogger = city.log;
  const app = Fastify({
    loggerInstance,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: BODY_BYTES,
    // Only a proxy on the same machine may say who the visitor is.
    trustProxy: 'loopback',
    routerOptions: { maxParamLength: 200, ignoreTrailingSlash: true },
    // A stop waits for the answers that are under way; `main` says how long.
    forceCloseConnections: 'idle',
    clientErrorHandler: (_error, socket) => answerUnreadable(city, socket),
  });
  await addProtection(app);
  await app.register(cookie);
  await app.register(formbody, { bodyLimit: BODY_BYTES });
  await app.register(multipart, {
    limits: { fileSize: FILE_BYTES, files: 10, fields: 200, fieldSize: 100_000 },
    // Cut off at the limit and seen by whoever reads it: the fields behind a file too large still come.
    throwFileSizeLimit: false,
  });
  await app.register(compress, { threshold: 2048, encodings: ['gzip'] });
  logRequests(app);
  healthRoutes(app, city);
  apiRoutes(app, city);
  openApiRoutes(app, city);
  figureRoutes(app, city);
  fileRoutes(app, city);
  auditRoutes(app, city);
  residentSignInRoutes(app, city);
  const endLive = await liveRoutes(app, city);
  app.addHook('preClose', endLive);
  for (const route of city.systems.flatMap((system) => system.routes)) route(app, city);
  for (const route of parts.routes) await route(app, city);
  pageRoutes(app, city, [
    ...city.systems.flatMap((system) => system.pages),
    ...figurePages(city.systems),
    auditPage(city),
    ...parts.pages,
  ]);
  app.setErrorHandler((error, request, reply) => answerError(city, error, request, reply));
  app.setNotFoundHandler((request, reply) =>
    answerError(city, new Refusal('http:faults.noSuchPage', {}, 404), request, reply),
  );
  return app;
}

async function addProtection(app: FastifyInstance): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        objectSrc: ["'none'"],
        baseUri: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    referrerPolicy: { policy: 'same-origin' },
    // Asked for by the proxy that ends TLS; plain HTTP in a closed network must go on working.
    strictTransportSecurity: false,
  });
  await app.register(rateLimit, {
    max: REQUESTS_PER_MINUTE,
    timeWindow: '1 minute',
    allowList: (request) => isLocal(request),
  });
  await app.register(underPressure, { maxEventLoopDelay: 5_000, exposeStatusRoute: false });
}

/** The house's own commands and checks on this machine; visitors come through the proxy with their address. */
function isLocal(request: FastifyRequest): boolean {
  return ['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(request.ip);
}

/** A page for people, a problem for programs; never a stack. */
async function answerError(
  city: City,
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const told = toldError(city, error);
  const locale = localeOf(request);
  const problem = problemOf(told, locale, city.messages.for(locale));
  if (request.url.startsWith('/api/') || request.url.startsWith('/live/') || !wantsPage(request)) {
    return reply.status(problem.status).type('application/problem+json').send(JSON.stringify(problem));
  }
  const actor = await actorOf(city, request).catch(() => undefined);
  if (actor === undefined)
    return reply.status(problem.status).type('text/plain; charset=utf-8').send(problem.detail);
  const shell = request.url.startsWith('/desk') && actor.kind === 'staff' ? 'staff' : 'resident';
  const answer = refusalView(problem, city.messages.for(locale));
  return sendAnswer(city, { shell }, request, reply, actor, answer);
}

function wantsPage(request: FastifyRequest): boolean {
  const accept = request.headers.accept ?? '*/*';
  return accept.includes('text/html') || accept === '*/*';
}
