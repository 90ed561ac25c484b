import type { BenchCity } from '../bench-city.ts';
import type { Finding, Pace } from '../finding.ts';
import { loadHttp, median, perSecond } from '../load.ts';

/** The public catalogue: its list of services and one information card, from the micro-cache and past it. */
export async function measurePages(city: BenchCity, pace: Pace): Promise<readonly Finding[]> {
  return [
    await measure(city, pace, 'list of services, from the micro-cache', '/services', 2_000),
    await measure(city, pace, 'list of services, past it', '/services?n={n}', 300),
    await measure(city, pace, 'information card, from the micro-cache', '/services/01-01', 2_000),
    await measure(city, pace, 'information card, past it', '/services/01-01?n={n}', 300),
  ];
}

async function measure(
  city: BenchCity,
  pace: Pace,
  item: string,
  path: string,
  least: number,
): Promise<Finding> {
  const load = (seconds: number) =>
    loadHttp(city, {
      connections: 16,
      seconds,
      method: 'GET',
      paths: [path],
      headers: { accept: 'text/html' },
    });
  await load(1);
  const rates = [];
  for (let round = 0; round < pace.rounds; round++) rates.push(perSecond(await load(pace.seconds)));
  return { item, figure: median(rates), unit: 'a second', wanted: { least } };
}
