import type { Transaction } from '../../kernel/database/database.ts';
import { rememberByKey } from '../../kernel/database/reference-cache.ts';
import type { Holder } from '../../kernel/cases/index.ts';
import { findUnitByCode } from '../../kernel/identity/unit-store.ts';

const cache = rememberByKey<string>();

/** Who registers, and who lays resolutions. */
export type HouseUnit = 'citizens-appeals' | 'leadership';

/** The unit's id; null in a house that has no such unit. */
export async function findHouseUnit(tx: Transaction, code: HouseUnit): Promise<string | null> {
  return (await cache.find(tx, code, async () => (await findUnitByCode(tx, code))?.id)) ?? null;
}

/** It lies with this unit; where the house has none, with its front office. */
export function heldBy(unitId: string | null): Holder {
  return unitId === null ? { kind: 'front-office', unitId } : { kind: 'body', unitId };
}
