import type { Transaction } from '../database/database.ts';
import { SYSTEM_ACTOR } from './actor.ts';
import type { Deed } from './define.ts';

/**
 * A deed of the house itself, for a job that opens or advances cases: told by the case's own timeline,
 * where nobody's name stands.
 */
export function houseDeed(tx: Transaction, now: Date): Deed {
  return {
    tx,
    actor: SYSTEM_ACTOR,
    now,
    recordedAt: now,
    imported: false,
    about: () => undefined,
    changed: () => undefined,
    afterCommit: () => undefined,
  };
}
