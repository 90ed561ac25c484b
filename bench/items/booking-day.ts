import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { BenchCity } from '../bench-city.ts';
import type { DaySpec, LivedDay } from '../day-driver.ts';
import type { Finding } from '../finding.ts';

const run = promisify(execFile);
/** What the centres of Kyiv write in a day: 8,000 visitors of four deeds each, and a thousand bookings of two. */
const WRITES = 34_000;
const WINDOWS = 40;
const BOOKERS = 3;

/** Seconds for the writes of a day of Kyiv's centres: tickets, calls, beginnings, ends and bookings mixed. */
export async function measureDay(
  city: BenchCity,
  spec: Pick<DaySpec, 'ports' | 'services' | 'times'>,
): Promise<Finding> {
  await openWindows(city);
  const lived = await live({
    ...spec,
    windows: WINDOWS,
    bookers: BOOKERS,
    writes: WRITES,
    database: city.database,
    run: 'day',
  });
  const refused = Object.entries(lived.refused);
  if (refused.length > 0)
    process.stderr.write(`  refused: ${refused.map((one) => one.join(': ')).join(', ')}\n`);
  return {
    item: `a day of Kyiv’s centres, ${WRITES} writes`,
    figure: (lived.seconds * WRITES) / lived.writes,
    unit: 's',
    wanted: { most: 60 },
  };
}

async function openWindows(city: BenchCity): Promise<void> {
  await city.sql(`
    insert into queue.seats (window_id, staff_id, since)
    select w.id, s.id, now() from queue.windows w
      join kernel.staff s on s.login = 'administrator-' || lpad(w.number::text, 2, '0')
     where w.hall = 'main' and w.number <= ${WINDOWS}
    on conflict do nothing`);
  await city.sql(`
    update queue.windows set sectors = array['registration', 'social', 'administrative']
     where hall = 'main' and number <= ${WINDOWS}`);
}

async function live(spec: DaySpec): Promise<LivedDay> {
  const driver = join(import.meta.dirname, '..', 'day-driver.ts');
  const { stdout } = await run(process.execPath, ['--import', 'tsx', driver, JSON.stringify(spec)], {
    maxBuffer: 256 * 1024 * 1024,
  });
  return JSON.parse(stdout) as LivedDay;
}
