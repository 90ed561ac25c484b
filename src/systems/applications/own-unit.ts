import type { Actor } from '../../kernel/actions/actor.ts';
import { Refusal } from '../../kernel/actions/refusal.ts';

/** Who acts and for which body: deeds on applications are never nobody's. */
export function ownUnitOf(actor: Actor): { readonly staffId: string; readonly unitId: string } {
  const { staffId, unitId } = actor;
  if (staffId === null || unitId === null) throw new Refusal('applications:refusals.noBody', {}, 403);
  return { staffId, unitId };
}
