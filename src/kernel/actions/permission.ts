import type { Actor, Role } from './actor.ts';
import { Refusal } from './refusal.ts';

/** Whether one who holds `actor`'s roles may do what `may` lists. `resident` opens it to everyone. */
export function isAllowed(may: readonly Role[], actor: Actor): boolean {
  return may.includes('resident') || may.some((role) => actor.roles.includes(role));
}

export function requirePermission(may: readonly Role[], actor: Actor): void {
  if (isAllowed(may, actor)) return;
  if (actor.kind === 'resident') throw new Refusal('actions:refusals.signInFirst', {}, 401);
  throw new Refusal('actions:refusals.notYourRole', {}, 403);
}
