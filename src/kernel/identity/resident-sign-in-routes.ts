import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { notFound } from '../actions/refusal.ts';
import type { City } from '../city.ts';
import { ownPath } from '../http/own-path.ts';
import { originOf, SESSION_COOKIE } from '../http/visitor.ts';
import type { IdentityProvider } from './provider.ts';
import { identityProviders } from './providers.ts';
import { beginSignIn, finishSignIn } from './resident-sign-in.ts';
import { closeSession } from './session-store.ts';

/** Ties the way back to the browser that began. */
const ATTEMPT_COOKIE = 'sign_in';
/** Tries a minute from one address: a person makes one, a guesser of states needs far more. */
const TRIES = { config: { rateLimit: { max: 30, timeWindow: '1 minute' } } } as const;

type SignInRequest = FastifyRequest<{ Params: { provider: string }; Querystring: { back?: unknown } }>;

/**
 * `GET /sign-in/with/:provider` leads to the provider, `…/callback` takes its answer. Plain links, not forms:
 * our content policy lets no form lead out of the house.
 */
export function residentSignInRoutes(app: FastifyInstance, city: City): void {
  const providers = new Map(identityProviders(city).map((provider) => [provider.id, provider]));
  const providerOf = (request: SignInRequest): IdentityProvider => {
    const found = providers.get(request.params.provider);
    if (found === undefined) throw notFound('http:faults.noSuchPage');
    return found;
  };
  app.get('/sign-in/with/:provider', TRIES, (request: SignInRequest, reply) =>
    leadOut(city, providerOf(request), request, reply),
  );
  app.get('/sign-in/with/:provider/callback', TRIES, (request: SignInRequest, reply) =>
    takeAnswer(city, providerOf(request), request, reply),
  );
}

async function leadOut(
  city: City,
  provider: IdentityProvider,
  request: SignInRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { back } = request.query;
  const begun = await beginSignIn(city, provider, {
    callback: callbackOf(city, provider, request),
    back: ownPath(typeof back === 'string' ? back.slice(0, 2000) : '/cabinet'),
  });
  return reply
    .setCookie(ATTEMPT_COOKIE, begun.browser, { ...cookieOf(request), expires: begun.expiresAt })
    .header('cache-control', 'no-store')
    .redirect(begun.address.href, 303);
}

async function takeAnswer(
  city: City,
  provider: IdentityProvider,
  request: SignInRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const callback = callbackOf(city, provider, request);
  const signedIn = await finishSignIn(city, provider, {
    callback,
    answer: new URL(request.url, callback),
    browser: request.cookies[ATTEMPT_COOKIE] ?? '',
  });
  // The session that stood in this browser before ends: nobody else's cookie becomes ours, nor ours theirs.
  await closeSession(city.connections.database, request.cookies[SESSION_COOKIE] ?? '');
  return reply
    .clearCookie(ATTEMPT_COOKIE, { path: '/' })
    .setCookie(SESSION_COOKIE, signedIn.token, { ...cookieOf(request), expires: signedIn.expiresAt })
    .header('cache-control', 'no-store')
    .redirect(ownPath(signedIn.back), 303);
}

function callbackOf(city: City, provider: IdentityProvider, request: FastifyRequest): URL {
  return new URL(`/sign-in/with/${provider.id}/callback`, originOf(city, request));
}

/** `lax`: the provider sends the person back by a plain link, and the cookie must come along. */
function cookieOf(request: FastifyRequest) {
  return { path: '/', httpOnly: true, sameSite: 'lax', secure: request.protocol === 'https' } as const;
}
