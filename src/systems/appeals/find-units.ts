import { sql } from 'kysely';
import { Refusal } from '../../kernel/actions/refusal.ts';
import type { Transaction } from '../../kernel/database/database.ts';

/** Ids of units by their codes. @throws Refusal for a code that is not there. */
export async function findUnits(tx: Transaction, codes: readonly string[]): Promise<readonly string[]> {
  if (codes.length === 0) return [];
  const { rows } = await sql<{ id: string }>`
    select id from kernel.units where code = any(${codes}::text[])`.execute(tx);
  if (rows.length < new Set(codes).size) throw new Refusal('cases:refusals.noSuchUnit', {}, 422);
  return rows.map(({ id }) => id);
}

export interface Addressee {
  readonly unitId: string;
  readonly unitKind: string;
  readonly staffId: string | null;
}

/** A body by its code, and a person of it. @throws Refusal where there is no such body, or the person is of another. */
export async function findAddressee(
  tx: Transaction,
  { unitCode, staffId }: { readonly unitCode: string; readonly staffId: string | null },
): Promise<Addressee> {
  const { rows } = await sql<Addressee & { readonly works: boolean }>`
    select u.id as "unitId", u.kind as "unitKind", ${staffId}::uuid as "staffId",
           exists (select from kernel.staff s where s.id = ${staffId}::uuid and s.unit_id = u.id and s.active) as works
    from kernel.units u where u.code = ${unitCode}`.execute(tx);
  const [found] = rows;
  if (found === undefined) throw new Refusal('cases:refusals.noSuchUnit', {}, 422);
  if (staffId !== null && !found.works) throw new Refusal('cases:refusals.noSuchExecutor', {}, 422);
  return { unitId: found.unitId, unitKind: found.unitKind, staffId };
}
