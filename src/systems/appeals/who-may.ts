import { type Actor, hasRole } from '../../kernel/actions/actor.ts';
import { Refusal } from '../../kernel/actions/refusal.ts';
import { type CaseInHand, readControls } from '../../kernel/cases/index.ts';
import type { Transaction } from '../../kernel/database/database.ts';

/** Who acts: deeds on appeals are never nobody's. */
export function staffOf(actor: Actor): { readonly staffId: string; readonly unitId: string } {
  const { staffId, unitId } = actor;
  if (staffId === null || unitId === null) throw new Refusal('appeals:refusals.noBody', {}, 403);
  return { staffId, unitId };
}

type Found = Pick<CaseInHand, 'unitId' | 'executorId' | 'number'>;

/** Specialists do the work of their own body only. */
export function requireOwnUnit(found: Found, actor: Actor): void {
  if (found.unitId !== null && found.unitId === actor.unitId) return;
  throw new Refusal('appeals:refusals.otherBody', { number: found.number }, 403);
}

/** The executor; what nobody of the body took yet, whoever of it begins. */
export function requireExecutor(found: Found, actor: Actor): void {
  requireOwnUnit(found, actor);
  if (found.executorId === null || found.executorId === actor.staffId) return;
  throw new Refusal('appeals:refusals.heldByColleague', { number: found.number });
}

/** Answers are approved, and the control is ended, by the leader who controls the appeal. */
export async function requireController(tx: Transaction, actor: Actor, caseId: string): Promise<void> {
  const control = (await readControls(tx, caseId)).find(({ to }) => to === null);
  if (control === undefined || control.controllerId === actor.staffId) return;
  throw new Refusal('appeals:refusals.otherController', { name: control.controllerName }, 403);
}

/** Registrars, leaders and auditors see every appeal; the others what their body or they have in hand. */
export function seesAll(actor: Actor): boolean {
  return hasRole(actor, 'registrar', 'leader', 'auditor', 'operator');
}
