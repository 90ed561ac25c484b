import type { Transaction } from '../../kernel/database/database.ts';
import { listUnits } from '../../kernel/identity/unit-store.ts';
import { listDistricts } from '../address-register/index.ts';
import type { KnownRoutes } from './plan-routes.ts';
import { readRoutes } from './route-store.ts';
import { listTopics } from './routing.ts';

/** Names and versions that a row of a sheet is judged by. */
export async function knownRoutes(tx: Transaction, today: string): Promise<KnownRoutes> {
  const units = await listUnits(tx, today);
  return {
    topics: await listTopics(tx, today),
    districts: await listDistricts(tx),
    units: units.map(({ code, shortName: name }) => ({ code, name })),
    routes: await readRoutes(tx, today),
    today,
  };
}
