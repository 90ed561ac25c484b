import { sql } from 'kysely';
import { Refusal } from '../../kernel/actions/refusal.ts';
import type { Transaction } from '../../kernel/database/database.ts';

export interface Publication {
  readonly year: number;
  readonly published_at: Date;
  readonly counted_at: Date;
  readonly cell_values: Readonly<Record<string, number | null>>;
}

export async function findPublication(tx: Transaction, year: number): Promise<Publication | undefined> {
  const { rows } = await sql<Publication>`
    select year, published_at, counted_at, cell_values from centre_report.publications where year = ${year}`.execute(
    tx,
  );
  return rows[0];
}

/** Throws `Refusal` where the year's report is already published: it is published once. */
export async function insertPublication(
  tx: Transaction,
  publication: Publication,
  staffId: string | null,
): Promise<void> {
  const values = JSON.stringify(publication.cell_values);
  const { numAffectedRows } = await sql`
    insert into centre_report.publications (year, published_at, published_by, counted_at, cell_values)
    values (${publication.year}, ${publication.published_at}, ${staffId}, ${publication.counted_at}, ${values}::jsonb)
    on conflict (year) do nothing`.execute(tx);
  if (numAffectedRows === 0n)
    throw new Refusal('centre-report:refusals.alreadyPublished', { year: publication.year });
}
