import { sql, type RawBuilder } from 'kysely';
import type { Transaction } from '../../kernel/database/database.ts';
import { sendAhead } from '../../kernel/database/pipelined-dialect.ts';
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
/** A name of fewer letters, or in so few houses: those who live there are fewer than those called so. */
const SHORTEST_RARE = 3;
const FEW_HOUSES = 3;

/**
 * Persons by number, day of birth, the beginnings of their names and where they live, in the order of
 * names; `alike` where nobody is called so and names with a slip of the pen were looked for, the nearest first.
 * Ranges instead of `like`, and only the conditions that are asked, so that one plan serves every word.
 */
export async function findResidents(
  tx: Transaction,
  asked: Asked,
): Promise<{ readonly found: readonly FoundResident[]; readonly alike: boolean }> {
  const words = parsePersonWords(asked.words);
  const hasNumbers = words.rnokpp !== null || words.unzr !== null || words.birthDate !== null;
  if (!hasNumbers && words.name === '' && asked.addressIds === null) return { found: [], alike: false };
  await keepPlans(tx);
  const [first = '', ...others] = words.name.split(' ');
  const isRare = hasNumbers || first.length >= SHORTEST_RARE;
  const exact = [...numbersOf(words), ...beginsWith(first), ...others.slice(0, MOST_OTHERS).map(hasWord)];
  const found = await select(tx, asked, [...exact, ...livesAt(asked, isRare)]);
  if (found.length > 0 || first.length < SHORTEST_SLIP || asked.after !== null)
    return { found, alike: false };
  const alike = await findAlike(tx, asked, words);
  return { found: alike, alike: alike.length > 0 };
}

/**
 * Else the planner, that finds a word's own plan a little cheaper each time, plans each search anew, which costs
 * more than the search itself. For this transaction alone.
 */
function keepPlans(tx: Transaction): Promise<void> {
  return sendAhead(tx, sql`set local plan_cache_mode = force_generic_plan`);
}

/** A slip in the surname alone is the usual one and cheaply found; then slips in the other words too. */
async function findAlike(
  tx: Transaction,
  asked: Asked,
  words: PersonWords,
): Promise<readonly FoundResident[]> {
  const [first = '', ...others] = words.name.split(' ');
  const surnames = await wordsLike(tx, first);
  if (surnames.length === 0) return [];
  const fixed = [...numbersOf(words), ...livesAt(asked, true)];
  const found = await select(tx, asked, [...fixed, ...others.slice(0, MOST_OTHERS).map(hasWord)], surnames);
  if (found.length > 0 || others.length === 0) return found;
  return select(tx, asked, [...fixed, ...others.slice(0, MOST_OTHERS).map(hasWordLike)], surnames);
}

type Condition = RawBuilder<unknown>;

function numbersOf({ rnokpp, unzr, birthDate }: PersonWords): readonly Condition[] {
  return [
    ...(rnokpp === null ? [] : [sql`r.rnokpp = ${rnokpp}`]),
    ...(unzr === null ? [] : [sql`r.unzr = ${unzr}`]),
    ...(birthDate === null ? [] : [sql`r.birth_date = ${birthDate}::date`]),
  ];
}

/** The first word begins the whole name; the others begin words in it. */
function beginsWith(first: string): readonly Condition[] {
  return first === '' ? [] : [sql`r.found_by ~>=~ ${first} and r.found_by ~<~ ${first + LAST}`];
}

const MOST_OTHERS = 4;
const hasWord = (word: string): Condition => sql`strpos(r.found_by, ${` ${word}`}) > 0`;
const hasWordLike = (word: string): Condition => sql`word_similarity(${word}, r.found_by) >= 0.5`;

async function wordsLike(tx: Transaction, word: string): Promise<string[]> {
  const { rows } = await sql<{ word: string }>`
    select word from community_register.name_words where word % ${word}
     order by similarity(word, ${word}) desc, word limit ${MOST_ALIKE}`.execute(tx);
  return rows.map((row) => row.word);
}

/**
 * Lines are chosen first, from the index of names alone, and dressed after, so that nobody is fetched or
 * joined who is not shown. `surnames`: whole ones, the nearest first.
 */
async function select(
  tx: Transaction,
  { after, limit }: Asked,
  conditions: readonly Condition[],
  surnames: readonly string[] | null = null,
): Promise<readonly FoundResident[]> {
  const all = [
    sql`r.name is not null`,
    ...conditions,
    ...(after === null ? [] : [keyAfter(after)]),
    ...(surnames === null ? [] : [sql`r.found_by ~>=~ (w.word || ' ') and r.found_by ~<~ (w.word || '!')`]),
  ];
  const chosen = sql`
    select r.id, r.found_by from community_register.residents r
     where ${sql.join(all, sql` and `)} order by r.found_by using ~<~, r.id limit ${limit}`;
  const nearness = surnames === null ? sql`` : sql`c.no, `;
  const source =
    surnames === null
      ? chosen
      : sql`select c.*, w.no from unnest(${[...surnames]}::text[]) with ordinality as w (word, no)
             cross join lateral (${chosen}) c order by w.no, c.found_by using ~<~, c.id limit ${limit}`;
  const { rows } = await sql<FoundResident>`
    select r.id, r.name, r.birth_date as "birthDate", r.rnokpp, e.address_line as address, e.from_date as "from",
           r.found_by || '|' || r.id as key
      from (${source}) c join community_register.residents r on r.id = c.id
      left join lateral (select l.address_line, l.from_date from community_register.residences l
                          where l.resident_id = c.id and l.until_date is null limit 1) e on true
     order by ${nearness}c.found_by using ~<~, c.id`.execute(tx);
  return rows;
}

function keyAfter(after: string): RawBuilder<unknown> {
  const [name = '', id = ''] = after.split('|');
  const isId = /^[0-9a-f-]{36}$/.test(id);
  return sql`(r.found_by ~>~ ${name} or (r.found_by = ${name} and r.id > ${isId ? id : '00000000-0000-0000-0000-000000000000'}::uuid))`;
}

/**
 * Where persons known by their names are fewer, each is asked whether they are among those of the houses:
 * `is true` keeps the planner from turning that into a join, which would fetch everyone of a street.
 * Else those of the houses are fetched, as an array.
 */
function livesAt({ addressIds, flat }: Asked, isRare: boolean): readonly Condition[] {
  if (addressIds === null) return [];
  const there = sql`select l.resident_id from community_register.residences l
    where l.address_id = any(${[...addressIds]}::uuid[]) and l.until_date is null${
      flat === null ? sql`` : sql` and l.flat = ${flat}`
    }`;
  return isRare && addressIds.length > FEW_HOUSES
    ? [sql`(r.id in (${there})) is true`]
    : [sql`r.id = any (array(${there}))`];
}
