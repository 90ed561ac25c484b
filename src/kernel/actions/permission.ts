import type { Actor, Resident, Role } from './actor.ts';
import { Refusal } from './refusal.ts';

/** Who may come in: of an action, a query or a page. */
export interface Door {
  readonly may: readonly Role[];
  /** For residents only after they signed in. */
  readonly needsAccount?: boolean;
}

/** Whether one who holds `actor`'s roles may do what `may` lists. `resident` opens it to everyone. */
export function isAllowed(may: readonly Role[], actor: Actor): boolean {
  return may.includes('resident') || may.some((role) => actor.roles.includes(role));
}

/** Whether the door is open to this person: where an account is needed, `resident` means a signed-in one. */
export function mayEnter({ may, needsAccount = false }: Door, actor: Actor): boolean {
  if (!needsAccount) return isAllowed(may, actor);
  if (actor.kind === 'staff') return may.some((role) => role !== 'resident' && actor.roles.includes(role));
  return may.includes('resident') && actor.resident !== null;
}

export function requireEntry(door: Door, actor: Actor): void {
  if (mayEnter(door, actor)) return;
  if (door.needsAccount === true && door.may.includes('resident')) throw accountRefusal(actor);
  if (actor.kind === 'resident' && actor.resident === null) {
    throw new Refusal('actions:refusals.signInFirst', {}, 401);
  }
  throw new Refusal('actions:refusals.notYourRole', {}, 403);
}

/** Who signed in, behind a door with `needsAccount`. @throws Refusal 401 for anyone else. */
export function accountOf(actor: Actor): Resident {
  if (actor.resident === null) throw accountRefusal(actor);
  return actor.resident;
}

/** Whoever works here has a cabinet too, but not under the login of the desk. */
function accountRefusal(actor: Actor): Refusal {
  return actor.kind === 'staff'
    ? new Refusal('actions:refusals.signInAsResident', {}, 403)
    : new Refusal('actions:refusals.accountNeeded', {}, 401);
}
