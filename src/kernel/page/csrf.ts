import { timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { Refusal } from '../actions/refusal.ts';
import type { Actor } from '../actions/actor.ts';
import type { City } from '../city.ts';
import { hmac } from '../hmac.ts';
import { requireOwnOrigin } from '../http/origin-check.ts';

/** The word that a signed-in person's forms carry; nobody else's page can know it. */
export function csrfWord(city: City, actor: Actor): string {
  if (actor.sessionId === null) return '';
  return hmac(city.secrets.sessionKey, `csrf ${actor.sessionId}`).toString('base64url');
}

/** Own origin for everyone; for a signed-in person the form's word too. Throws `Refusal` (403). */
export function requireOwnForm(city: City, request: FastifyRequest, actor: Actor, word: unknown): void {
  requireOwnOrigin(request);
  const expected = Buffer.from(csrfWord(city, actor));
  const given = Buffer.from(typeof word === 'string' ? word : '');
  if (expected.length === 0) return;
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
    throw new Refusal('http:faults.formExpired', {}, 403);
  }
}
