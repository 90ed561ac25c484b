import type { FastifyRequest } from 'fastify';
import { Refusal } from '../actions/refusal.ts';

/**
 * A post by a browser must come from our own pages (cross-site request forgery). Browsers tell it in
 * `Sec-Fetch-Site` and `Origin`; a client that sends neither is no browser and carries no cookie of
 * somebody else's.
 */
export function requireOwnOrigin(request: FastifyRequest): void {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') refuse();
  const { origin } = request.headers;
  if (origin === undefined || site === 'same-origin') return;
  if (!URL.canParse(origin) || new URL(origin).host !== request.host) refuse();
}

function refuse(): never {
  throw new Refusal('http:faults.formExpired', {}, 403);
}
