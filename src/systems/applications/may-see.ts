import { type Actor, hasRole } from '../../kernel/actions/actor.ts';
import { Refusal } from '../../kernel/actions/refusal.ts';

/** The front office, its head and the auditor see every application; a specialist what their body had in hand. */
export function requireMaySee(
  actor: Actor,
  about: { readonly number: string; readonly unitIds: readonly (string | null)[] },
): void {
  if (hasRole(actor, 'administrator', 'head', 'auditor')) return;
  if (actor.unitId !== null && about.unitIds.includes(actor.unitId)) return;
  throw new Refusal('applications:refusals.otherBody', { number: about.number }, 403);
}
