import type { FastifyInstance } from 'fastify';
import { readSheet } from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { performAction } from '../../kernel/actions/perform-action.ts';
import { type Actor, RESIDENT } from '../../kernel/actions/actor.ts';
import type { City } from '../../kernel/city.ts';
import { fixedClock } from '../../kernel/clock/system-clock.ts';
import { inSnapshot } from '../../kernel/figures/snapshot.ts';
import { buildServer } from '../../kernel/http/server.ts';
import { makeTestCity } from '../../kernel/testing/make-test-city.ts';
import { applicationsFigures } from '../applications/index.ts';
import { communityRegisterFigures } from '../community-register/index.ts';
import { queueFigures } from '../queue/index.ts';
import { ratingsFigures } from '../ratings/index.ts';
import { serviceCatalogueFigures } from '../service-catalogue/index.ts';
import { publishReport } from './actions/publish-report.ts';
import { todayFigures } from './index.ts';
import { fillYear2020, openFacts } from './report-fixture.ts';
import { centreReport } from './system.ts';

const NOW = new Date('2021-02-01T10:00:00Z');
const HEAD: Actor = { ...RESIDENT, kind: 'staff', name: 'Голова центру', roles: ['head'] };

let city: City;
let app: FastifyInstance;
beforeAll(async () => {
  const figures = [
    applicationsFigures,
    communityRegisterFigures,
    queueFigures,
    ratingsFigures,
    serviceCatalogueFigures,
  ].flatMap((all) => Object.values(all));
  city = await makeTestCity([centreReport, { figures }], fixedClock(NOW));
  await openFacts(city.connections);
  await fillYear2020(city.connections);
  app = await buildServer(city, { pages: [], routes: [] });
});
afterAll(async () => {
  await app.close();
  await city.connections.close();
});

async function getPage(url: string): Promise<{ status: number; body: string; location: string | undefined }> {
  const { statusCode, body, headers } = await app.inject({ url, headers: { accept: 'text/html' } });
  return { status: statusCode, body, location: headers.location };
}

async function getReport(): Promise<{
  values: Record<string, number | null>;
  before: Record<string, number | null>;
  published: Record<string, number> | null;
}> {
  return (await app.inject({ url: '/api/queries/centre-report.report?year=2020' })).json();
}

describe('the report of 2020', () => {
  it('counts what the city’s own report prints', async () => {
    const { values, before } = await getReport();
    const group = (code: string): number | null | undefined =>
      values[`applications.registered?report-group=${code}`];
    expect(values['queue.visitors']).toBe(95_909);
    expect(values['applications.registered']).toBe(131_511);
    expect(group('residence-registration')).toBe(24_496);
    expect(group('administrative')).toBe(22_144);
    expect(group('business-registration')).toBe(7_847);
    expect(group('property-registration')).toBe(5_417);
    expect(group('pension')).toBe(7_225);
    expect(group('social-fortechnyi')).toBe(3_850);
    expect(group('social-podilskyi')).toBe(1_840);
    expect(group('not-itemised')).toBe(58_692);
    expect(values['community-register.entered']).toBe(54_614);
    expect([before['service-catalogue.services'], values['service-catalogue.services']]).toEqual([156, 365]);
    expect(
      ['administrative', 'social', 'pension'].map(
        (one) => values[`service-catalogue.services?category=${one}`],
      ),
    ).toEqual([240, 95, 30]);
    expect([
      values['service-catalogue.providers?kind=council-executive'],
      values['service-catalogue.providers?kind=state-territorial'],
    ]).toEqual([14, 21]);
    expect(values['ratings.positive']).toBe(98.2);
  });

  it('adds up: the parts of every count are its total', async () => {
    const { values } = await getReport();
    for (const id of ['queue.visitors', 'applications.registered', 'community-register.entered']) {
      const parts = new Map<string, number>();
      for (const [key, value] of Object.entries(values)) {
        const [figure, by] = key.split(/[?=]/);
        if (figure === id && by !== undefined) parts.set(by, (parts.get(by) ?? 0) + (value ?? 0));
      }
      expect(parts.size).toBeGreaterThan(0);
      for (const [by, sum] of parts) expect([by, sum]).toEqual([by, values[id]]);
    }
  });

  it('stands on a page with contents, growth, the sample, and a link from every number', async () => {
    const { status, body } = await getPage('/report/2020');
    expect(status).toBe(200);
    expect(body).toContain('95\u202F909');
    expect(body).toContain('+142,0 %');
    expect(body).toContain('Не деталізовано в джерелі');
    expect(body).toContain('синтетичне');
    expect(body).toContain('вибірка: 3\u202F000');
    expect(body).toContain(
      'href="/figures/applications.registered/rows?from=2020-01-01&amp;to=2020-12-31&amp;report-group=pension"',
    );
    expect(body).toContain('href="#applications-service"');
  });

  it('opens a cell into exactly its rows', async () => {
    const { body } = await getPage(
      '/figures/applications.registered/rows?from=2020-01-01&to=2020-12-31&report-group=pension',
    );
    expect(body).toContain('7\u202F225');
    const csv = await app.inject({
      url: '/api/figures/applications.registered/rows?from=2020-01-01&to=2020-12-31&report-group=pension&format=csv',
    });
    expect(csv.body.trim().split('\r\n').length).toBe(7_225 + 1);
  });

  it.each(['uk', 'en'])('is also in print and in the other language (%s)', async (lang) => {
    for (const path of ['/report/2020', '/report/2020/print', '/report/2018']) {
      const { status, body } = await getPage(`${path}?lang=${lang}`);
      expect([path, status]).toEqual([path, 200]);
      expect(body).not.toContain('undefined');
    }
  });

  it('is taken away as XLSX, CSV and PDF', async () => {
    const xlsx = await app.inject({ url: '/report/2020.xlsx' });
    const sheet = await readSheet(xlsx.rawPayload, 2);
    expect(sheet.find(([, name]) => name === 'Разом')?.[3]).toBe(131_511);
    const csv = await app.inject({ url: '/report/2020.csv' });
    expect(csv.body).toContain('131511');
    const pdf = await app.inject({ url: '/report/2020.pdf' });
    expect(pdf.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('is where /report leads; other addresses lead nowhere', async () => {
    expect(await getPage('/report')).toMatchObject({ status: 303, location: '/report/2020' });
    for (const path of ['/report/1800', '/report/2020.exe', '/report/20201'])
      expect((await getPage(path)).status).toBe(404);
  });
});

describe('today', () => {
  it('is counted so far', async () => {
    const today = await inSnapshot(city.connections.database, (tx) =>
      todayFigures(tx, new Date('2020-10-05T12:00:00Z')),
    );
    expect(today.map(({ figure }) => figure.id)).toContain('applications.registered');
    expect(today.find(({ figure }) => figure.id === 'queue.visitors')?.total.value).toBeGreaterThan(100);
  });
});

describe('publishing', () => {
  it('is for the head, once, after the year is over, and keeps its numbers', async () => {
    const publish = (year: number, actor: Actor): Promise<unknown> =>
      performAction(city, publishReport, { year }, { actor, key: null });
    await expect(publish(2020, RESIDENT)).rejects.toMatchObject({ status: 401 });
    await expect(publish(2021, HEAD)).rejects.toMatchObject({ key: 'centre-report:refusals.yearNotOver' });
    await publish(2020, HEAD);
    await expect(publish(2020, HEAD)).rejects.toMatchObject({
      key: 'centre-report:refusals.alreadyPublished',
    });
    await city.connections.withOwner((owner) =>
      owner.query(`delete from applications.applications_facts where ctid in
      (select ctid from applications.applications_facts where report_group_code = 'pension' limit 25)`),
    );
    const { values, published } = await getReport();
    expect(values['applications.registered?report-group=pension']).toBe(7_200);
    expect(published?.['applications.registered?report-group=pension']).toBe(7_225);
    const { body } = await getPage('/report/2020?lang=uk');
    expect(body).toContain('Опубліковано 1 лютого 2021');
    expect(body).toMatch(/7\u202F225 <small>\(тепер <a [^>]*>7\u202F200<\/a>\)/);
    await expect(city.connections.pool.query('delete from centre_report.publications')).rejects.toThrow(
      'permission denied',
    );
  });
});
