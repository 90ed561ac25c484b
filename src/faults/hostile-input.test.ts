import type { FastifyInstance } from 'fastify';
import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cityHall } from '../city-hall.ts';
import type { City } from '../kernel/city.ts';
import { buildServer } from '../kernel/http/server.ts';
import { loadAssets } from '../kernel/page/assets.ts';
import { assetRoutes } from '../kernel/page/asset-routes.ts';
import { seedCity } from '../kernel/start-city.ts';
import { makeTestCity } from '../kernel/testing/make-test-city.ts';
import { publicSite } from '../public-site/public-site.ts';

const EVIL = `<img src=x onerror=alert(1)>"'`;
const FORMULA = '=HYPERLINK("http://evil.example","Натисніть")';
const LIST = '/api/queries/applications.list-applications';
const REGISTER = '/api/actions/applications.register-application';

let city: City;
let app: FastifyInstance;
let port: number;

beforeAll(async () => {
  city = await makeTestCity(cityHall);
  await seedCity(city);
  const assets = await loadAssets(cityHall.map(({ folder }) => folder));
  app = await buildServer(city, {
    pages: publicSite.pages(city),
    routes: [(server) => assetRoutes(server, assets)],
  });
  port = Number(new URL(await app.listen({ port: 0, host: '127.0.0.1' })).port);
});
afterAll(async () => {
  await app.close();
  await city.connections.close();
});

function post(url: string, payload: string, type = 'application/json', login = 'administrator-01') {
  const headers = {
    'content-type': type,
    'idempotency-key': crypto.randomUUID(),
    authorization: `Bearer demo-${login}`,
  };
  return app.inject({ method: 'POST', url, headers, payload });
}

/** A 4xx with a machine-readable problem and a sentence; nothing of our inside. */
function expectProblem(answer: { statusCode: number; headers: object; body: string }) {
  expect(answer.headers).toMatchObject({
    'content-type': expect.stringContaining('application/problem+json'),
  });
  const { detail, status } = JSON.parse(answer.body) as { detail: string; status: number };
  expect(status).toBe(answer.statusCode);
  expect(detail).toMatch(/^[А-ЯІЇЄҐ«][^{}]+ [^{}]+$/u);
  expect(answer.body).not.toMatch(/\bat .+\.(ts|js):\d|node_modules|select |insert |"stack"/i);
}

const applicant = { kind: 'person', name: 'Дослідна Особа', passport: 'ДД 100000' };
const application = (change: object) => JSON.stringify({ serviceCode: '01-01', applicant, ...change });
const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;

describe('a body that is', () => {
  const bodies: readonly [string, string, ...number[]][] = [
    ['two megabytes long', JSON.stringify({ x: 'а'.repeat(1_000_000) }), 413],
    ['not JSON', '{"serviceCode":', 400],
    ['nothing', '', 400, 422],
    ['a number', '7', 422],
    ['null', 'null', 422],
    ['a list', '[]', 422],
    ['100 000 brackets deep', nested(100_000), 400, 422],
    ['deep inside a field', application({ documents: JSON.parse(nested(2_000)) as unknown }), 400, 422],
    ['of wrong types', application({ serviceCode: 7, applicant: 'Олена', documents: { 0: 'Заява' } }), 422],
    ['the prototype’s own', '{"__proto__":{"admin":true},"constructor":{"prototype":{}}}', 400, 422],
    [
      'with a NUL byte in a text',
      application({ applicant: { ...applicant, name: 'О\u0000лена' } }),
      400,
      422,
    ],
    [
      'with half a letter in a text',
      `{"serviceCode":"01-01","applicant":{"kind":"person","name":"\\ud800","passport":"Д 1"}}`,
      400,
      422,
    ],
    ['with a list without end', application({ documents: Array.from({ length: 500 }, () => 'Заява') }), 422],
    ['with a text without end', application({ applicant: { ...applicant, name: 'О'.repeat(100_000) } }), 422],
  ];
  test.each(bodies)('%s is refused with a sentence, and nothing is written', async (_, body, ...statuses) => {
    const before = await city.connections.pool.query('select count(*) as n from kernel.cases');
    const answer = await post(REGISTER, body);
    expect(statuses).toContain(answer.statusCode);
    expectProblem(answer);
    const after = await city.connections.pool.query('select count(*) as n from kernel.cases');
    expect(after.rows).toEqual(before.rows);
  });

  test('XML is refused by its kind', async () => {
    const answer = await post(REGISTER, '<a/>', 'application/xml');
    expect(answer.statusCode).toBe(415);
    expectProblem(answer);
  });
});

describe('a question', () => {
  const questions = [
    `${LIST}?input={`,
    `${LIST}?limit=-1`,
    `${LIST}?after=%00%FF`,
    '/api/queries/applications.get-application?caseId=1%27%20or%20%271%27=%271',
    '/api/figures/applications.registered?from=2020-02-30&to=x',
    '/api/figures/..%2F..%2Fetc%2Fpasswd',
    '/api/queries/__proto__',
    '/api/queries/constructor',
    '/live/hall/..%2F..',
  ];
  test.each([...questions, `${LIST}?input=${nested(5_000)}`].map((url) => [url.slice(0, 100), url]))(
    '%s is refused with a sentence',
    async (_, url) => {
      const headers = { authorization: 'Bearer demo-head', accept: 'application/json' };
      const answer = await app.inject({ url, headers });
      expect([400, 404, 414, 422]).toContain(answer.statusCode);
      expectProblem(answer);
    },
  );
});

describe('a path that climbs', () => {
  const paths = [
    '/files/../../etc/passwd',
    '/files/..%2F..%2F..%2Fetc%2Fpasswd',
    '/assets/../package.json',
    '/assets/..%2F..%2Fpackage.json',
    '/assets/%2e%2e/%2e%2e/package.json',
    '/assets/....//package.json',
    '/assets/%00',
    '/%c0%ae%c0%ae/etc/passwd',
  ];
  test.each(paths)('%s leads nowhere', async (path) => {
    const answer = await rawRequest(
      `GET ${path} HTTP/1.1\r\nhost: localhost\r\naccept: application/json\r\n`,
    );
    expect(answer).toMatch(/^HTTP\/1\.1 (400|404) /);
    expect(answer).not.toMatch(/root:|"dependencies"|\n\s+at /);
  });
});

/** As it is written: clients of good manners would tidy the address. */
async function rawRequest(head: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  let text = '';
  socket.on('data', (chunk) => (text += chunk.toString('utf8')));
  socket.write(`${head}connection: close\r\n\r\n`);
  await once(socket, 'close');
  return text;
}

describe('back=', () => {
  const elsewhere = [
    '//evil.example',
    'https://evil.example/',
    '/\\evil.example',
    '/.//evil.example',
    '/%2e//evil.example',
    'javascript:alert(1)',
    '/\t/evil.example',
  ];
  test.each(elsewhere)('%s stays in the house', async (back) => {
    const url = `/preferences?largeType=on&back=${encodeURIComponent(back)}`;
    const { statusCode, headers } = await app.inject({ url });
    expect(statusCode).toBe(303);
    expect(headers.location).toMatch(/^\/(?![/\\])/);
  });

  test('cannot add a header', async () => {
    const back = encodeURIComponent('/services\r\nset-cookie: session=evil\r\n\r\n<script>');
    const answer = await rawRequest(`GET /preferences?back=${back} HTTP/1.1\r\nhost: localhost\r\n`);
    expect(answer).toMatch(/^HTTP\/1\.1 303 /);
    expect(answer).not.toMatch(/^set-cookie: session/im);
  });
});

describe('what a person wrote', () => {
  test('is shown as text on every page and sheet', async () => {
    for (const name of [EVIL, FORMULA]) {
      const done = await post(REGISTER, application({ applicant: { ...applicant, name } }));
      expect(done.statusCode).toBe(200);
      const { caseId } = JSON.parse(done.body) as { caseId: string };
      const cookies = { session: 'demo-administrator-01' };
      for (const url of [`/desk/applications/${caseId}`, '/desk/applications']) {
        const page = await app.inject({ url, cookies, headers: { accept: 'text/html' } });
        expect(page.statusCode).toBe(200);
        expect(page.body).not.toContain('<img src=x');
        expect(page.body).toContain(name === EVIL ? '&lt;img src=x' : '=HYPERLINK(');
      }
    }
    const sheet = await app.inject({
      url: '/desk/applications?format=csv',
      cookies: { session: 'demo-administrator-01' },
    });
    expect(sheet.statusCode).toBe(200);
    expect(sheet.body).toContain('HYPERLINK');
    expect(sheet.body).not.toMatch(/(^|[,;\n])"?=HYPERLINK/m);
  });

  test('in the address comes back as text', async () => {
    const evil = encodeURIComponent(`"><script>alert(1)</script>`);
    for (const url of [`/services?words=${evil}`, `/track?number=${evil}`, `/no-such-page/${evil}?lang=en`]) {
      const { body } = await app.inject({ url, headers: { accept: 'text/html' } });
      expect(body).not.toContain('<script>alert(1)');
    }
  });
});
