import { type RawBuilder, sql } from 'kysely';
import type { Actor } from '../../kernel/actions/actor.ts';
import { notExcluded } from '../../kernel/cases/index.ts';
import type { Transaction } from '../../kernel/database/database.ts';
import { addressKey, authorKey, sketchOf } from './text-sketch.ts';

export interface SimilarAsked {
  readonly text: string;
  readonly author?: string | undefined;
  readonly address?: string | undefined;
  /** The appeal itself, when it is registered already. */
  readonly except?: string | undefined;
  /** Who reads: what complains of them is left out. */
  readonly reader?: Pick<Actor, 'staffId' | 'unitId'> | undefined;
}

const NOBODY = { staffId: null, unitId: null };

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

/** So many rows of each index are looked at: the newest of an author and of an address, whatever has a like text. */
const LOOKED_AT = { author: 200, address: 200, text: 2_000 };
/** So many of the best of each are compared letter by letter. */
const COMPARED = { author: 12, address: 8, text: 20 };
const COMPARED_LETTERS = 400;
/** However common the numbers of a text are, so many of its rarest are looked up. */
const LEAST_NUMBERS = 2;
/**
 * What it adds to the likeness. The same person from the same address stands before strangers' letters of like
 * words: of a short one about a lamp there are hundreds.
 */
const KNOWN = { both: 90, author: 30, address: 10 };
/** Below this two texts are only about the same matter. */
const ALIKE = 35;

/** What is asked, as the indexes know it; '' and null where nothing is told. */
interface Keys {
  readonly sketch: readonly number[] | null;
  readonly author: string;
  readonly address: string;
}

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
  const keys = {
    sketch: sketchOf(asked.text),
    author: authorKey(asked.author),
    address: addressKey(asked.address),
  };
  if (keys.sketch === null && keys.author === '' && keys.address === '') return [];
  const { rows } = await sql<SimilarAppeal>`
    with near as materialized (${nearTo(keys)}),
    known as materialized (${knownOf(keys, asked.except ?? null)}),
    best as (
      (select * from known where shared > 0 order by shared desc, day desc, case_id limit ${COMPARED.text})
      union (select * from known where same_author
             order by same_address desc, shared desc, day desc, case_id limit ${COMPARED.author})
      union (select * from known where same_address
             order by same_author desc, shared desc, day desc, case_id limit ${COMPARED.address})
    ), compared as materialized (
      select best.*, (100 * similarity(
        left(a.text, ${COMPARED_LETTERS}), ${asked.text.slice(0, COMPARED_LETTERS)}))::int as likeness
      from best join appeals.appeals a using (case_id)
    )
    select c.id as "caseId", c.number, a.index, c.title, c.state, c.is_open as "isOpen", a.day,
           m.same_author as "sameAuthor", m.same_address as "sameAddress", m.likeness,
           left(a.text, 160) as opening
    from compared m join appeals.appeals a using (case_id) join kernel.cases c on c.id = m.case_id
    where (m.likeness >= ${ALIKE} or m.same_author or (m.same_address and m.likeness >= 15))
      and ${notExcluded(asked.reader ?? NOBODY)}
    order by m.likeness + case
        when m.same_author and m.same_address then ${KNOWN.both} when m.same_author then ${KNOWN.author}
        when m.same_address then ${KNOWN.address} else 0 end desc, a.day desc
    limit ${limit}`.execute(tx);
  return rows;
}

function nearTo({ sketch, author, address }: Keys): RawBuilder<unknown> {
  return sql`
    (select case_id, day, sketch, author_key, address_key from appeals.appeals
     where author_key = ${author} and ${author} <> '' order by day desc limit ${LOOKED_AT.author})
    union all
    (select case_id, day, sketch, author_key, address_key from appeals.appeals
     where address_key = ${address} and ${address} <> '' order by day desc limit ${LOOKED_AT.address})
    union all
    (select case_id, day, sketch, author_key, address_key from appeals.appeals
     where sketch && (${rarestOf(sketch ?? [])}) limit ${LOOKED_AT.text})`;
}

/** Each candidate once, with how many numbers it shares. */
function knownOf(keys: Keys, except: string | null): RawBuilder<unknown> {
  const { author, address } = keys;
  return sql`
    select case_id, max(day) as day,
           bool_or(author_key = ${author} and ${author} <> '') as same_author,
           bool_or(address_key = ${address} and ${address} <> '') as same_address,
           coalesce(max(${sharedWith(keys.sketch ?? [])}), 0) as shared
    from near where case_id is distinct from ${except}::uuid
    group by case_id`;
}

/** A number stands in its own place of every sketch: each is compared with one, not with twenty. */
function sharedWith(sketch: readonly number[]): RawBuilder<unknown> {
  const pairs = sketch.map((number, index) => sql`(sketch[${sql.lit(index + 1)}] = ${number}::int)::int`);
  return pairs.length === 0 ? sql`0` : sql.join(pairs, sql` + `);
}

/**
 * An array of the sketch's rarest numbers. What stands in every tenth letter («Прошу вжити заходів») gives
 * numbers that ten thousand sketches have and that tell nothing: so many of the rarest are looked up as have
 * `LOOKED_AT.text` rows together. Which are common the analyzer has counted (`most_common_elems`).
 */
function rarestOf(sketch: readonly number[]): RawBuilder<unknown> {
  return sql`
    select array_agg(number) from (
      select number, row_number() over by_share as place, sum(coalesce(share, 0)) over by_share as shares
      from unnest(${sketch}::int[]) as number
        left join (
          select common.number, common.share
          from pg_stats, unnest(most_common_elems::text::int[], most_common_elem_freqs) as common(number, share)
          where schemaname = 'appeals' and tablename = 'appeals' and attname = 'sketch') as counted using (number)
      window by_share as (order by coalesce(share, 0), number)) as asked
    where place <= ${LEAST_NUMBERS}
       or shares * (select reltuples from pg_class where oid = 'appeals.appeals'::regclass) <= ${LOOKED_AT.text}`;
}
