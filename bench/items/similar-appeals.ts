import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { addressKey, authorKey, sketchOf } from '../../src/systems/appeals/text-sketch.ts';
import type { BenchCity } from '../bench-city.ts';
import { type MadeAppeal, makeAppeal, makeStory, rewrite, seeded } from '../corpus/appeal-texts.ts';
import type { Finding, Pace } from '../finding.ts';
import { loadHttp, median, percentile } from '../load.ts';

const BATCH = 50_000;
/** Of each kind of twin so many are planted and asked for. */
const PLANTED = 40;
/** As many people sign one text of a campaign. */
const SIGNED = 60;
const FIND = '/api/queries/appeals.find-similar';
/** What an address bar takes; the registrar's page asks past it, by the whole text. */
const LONGEST = 1_500;
const headers = { authorization: 'Bearer demo-registrar-01' };

/** How a letter comes again: what lies in the city, and what the registrar asks by. */
const TWINS: Readonly<
  Record<string, { least: number; again(first: MadeAppeal, random: Random): MadeAppeal }>
> = {
  'the same letter of the same person': {
    least: 99,
    again: (first) => ({ ...first, text: `Повторно звертаюся. ${first.text}` }),
  },
  'a letter that others signed too': {
    least: 99,
    again: ({ text }, random) => ({ ...makeAppeal(makeStory(random), random), text }),
  },
  'a letter that another hand copied': {
    least: 95,
    again: ({ text }, random) => ({ ...makeAppeal(makeStory(random), random), text: rewrite(text, random) }),
  },
};
type Random = () => number;

interface Twin {
  readonly kind: string;
  readonly first: MadeAppeal;
  readonly again: MadeAppeal;
}

/** Names of the likest appeals among a million texts, as the registrar's page asks for them. */
export async function measureSimilar(city: BenchCity, pace: Pace): Promise<readonly Finding[]> {
  const random = seeded(7);
  const twins = [...plantTwins(random)];
  await fillAppeals(city, pace.cases, random, twins);
  const p95s = [];
  const paths = twins.map(({ again }) => pathOf(again));
  const ask = () => loadHttp(city, { connections: 4, seconds: pace.seconds, method: 'GET', paths, headers });
  await ask();
  for (let round = 0; round < pace.rounds; round++) p95s.push(percentile((await ask()).latencies, 0.95));
  return [
    {
      item: `similar appeals among ${pace.cases} texts, p95 on 4 connections`,
      figure: median(p95s),
      unit: 'ms',
      wanted: { most: 150 },
    },
    ...(await countFound(city, twins)),
  ];
}

function* plantTwins(random: Random): Generator<Twin> {
  for (const [kind, { again }] of Object.entries(TWINS)) {
    for (let number = 0; number < PLANTED; number++) {
      const first = longEnough(random);
      yield { kind, first, again: again(first, random) };
    }
  }
  // Found by the name, whatever the text.
  for (let number = 0; number < PLANTED; number++) {
    const story = makeStory(random);
    yield {
      kind: 'the same person in other words',
      first: makeAppeal(story, random),
      again: makeAppeal(story, random),
    };
  }
}

/** A single sentence of a matter is a twin of a thousand others. */
function longEnough(random: Random): MadeAppeal {
  const made = makeAppeal(makeStory(random), random);
  return made.text.length > 250 ? made : longEnough(random);
}

function pathOf({ text, author, address }: MadeAppeal): string {
  const asked = { text: text.slice(0, LONGEST), author, address };
  return `${FIND}?${new URLSearchParams(asked).toString()}`;
}

/** Of a hundred twins so many are among the ten that the registrar is shown. */
async function countFound(city: BenchCity, twins: readonly Twin[]): Promise<readonly Finding[]> {
  const found = new Map<string, number>();
  for (const { kind, first, again } of twins) {
    const answer = await fetch(city.server.url + pathOf(again), { headers });
    const { appeals } = (await answer.json()) as { appeals: readonly { opening: string }[] };
    const isFound = appeals.some(({ opening }) => opening === first.text.slice(0, opening.length));
    found.set(kind, (found.get(kind) ?? 0) + (isFound ? 1 : 0));
  }
  return [...found].map(([kind, count]) => ({
    item: `found among them: ${kind}`,
    figure: (100 * count) / PLANTED,
    unit: '%',
    wanted: { least: TWINS[kind]?.least ?? 95 },
  }));
}

/** Cases and appeals by COPY in batches, made from one that the city registered itself. */
async function fillAppeals(
  city: BenchCity,
  count: number,
  random: Random,
  twins: readonly Twin[],
): Promise<void> {
  await city.script(PREPARE);
  const indexes = await city.sql<{ name: string; definition: string }>(INDEXES);
  for (const { name } of indexes) await city.sql(`drop index ${name}`);
  const planted = plantedRows(twins, count, random);
  const file = join(city.folder, 'appeals.csv');
  for (let from = 0; from < count; from += BATCH) {
    const size = Math.min(BATCH, count - from);
    const lines = Array.from({ length: size }, (_, index) =>
      lineOf(from + index + 1, planted.get(from + index) ?? makeAppeal(makeStory(random), random)),
    );
    await writeFile(file, lines.join(''));
    await city.sql('truncate bench_appeals');
    await city.sql(`copy bench_appeals from '${file}' (format csv)`);
    await city.sql(FILL);
  }
  for (const { definition } of indexes) await city.sql(definition);
  await city.script(FINISH);
}

/** Twins lie anywhere in the city, not at its end. */
function plantedRows(twins: readonly Twin[], count: number, random: Random): ReadonlyMap<number, MadeAppeal> {
  const rows = new Map<number, MadeAppeal>();
  for (const { kind, first } of twins) {
    const copies = kind === 'a letter that others signed too' ? SIGNED : 1;
    for (let copy = 0; copy < copies; copy++) {
      const { author, address } = copy === 0 ? first : makeStory(random);
      rows.set(Math.floor(random() * count), { ...first, author, address });
    }
  }
  return rows;
}

function lineOf(seq: number, { author, address, text }: MadeAppeal): string {
  const sketch = sketchOf(text)?.join(',') ?? '';
  return `${seq},${authorKey(author)},${addressKey(address)},"${text.replaceAll('"', '""')}","{${sketch}}"\n`;
}

const PREPARE = `
set session_replication_role = replica;
set synchronous_commit = off;
create temporary table bench_appeals (seq int, author text, address text, text text, sketch int[]);
`;

/** Built at the end they cost a tenth. */
const INDEXES = `
  select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition
  from pg_index where indrelid in ('appeals.appeals'::regclass, 'kernel.cases'::regclass) and not indisunique`;

const FILL = `
  with model as (select * from kernel.cases where kind = 'appeals.appeal' limit 1), made as materialized (
    select uuidv7() as id, bench_appeals.* from bench_appeals
  ), opened as (
    insert into kernel.cases (
      id, kind, book, year, seq, number, title, state, is_open, registered_at, recorded_at, clock_state,
      closed_at, tracking_hash, imported, event_count, last_event_at, holder_kind)
    select made.id, model.kind, 'bench', 2020, made.seq, 'Б-2020-' || made.seq, model.title, 'answered', false,
      '2020-06-01', '2020-06-01', 'stopped', '2020-07-01', '', true, 1, '2020-07-01', 'closed'
    from made, model
  )
  insert into appeals.appeals (
    case_id, day, counted_from, index, channel, kind, sign, subject, people, priority, categories, text,
    sender, place, author_key, address_key, sketch)
  select id, date '2015-01-01' + seq / 250, date '2015-01-01' + seq / 250, 'Б-' || seq, 'post',
    'application', 'first', 'individual', 1, false, '{}', text, '', '', author, address, sketch
  from made`;

const FINISH = `
set session_replication_role = origin;
set synchronous_commit = on;
vacuum analyze appeals.appeals, kernel.cases;
checkpoint;
`;
