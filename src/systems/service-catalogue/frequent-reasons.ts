import { sql } from 'kysely';
import { z } from 'zod';
import type { Database, Transaction } from '../../kernel/database/database.ts';

export const frequentReason = z.object({
  source: z.enum(['window', 'decision']),
  text: z.string(),
  textEn: z.string(),
  count: z.number(),
});
export type FrequentReason = z.output<typeof frequentReason>;

export interface CountedReason extends FrequentReason {
  readonly serviceCode: string;
  readonly reasonCode: string;
}

/** A reason fewer people met names them: it is not published. */
export const LEAST_REASONS = 5;

/** The most frequent reasons of one service, the most frequent first. */
export async function readFrequentReasons(
  tx: Transaction | Database,
  code: string,
): Promise<readonly FrequentReason[]> {
  const { rows } = await sql<FrequentReason>`
    select source, text, text_en as "textEn", count from service_catalogue.frequent_reasons
     where service_code = ${code} order by count desc, text limit 5`.execute(tx);
  return rows;
}

/** Puts newly counted reasons in the place of the old ones, all at once. Counts below the limit are refused. */
export async function keepFrequentReasons(
  database: Database,
  counted: readonly CountedReason[],
  on: string,
): Promise<void> {
  const rows = counted.filter(({ count }) => count >= LEAST_REASONS);
  await sql`
    with gone as (delete from service_catalogue.frequent_reasons old
       where not exists (select from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
                           as n ("serviceCode" text, source text, "reasonCode" text)
                          where n."serviceCode" = old.service_code and n.source = old.source
                            and n."reasonCode" = old.reason_code))
    insert into service_catalogue.frequent_reasons (service_code, source, reason_code, text, text_en, count, counted_on)
    select "serviceCode", source, "reasonCode", text, "textEn", count, ${on}::date
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as n ("serviceCode" text, source text, "reasonCode" text, text text, "textEn" text, count int)
    on conflict (service_code, source, reason_code) do update
      set text = excluded.text, text_en = excluded.text_en, count = excluded.count, counted_on = excluded.counted_on`.execute(
    database,
  );
}
