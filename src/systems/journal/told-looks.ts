import { sql } from 'kysely';
import { z } from 'zod';
import type { Subject } from '../../kernel/actions/define.ts';
import type { House } from '../../kernel/actions/house.ts';
import { looksAt } from '../../kernel/audit/looks.ts';
import type { Transaction } from '../../kernel/database/database.ts';

/** A look as the person concerned is told of it: role and body; the clerk's name is the body's own matter. */
export const toldLook = z.object({
  at: z.date(),
  roles: z.array(z.string()),
  body: z.string().nullable(),
  /** What was opened. */
  what: z.object({ uk: z.string(), en: z.string() }).nullable(),
  reason: z.string().nullable(),
});
export type ToldLook = z.output<typeof toldLook>;

/** Who looked at a subject, newest first; the looks of `exceptAccount` (one's own) are left out. */
export async function tellLooks(
  tx: Transaction,
  house: House,
  subject: Subject,
  exceptAccount?: string,
): Promise<ToldLook[]> {
  const all = await looksAt(tx, subject);
  const looks = all.filter(({ actorId }) => exceptAccount === undefined || actorId !== exceptAccount);
  const bodies = await bodyNames(tx, looks);
  return looks.map(({ at, roles, unitId, query, reason }) => ({
    at,
    roles: [...roles],
    body: bodies.get(unitId ?? '') ?? null,
    what: house.titleOf(query) ?? null,
    reason,
  }));
}

async function bodyNames(
  tx: Transaction,
  looks: readonly { readonly unitId: string | null }[],
): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(looks.flatMap(({ unitId }) => unitId ?? []))];
  const { rows } = await sql<{ id: string; name: string }>`
    select id, short_name as name from kernel.units where id = any(${ids}::uuid[])`.execute(tx);
  return new Map(rows.map(({ id, name }) => [id, name]));
}
