import type { FastifyRequest } from 'fastify';
import { type Actor, RESIDENT } from '../actions/actor.ts';
import type { City } from '../city.ts';
import type { Locale } from '../i18n/translate.ts';
import { findActorByToken } from '../identity/find-actor.ts';

export const SESSION_COOKIE = 'session';

/** The token of the request: the API's bearer first, then the browser's cookie. */
export function tokenOf(request: FastifyRequest): { token: string; from: 'bearer' | 'cookie' } | undefined {
  const header = request.headers.authorization;
  if (header?.startsWith('Bearer ')) return { token: header.slice(7).trim(), from: 'bearer' };
  const cookie = request.cookies[SESSION_COOKIE];
  return cookie ? { token: cookie, from: 'cookie' } : undefined;
}

/** Who asks. An unknown or expired token is nobody in particular, so the page can offer to sign in. */
export async function actorOf(city: City, request: FastifyRequest): Promise<Actor> {
  const held = tokenOf(request);
  if (held === undefined) return RESIDENT;
  return (await findActorByToken(city.connections.database, held.token, city.clock.now())) ?? RESIDENT;
}

/** Ukrainian unless the reader chose otherwise. */
export function localeOf(request: FastifyRequest): Locale {
  const query: unknown = request.query;
  const asked = typeof query === 'object' && query !== null && 'lang' in query ? query.lang : undefined;
  const chosen = asked ?? request.cookies.lang ?? request.headers['x-lang'];
  if (chosen === 'en') return 'en';
  const isApi = request.url.startsWith('/api/');
  return isApi && chosen === undefined && /^en\b/i.test(request.headers['accept-language'] ?? '')
    ? 'en'
    : 'uk';
}

/** `https://city.example` as the visitor sees it. */
export function originOf(city: City, request: FastifyRequest): string {
  return city.settings.publicUrl ?? `${request.protocol}://${request.host}`;
}
