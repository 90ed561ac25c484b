import { XMLParser, XMLValidator } from 'fast-xml-parser';
import type { FastifyInstance } from 'fastify';
import Open311 from 'open311';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { City } from '../../../kernel/city.ts';
import { buildServer } from '../../../kernel/http/server.ts';
import { seedCity } from '../../../kernel/start-city.ts';
import { makeTestCity } from '../../../kernel/testing/make-test-city.ts';
import { addressRegister } from '../../address-register/system.ts';
import { appeals } from '../../appeals/system.ts';
import { serviceCatalogue } from '../../service-catalogue/system.ts';
import { staff } from '../../staff/system.ts';
import { hotline } from '../system.ts';
import { definition, errors, posted, requests, services, tokens } from './geo-report-fixture.ts';

let city: City;
let app: FastifyInstance;
let endpoint: string;
beforeAll(async () => {
  city = await makeTestCity([serviceCatalogue, staff, addressRegister, appeals, hotline]);
  await seedCity(city);
  app = await buildServer(city, { pages: [], routes: [] });
  endpoint = `${await app.listen({ port: 0, host: '127.0.0.1' })}/open311/v2`;
}, 60_000);
afterAll(async () => {
  await app.close();
  await city.connections.close();
});

/** What the client calls back with. */
function answerOf<T extends z.ZodType>(
  schema: T,
  ask: (told: (error: unknown, answer: unknown) => void) => void,
): Promise<z.output<T>> {
  return new Promise((resolve, reject) => {
    ask((error, answer) => {
      if (error) reject(new Error(String(answer)));
      else resolve(schema.parse(answer));
    });
  });
}

const json = async (path: string) => (await fetch(`${endpoint}${path}`)).json();
const post = (body: FormData | URLSearchParams, headers: Record<string, string> = {}) =>
  fetch(`${endpoint}/requests.json`, { method: 'POST', body, headers });
const pit = { service_code: 'road', lat: '48.5079', long: '32.2623', description: 'Яма перед школою' };

describe('the client of Code for America', () => {
  it('discovers us, reads what may be asked, files, follows its token and finds the request again', async () => {
    const client = new Open311({ discovery: `${endpoint}/discovery.json`, apiKey: 'demo-integrator' });
    await answerOf(z.looseObject({}), (told) => client.serviceDiscovery({ cache: true }, told));
    expect([client.endpoint, client.format]).toEqual([`${endpoint}/`, 'json']);
    const [service] = await answerOf(services, (told) => client.serviceList(told));
    const code = service?.service_code ?? '';
    const { attributes } = await answerOf(definition, (told) => client.serviceDefinition(code, told));
    const request = { ...pit, service_code: code, attributes: { [attributes[0]?.code ?? '']: 'yes' } };
    const [done] = await answerOf(posted, (told) => client.submitRequest(request, told));
    const id = 'service_request_id' in done ? done.service_request_id : '';
    const [{ service_request_id: same }] = await answerOf(tokens, (told) => client.token(id, told));
    expect(same).toBe(id);
    // The client makes moments of the dates, so the shape is checked where it is read bare.
    const found = z.array(z.looseObject({ service_request_id: z.string(), requested_datetime: z.date() }));
    const [one] = await answerOf(found, (told) => client.serviceRequests(id, told));
    expect(one).toMatchObject({ service_code: code, status: 'open', lat: 48.5079 });
    const open = await answerOf(found, (told) =>
      client.serviceRequests({ status: 'open', page_size: 3 }, told),
    );
    expect(open).toHaveLength(3);
    const other = open.find(({ service_request_id: any }) => any !== id)?.service_request_id ?? '';
    const both = await answerOf(found, (told) =>
      client.serviceRequests([id, other], { status: 'closed' }, told),
    );
    expect(both.map(({ service_request_id: any }) => any).toSorted()).toEqual([id, other].toSorted());
  });

  it('is told in words what is wrong', async () => {
    const client = new Open311({ endpoint: `${endpoint}/`, apiKey: 'false' });
    await expect(answerOf(z.unknown(), (told) => client.submitRequest(pit, told))).rejects.toThrow('api_key');
    await expect(answerOf(z.unknown(), (told) => client.token('nothing', told))).rejects.toThrow('404');
  });
});

describe('every answer, field by field', () => {
  it('is what the standard says, and the same in XML', async () => {
    const list = services.parse(await json('/services.json'));
    for (const { service_code: code } of list) definition.parse(await json(`/services/${code}.json`));
    const read = requests.parse(await json('/requests.json?page_size=30'));
    const parser = new XMLParser({ parseTagValue: false, isArray: (name) => name === 'request' });
    const xml = await (await fetch(`${endpoint}/requests.xml?page_size=30`)).text();
    expect(XMLValidator.validate(xml)).toBe(true);
    const { service_requests: root } = z
      .object({ service_requests: z.object({ request: z.array(z.record(z.string(), z.string())) }) })
      .parse(parser.parse(xml));
    const texts = read.map((one) =>
      Object.fromEntries(
        Object.entries(one).map(([name, value]) => [name, value === null ? '' : String(value)]),
      ),
    );
    expect(root.request).toEqual(texts);
  });

  it('pages without a gap or a repeat, newest first', async () => {
    const all = requests.parse(await json('/requests.json?page_size=20'));
    const pages = await Promise.all(
      [1, 2, 3, 4].map((page) => json(`/requests.json?page_size=5&page=${page}`)),
    );
    expect(pages.flatMap((page) => requests.parse(page))).toEqual(all);
  });

  it('keeps to ninety days', async () => {
    const asked = async (query: string) => (await fetch(`${endpoint}/requests.json?${query}`)).status;
    expect(await asked('start_date=2026-01-01T00:00:00Z&end_date=2026-03-31T23:59:59Z')).toBe(200);
    expect(await asked('start_date=2026-01-01T00:00:00Z&end_date=2026-06-01T00:00:00Z')).toBe(400);
    expect(await asked('start_date=2026-01-01T00:00:00%2B02:00')).toBe(200);
    expect(requests.parse(await json('/requests.json?start_date=2019-01-01T00:00:00Z'))).toEqual([]);
    // An argument that is there and empty is as if it were not.
    expect(await json('/requests.json?status=&service_code=&start_date=&page_size=2')).toEqual(
      await json('/requests.json?page_size=2'),
    );
  });
});

describe('a post', () => {
  it('that does not want to wait gets a token, and its number by it; what is wrong is said at once', async () => {
    const later = await post(new URLSearchParams(pit), { prefer: 'respond-async' });
    expect(later.status).toBe(202);
    const [answer] = posted.parse(await later.json());
    const token = 'token' in answer ? answer.token : '';
    const [entered] = tokens.parse(await json(`/tokens/${token}.json`));
    expect(requests.parse(await json(`/requests/${entered.service_request_id}.json`))).toHaveLength(1);
    const short = new URLSearchParams({ ...pit, description: '' });
    expect((await post(short, { prefer: 'respond-async' })).status).toBe(400);
  });

  it('may hold pictures; a link to one is told on and never fetched', async () => {
    const asked: string[] = [];
    const other = await buildServer(city, { pages: [], routes: [] });
    other.addHook('onRequest', async (request) => void asked.push(request.url));
    const stranger = await other.listen({ port: 0, host: '127.0.0.1' });
    const form = new FormData();
    for (const [name, value] of Object.entries({ ...pit, media_url: `${stranger}/pit.jpg` }))
      form.set(name, value);
    const bytes = await sharp({ create: { width: 9, height: 9, channels: 3, background: '#888' } })
      .jpeg()
      .toBuffer();
    form.append('media', new Blob([new Uint8Array(bytes)]), 'pit.jpg');
    const [done] = posted.parse(await (await post(form)).json());
    const [request] = requests.parse(
      await json(`/requests/${'service_request_id' in done ? done.service_request_id : ''}.json`),
    );
    // Until a moderator has looked at it.
    expect(request?.media_url).toBeNull();
    expect(asked).toEqual([]);
    await other.close();
  });

  it.each([
    ['a link that is no web address', { media_url: 'file:///etc/passwd' }, 400],
    ['a description too long', { description: 'я'.repeat(4001) }, 400],
    ['half a point', { long: '' }, 400],
    ['an answer that is not offered', { 'attribute[danger]': 'perhaps' }, 400],
    ['a house that is no id', { address_id: '1' }, 400],
    ['no service', { service_code: '' }, 400],
    ['an unknown service', { service_code: 'moon' }, 404],
    ['another city', { jurisdiction_id: 'paris.fr' }, 404],
    ['a false key', { api_key: 'false' }, 403],
  ])('is refused with %s', async (_what, more, status) => {
    const answer = await post(new URLSearchParams({ ...pit, ...more }));
    expect(answer.status).toBe(status);
    for (const { code } of errors.parse(await answer.json())) expect(code).toBe(status);
  });
});
