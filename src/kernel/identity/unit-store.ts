import { sql } from 'kysely';
import type { Database, Transaction } from '../database/database.ts';

export interface Unit {
  readonly id: string;
  readonly code: string;
  readonly kind: 'centre' | 'council-executive' | 'state-territorial';
  readonly name: string;
  readonly shortName: string;
  readonly nameEn: string;
  readonly validFrom: string;
  readonly validTo: string | null;
}

const columns = sql.raw(
  'id, code, kind, name, short_name as "shortName", name_en as "nameEn", valid_from as "validFrom", valid_to as "validTo"',
);

/** Bodies in force on a date, in the order of their names. */
export async function listUnits(tx: Transaction | Database, on: string): Promise<readonly Unit[]> {
  const result = await sql<Unit>`
    select ${columns} from kernel.units
     where valid_from <= ${on}::date and (valid_to is null or valid_to > ${on}::date) order by name`.execute(
    tx,
  );
  return result.rows;
}

export async function findUnitByCode(tx: Transaction | Database, code: string): Promise<Unit | undefined> {
  const result = await sql<Unit>`select ${columns} from kernel.units where code = ${code}`.execute(tx);
  return result.rows[0];
}
