import { sql, type RawBuilder } from 'kysely';
import type { Transaction } from '../../kernel/database/database.ts';
import { parsePersonWords, type PersonWords } from './person-words.ts';

export interface FoundResident {
  readonly id: string;
  readonly name: string;
  readonly birthDate: string | null;
  readonly rnokpp: string | null;
  /** Without the flat; null: registered nowhere. */
  readonly address: string | null;
  readonly from: string | null;
  /** Where the next page begins. */
  readonly key: string;
}

export interface Asked {
  readonly words: string;
  /** Houses; null: anywhere. */
  readonly addressIds: readonly string[] | null;
  readonly flat: string | null;
  /** The key of the last line of the page before. */
  readonly after: string | null;
  readonly limit: number;
}

/** The last of all characters: what begins with a word stands before the word and this. */
const LAST = '\u{10FFFF}';
/** Fewer letters than this have too many words like them. */
const SHORTEST_SLIP = 4;
const MOST_ALIKE = 8;

/**
 * Persons by number, day of birth, the beginnings of their names and where they live, in the order of
 * names; `alike` where nobody is called so and names with a slip of the pen were looked for.
 * Ranges instead of `like`: a statement prepared once keeps to the index for every word.
 */
export async function findResidents(
  tx: Transaction,
  asked: Asked,
): Promise<{ readonly found: readonly FoundResident[]; readonly alike: boolean }> {
  const words = parsePersonWords(asked.words);
  const isEmpty =
    words.rnokpp === null && words.unzr === null && words.birthDate === null && words.name === '';
  if (isEmpty && asked.addressIds === null) return { found: [], alike: false };
  const found = await select(tx, asked, [...numbersOf(words), ...beginningsOf(words.name)]);
  const [first = '', ...others] = words.name.split(' ');
  if (found.length > 0 || first.length < SHORTEST_SLIP || asked.after !== null)
    return { found, alike: false };
  const alike = await wordsLike(tx, first);
  if (alike.length === 0) return { found: [], alike: false };
  const rest = others.map((word) => sql`word_similarity(${word}, r.found_by) >= 0.5`);
  return { found: await select(tx, asked, [...numbersOf(words), ...rest], alike), alike: true };
}

function numbersOf({ rnokpp, unzr, birthDate }: PersonWords): readonly RawBuilder<unknown>[] {
  return [
    ...(rnokpp === null ? [] : [sql`r.rnokpp = ${rnokpp}`]),
    ...(unzr === null ? [] : [sql`r.unzr = ${unzr}`]),
    ...(birthDate === null ? [] : [sql`r.birth_date = ${birthDate}::date`]),
  ];
}

/** The first word begins the whole name; the others begin words in it. */
function beginningsOf(name: string): readonly RawBuilder<unknown>[] {
  const [first = '', ...others] = name.split(' ');
  if (first === '') return [];
  return [
    sql`r.found_by ~>=~ ${first} and r.found_by ~<~ ${first + LAST}`,
    ...others.slice(0, 4).map((word) => sql`strpos(r.found_by, ${` ${word}`}) > 0`),
  ];
}

async function wordsLike(tx: Transaction, word: string): Promise<string[]> {
  const { rows } = await sql<{ word: string }>`
    select word from community_register.name_words where word % ${word}
     order by similarity(word, ${word}) desc, word limit ${MOST_ALIKE}`.execute(tx);
  return rows.map((row) => row.word);
}

/** Lines are chosen first and dressed after, so that nobody is joined who is not shown. */
async function select(
  tx: Transaction,
  { addressIds, flat, after, limit }: Asked,
  conditions: readonly RawBuilder<unknown>[],
  surnames: readonly string[] | null = null,
): Promise<readonly FoundResident[]> {
  const all = [
    sql`r.name is not null`,
    ...conditions,
    ...(after === null ? [] : [keyAfter(after)]),
    ...(addressIds === null ? [] : [livesAt(addressIds, flat, surnames === null)]),
    ...(surnames === null ? [] : [sql`r.found_by ~>=~ (w.word || ' ') and r.found_by ~<~ (w.word || '!')`]),
  ];
  const chosen = sql`
    select r.id, r.name, r.birth_date, r.rnokpp, r.found_by from community_register.residents r
     where ${sql.join(all, sql` and `)} order by r.found_by using ~<~, r.id limit ${limit}`;
  const source =
    surnames === null
      ? chosen
      : sql`select c.* from unnest(${[...surnames]}::text[]) as w (word) cross join lateral (${chosen}) c
             order by c.found_by using ~<~, c.id limit ${limit}`;
  const { rows } = await sql<FoundResident>`
    select r.id, r.name, r.birth_date as "birthDate", r.rnokpp, e.address_line as address, e.from_date as "from",
           r.found_by || '|' || r.id as key
      from (${source}) r
      left join lateral (select l.address_line, l.from_date from community_register.residences l
                          where l.resident_id = r.id and l.until_date is null limit 1) e on true
     order by r.found_by using ~<~, r.id`.execute(tx);
  return rows;
}

function keyAfter(after: string): RawBuilder<unknown> {
  const [name = '', id = ''] = after.split('|');
  const isId = /^[0-9a-f-]{36}$/.test(id);
  return sql`(r.found_by ~>~ ${name} or (r.found_by = ${name} and r.id > ${isId ? id : '00000000-0000-0000-0000-000000000000'}::uuid))`;
}

/**
 * Those of the houses are looked up first, as an array; where a few persons are known by their surnames
 * already, each of them is asked where they live.
 */
function livesAt(
  addressIds: readonly string[],
  flat: string | null,
  housesFirst: boolean,
): RawBuilder<unknown> {
  const there = sql`l.address_id = any(${[...addressIds]}::uuid[]) and l.until_date is null
    and (${flat}::text is null or l.flat = ${flat}::text)`;
  return housesFirst
    ? sql`r.id = any (array(select l.resident_id from community_register.residences l where ${there}))`
    : sql`exists (select from community_register.residences l where l.resident_id = r.id and ${there})`;
}
