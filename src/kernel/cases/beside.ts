import { type RawBuilder, sql } from 'kysely';

/** A system's own statements as parts of the kernel's: one round trip, one moment. */
export function besidesOf(
  beside: RawBuilder<unknown> | readonly RawBuilder<unknown>[] | undefined,
): readonly RawBuilder<unknown>[] {
  if (beside === undefined) return [];
  const statements = 'compile' in beside ? [beside] : beside;
  return statements.map((statement, index) => sql`${sql.raw(`beside_${index}`)} as (${statement})`);
}
