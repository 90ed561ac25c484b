import { sketchOf } from '../../src/systems/appeals/text-sketch.ts';
import type { BenchCity } from '../bench-city.ts';
import type { Finding, Pace } from '../finding.ts';
import { loadHttp, median, percentile } from '../load.ts';

const BATCH = 10_000;
/** Words of a city's letters; a text takes some twenty of them, so any two share a few. */
const STEMS =
  'дорога ліхтар люк вода опалення сміття двір парковка дерево клумба тролейбус зупинка школа садок лікарня черга довідка субсидія пенсія дах підвал ліфт балкон сусід шум ремонт асфальт тротуар перехід світлофор знак провулок майданчик гойдалка лавка собака паркан ділянка межа оренда кіоск ринок дозвіл графік маршрут автобус квиток тариф лічильник рахунок борг договір комісія депутат збори голосування будинок квартира під’їзд сходи труба каналізація запах дим пожежа кран насос свердловина річка міст берег пляж парк стадіон басейн гурток бібліотека музей'.split(
    ' ',
  );

/** Names of the likest appeals among a million texts, as the registrar's page asks for them. */
export async function measureSimilar(city: BenchCity, pace: Pace): Promise<readonly Finding[]> {
  const random = seeded(7);
  await fillAppeals(city, pace.cases, random);
  const asked = Array.from({ length: 40 }, () => {
    const words = new URLSearchParams({
      text: textOf(random),
      author: authorOf(random),
      address: addressOf(random),
    });
    return `/api/queries/appeals.find-similar?${words.toString()}`;
  });
  const headers = { authorization: 'Bearer demo-registrar-01' };
  const ask = () =>
    loadHttp(city, { connections: 4, seconds: pace.seconds, method: 'GET', paths: asked, headers });
  await ask();
  const p95s = [];
  for (let round = 0; round < pace.rounds; round++) p95s.push(percentile((await ask()).latencies, 0.95));
  return [
    {
      item: `similar appeals among ${pace.cases} texts, p95 on 4 connections`,
      figure: median(p95s),
      unit: 'ms',
      wanted: { most: 150 },
    },
  ];
}

/** Cases and appeals by plain SQL in batches, made from one that the city registered itself. */
async function fillAppeals(city: BenchCity, count: number, random: () => number): Promise<void> {
  await city.sql('alter table kernel.cases disable trigger user');
  for (let from = 0; from < count; from += BATCH) {
    const size = Math.min(BATCH, count - from);
    const texts = Array.from({ length: size }, () => textOf(random));
    await city.sql(FILL, [
      from,
      JSON.stringify(
        texts.map((text) => ({
          text,
          author: authorOf(random).toLowerCase(),
          address: addressOf(random).toLowerCase(),
          sketch: sketchOf(text),
        })),
      ),
    ]);
  }
  await city.sql('alter table kernel.cases enable trigger user');
  await city.sql('vacuum analyze appeals.appeals');
  await city.sql('vacuum analyze kernel.cases');
}

const FILL = `
  with model as (select * from kernel.cases where kind = 'appeals.appeal' limit 1), made as (
    select uuidv7() as id, $1::int + number as seq, row.value as given
    from jsonb_array_elements($2::jsonb) with ordinality as row(value, number)
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
  select id, date '2020-01-01' + (seq % 365)::int, date '2020-01-01' + (seq % 365)::int, 'Б-' || seq, 'post',
    'application', 'first', 'individual', 1, false, '{}', given ->> 'text', '', '', given ->> 'author',
    given ->> 'address', array(select value::int from jsonb_array_elements_text(given -> 'sketch') as value)
  from made`;

function textOf(random: () => number): string {
  const words = Array.from({ length: 18 + Math.floor(random() * 10) }, () => {
    // Two thirds are the city's common matters, the rest names and streets that are nearly one's own.
    if (random() < 0.65) return STEMS[Math.floor(random() ** 2 * STEMS.length)] ?? '';
    return wordOf(Math.floor(random() * 40_000));
  });
  return words.join(' ');
}

function authorOf(random: () => number): string {
  return `${wordOf(Math.floor(random() ** 2 * 9_000))} ${wordOf(Math.floor(random() * 30)).slice(0, 1)}`;
}

function addressOf(random: () => number): string {
  return `${wordOf(Math.floor(random() * 600))} ${1 + Math.floor(random() * 90)}`;
}

/** A word of its own for each number. */
function wordOf(number: number): string {
  const letters = 'абвгдежзиклмнопрстуфхцчшю';
  let rest = number * 7919 + 104_729;
  let word = '';
  for (let length = 0; length < 6; length++) {
    word += letters[rest % letters.length] ?? '';
    rest = Math.floor(rest / letters.length) + number;
  }
  return word;
}

/** The same texts every time. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
