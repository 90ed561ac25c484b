import { sql } from 'kysely';
import type { Transaction } from '../../kernel/database/database.ts';
import { searchStems } from './question.ts';

export interface PublishedAnswer {
  readonly id: string;
  readonly question: string;
  readonly answer: string;
  readonly serviceCode: string | null;
  readonly serviceName: string | null;
  /** Kyiv date. */
  readonly publishedOn: string;
}

/** Published answers: the more of the words stand in one the higher; without words the newest first. */
export async function findPublishedAnswers(
  tx: Transaction,
  words: string,
  {
    limit,
    offset = 0,
    serviceCode = null,
  }: { readonly limit: number; readonly offset?: number; readonly serviceCode?: string | null },
): Promise<PublishedAnswer[]> {
  const stems = searchStems(words).map((stem) => `%${stem.replaceAll(/[\\%_]/g, '\\$&')}%`);
  const hits =
    stems.length === 0
      ? sql`null::int`
      : sql.join(
          stems.map((stem) => sql`(found_by like ${stem})::int`),
          sql` + `,
        );
  const { rows } = await sql<PublishedAnswer>`
    select id, question, answer, service_code as "serviceCode", service_name as "serviceName",
           (published_at at time zone 'Europe/Kyiv')::date as "publishedOn"
      from consultations.published
     where (${stems.length} = 0 or found_by like any(${stems}))
       and (${serviceCode}::text is null or service_code = ${serviceCode}::text)
     order by (${hits}) desc, published_at desc, id
     limit ${limit} offset ${offset}`.execute(tx);
  return rows;
}
