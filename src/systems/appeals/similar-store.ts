import { sql } from 'kysely';
import type { Transaction } from '../../kernel/database/database.ts';
import { addressKey, authorKey, sketchOf } from './text-sketch.ts';

export interface SimilarAsked {
  readonly text: string;
  readonly author?: string | undefined;
  readonly address?: string | undefined;
  /** The appeal itself, when it is registered already. */
  readonly except?: string | undefined;
}

/** An appeal that may be the same, and why we think so. Offered, never merged by itself. */
export interface SimilarAppeal {
  readonly caseId: string;
  readonly number: string;
  readonly index: string;
  readonly title: string;
  readonly state: string;
  readonly isOpen: boolean;
  readonly day: string;
  readonly sameAuthor: boolean;
  readonly sameAddress: boolean;
  /** 0–100: how alike the texts are. */
  readonly likeness: number;
  readonly opening: string;
}

/** As many rows of the index are looked at, the newest of an author, an address, a text each. */
const LOOKED_AT = { author: 200, address: 200, text: 2_000 };
/** So many of the best are compared letter by letter. */
const COMPARED = 40;
const COMPARED_LETTERS = 600;
/** Below this two texts are only about the same matter. */
const ALIKE = 35;

/**
 * Appeals of the same author, from the same address or with a like text, the likest first. Three
 * indexes give some thousands of candidates however many texts there are; numbers that two sketches
 * share put them in order, and trigrams of the first letters judge the best of them.
 */
export async function findSimilar(
  tx: Transaction,
  asked: SimilarAsked,
  limit: number,
): Promise<readonly SimilarAppeal[]> {
  const sketch = sketchOf(asked.text);
  const author = authorKey(asked.author);
  const address = addressKey(asked.address);
  if (sketch === null && author === '' && address === '') return [];
  const { rows } = await sql<SimilarAppeal>`
    with near as materialized (
      (select case_id, sketch, author_key, address_key from appeals.appeals
       where author_key = ${author} and ${author} <> '' order by day desc limit ${LOOKED_AT.author})
      union all
      (select case_id, sketch, author_key, address_key from appeals.appeals
       where address_key = ${address} and ${address} <> '' order by day desc limit ${LOOKED_AT.address})
      union all
      (select case_id, sketch, author_key, address_key from appeals.appeals
       where sketch && ${sketch ?? []}::int[] limit ${LOOKED_AT.text})
    ), ranked as materialized (
      select case_id, bool_or(author_key = ${author} and ${author} <> '') as same_author,
             bool_or(address_key = ${address} and ${address} <> '') as same_address,
             max((select count(*) from unnest(sketch) as number where number = any(${sketch ?? []}::int[]))) as shared
      from near where case_id is distinct from ${asked.except ?? null}::uuid
      group by case_id order by shared desc, same_author desc, case_id desc limit ${COMPARED}
    ), compared as (
      select ranked.*, (100 * similarity(
        left(a.text, ${COMPARED_LETTERS}), ${asked.text.slice(0, COMPARED_LETTERS)}))::int as likeness
      from ranked join appeals.appeals a using (case_id)
    )
    select c.id as "caseId", c.number, a.index, c.title, c.state, c.is_open as "isOpen", a.day,
           m.same_author as "sameAuthor", m.same_address as "sameAddress", m.likeness,
           left(a.text, 160) as opening
    from compared m join appeals.appeals a using (case_id) join kernel.cases c on c.id = m.case_id
    where m.likeness >= ${ALIKE} or m.same_author or (m.same_address and m.likeness >= 15)
    order by m.likeness + case when m.same_author then 30 else 0 end + case when m.same_address then 10 else 0 end desc,
      a.day desc
    limit ${limit}`.execute(tx);
  return rows;
}
