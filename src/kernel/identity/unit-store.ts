import { sql } from 'kysely';
import type { Database, Transaction } from '../database/database.ts';

export const UNIT_KINDS = [
  'centre',
  'council-executive',
  'state-territorial',
  'leadership',
  'council-department',
] as const;
export type UnitKind = (typeof UNIT_KINDS)[number];

export interface Unit {
  readonly id: string;
  readonly code: string;
  readonly kind: UnitKind;
  readonly name: string;
  readonly shortName: string;
  readonly nameEn: string;
  readonly validFrom: string;
  readonly validTo: string | null;
}

const columns = sql.raw(
  'id, code, kind, name, short_name as "shortName", name_en as "nameEn", valid_from as "validFrom", valid_to as "validTo"',
);

/** Gives services at the Centre; the leadership and the council's departments do not. */
export function givesServices({ kind }: Pick<Unit, 'kind'>): boolean {
  return kind === 'council-executive' || kind === 'state-territorial';
}

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
