import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { City } from '../../kernel/city.ts';
import { fixedClock } from '../../kernel/clock/system-clock.ts';
import { readFigure } from '../../kernel/figures/read-figure.ts';
import { inSnapshot } from '../../kernel/figures/snapshot.ts';
import { buildServer } from '../../kernel/http/server.ts';
import { seedCity } from '../../kernel/start-city.ts';
import { makeTestCity } from '../../kernel/testing/make-test-city.ts';
import { queue } from '../queue/system.ts';
import { serviceCatalogue } from '../service-catalogue/system.ts';
import { staff } from '../staff/system.ts';
import { positiveFigure } from './figures.ts';
import { ratings } from './system.ts';

const NOW = new Date('2026-03-04T10:00:00Z');

let city: City;
let app: FastifyInstance;
beforeAll(async () => {
  city = await makeTestCity([serviceCatalogue, staff, queue, ratings], fixedClock(NOW));
  await seedCity(city);
  app = await buildServer(city, { pages: [], routes: [] });
});
afterAll(async () => {
  await app.close();
  await city.connections.close();
});

it('the form on paper asks what is in force, with every digit and the way by telephone', async () => {
  const { rows } = await city.connections.pool.query<{ title: string; title_en: string }>(
    'select title, title_en from ratings.questions where valid_to is null',
  );
  expect(rows.length).toBeGreaterThan(4);
  for (const [lang, column] of [
    ['uk', 'title'],
    ['en', 'title_en'],
  ] as const) {
    const { body } = await app.inject({
      url: `/ratings/form?lang=${lang}`,
      headers: { accept: 'text/html' },
    });
    for (const question of rows) expect(body).toContain(question[column]);
    expect(body.match(/<td>5<\/td>/g)).toHaveLength(rows.length);
    expect(body).toContain('/rate</p>');
    expect(body).toContain('class="qr"');
  }
});

it('visits of the demo city are rated by their tickets, each once', async () => {
  const reading = await inSnapshot(city.connections.database, (tx) =>
    readFigure(tx, positiveFigure, { from: '2026-03-01', to: '2026-03-04' }),
  );
  expect(reading.total.sample).toBeGreaterThan(30);
  const { rows } = await city.connections.pool.query<{ visits: number; rated: number }>(`
    select (select count(*)::int from queue.visits where served_at is not null) as visits,
           count(distinct visit_id)::int as rated from ratings.ratings where channel = 'ticket'`);
  expect(rows[0]?.rated).toBe(reading.total.sample);
  expect(rows[0]?.rated).toBeLessThan(rows[0]?.visits ?? 0);
});
