import { parseArgs } from 'node:util';
import { type BenchCity, memoryOf, readStatement, startBenchCity } from './bench-city.ts';
import { type Finding, FULL, type Pace, QUICK } from './finding.ts';
import { measureBoards } from './items/boards.ts';
import { measureBooking } from './items/booking.ts';
import { measureCallNext } from './items/call-next.ts';
import { measureLists } from './items/lists.ts';
import { measureOperatorScreen } from './items/operator-screen.ts';
import { measurePages } from './items/pages.ts';
import { measureRegisterAppeal } from './items/register-appeal.ts';
import { measureRegister } from './items/register.ts';
import { measureReport } from './items/report.ts';
import { measureResidents } from './items/residents.ts';
import { measureSimilar } from './items/similar-appeals.ts';
import { findPgbench } from './load.ts';
import { currentLoad, readFormer, writeResult } from './results.ts';
import { tableOf } from './table.ts';

/**
 * `npm run bench [-- --only register,pages] [--quick] [--cases 1000000]`: measures what DESIGN promises, on a throw-away
 * city of its own. Server, database and load share the cores of this machine.
 */
const ITEMS: Readonly<Record<string, (city: BenchCity, pace: Pace) => Promise<readonly Finding[]>>> = {
  register: measureRegister,
  'register-appeal': measureRegisterAppeal,
  boards: measureBoards,
  'call-next': measureCallNext,
  booking: measureBooking,
  pages: measurePages,
  lists: measureLists,
  residents: measureResidents,
  'operator-screen': measureOperatorScreen,
  'similar-appeals': measureSimilar,
  report: measureReport,
};
/** These are measured among many cases, so they come last. */
const AMONG_MANY = ['lists', 'report'];

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    quick: { type: 'boolean', default: false },
    cases: { type: 'string' },
  },
});
const usual = values.quick ? QUICK : FULL;
const pace: Pace = { ...usual, cases: Number(values.cases ?? usual.cases) };
const chosen = values.only?.split(',') ?? Object.keys(ITEMS);
const unknown = chosen.filter((name) => !(name in ITEMS));
if (unknown.length > 0) {
  console.error(`No such item: ${unknown.join(', ')}. There are: ${Object.keys(ITEMS).join(', ')}.`);
  process.exit(2);
}
if (findPgbench() === undefined) {
  console.error(
    'pgbench is not installed (Debian: postgresql-contrib): what is measured against it is left out.',
  );
}

const at = new Date();
const loadBefore = currentLoad();
const former = await readFormer();
const city = await startBenchCity();
try {
  const findings = await measureAll(city);
  console.log(
    `\n${tableOf(findings, former)}\n\nload of the machine: ${loadBefore} before, ${currentLoad()} after`,
  );
  if (!values.quick)
    console.log(
      `kept in bench/results/${await writeResult(findings, { at, cases: pace.cases, loadBefore })}`,
    );
} finally {
  await city.close();
}

async function measureAll(place: BenchCity): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  let many = false;
  for (const [name, measure] of Object.entries(ITEMS).filter(([item]) => chosen.includes(item))) {
    if (AMONG_MANY.includes(name) && !many) {
      console.error(`making ${pace.cases} cases…`);
      await place.script(
        (await readStatement(place, 'many-cases')).replaceAll('{count}', String(pace.cases)),
      );
      many = true;
    }
    console.error(`${name}…`);
    const found = await measure(place, pace);
    console.error(tableOf(found, former));
    findings.push(...found);
  }
  return [...findings, ...memory(place)];
}

function memory({ server }: BenchCity): readonly Finding[] {
  const figure = memoryOf(server);
  if (figure === undefined) return [];
  return [{ item: 'memory of the server afterwards', figure, unit: 'MB', wanted: { most: 350 } }];
}
