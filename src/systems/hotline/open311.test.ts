import type { FastifyInstance } from 'fastify';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { City } from '../../kernel/city.ts';
import { buildServer } from '../../kernel/http/server.ts';
import { seedCity } from '../../kernel/start-city.ts';
import { makeTestCity } from '../../kernel/testing/make-test-city.ts';
import { addressRegister } from '../address-register/system.ts';
import { appeals } from '../appeals/system.ts';
import { serviceCatalogue } from '../service-catalogue/system.ts';
import { staff } from '../staff/system.ts';
import { hotline } from './system.ts';

let city: City;
let app: FastifyInstance;
beforeAll(async () => {
  city = await makeTestCity([serviceCatalogue, staff, addressRegister, appeals, hotline]);
  await seedCity(city);
  app = await buildServer(city, { pages: [], routes: [] });
}, 60_000);
afterAll(async () => {
  await app.close();
  await city.connections.close();
});

describe('Open311 GeoReport v2', () => {
  const get = (path: string) => app.inject({ url: `/open311/v2${path}` });
  const post = (path: string, form: Record<string, string>) =>
    app.inject({
      method: 'POST',
      url: `/open311/v2${path}`,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams(form).toString(),
    });
  const parser = new XMLParser({
    isArray: (name) => ['service', 'request', 'error', 'attribute', 'value'].includes(name),
  });
  const parse = (xml: string) => {
    expect(XMLValidator.validate(xml)).toBe(true);
    return parser.parse(xml) as Record<string, Record<string, Record<string, unknown>[]>>;
  };

  it('is discovered, and says the same in XML and JSON', async () => {
    const found = (await get('/discovery.json')).json();
    expect(found.endpoints[0]).toMatchObject({
      specification: 'http://wiki.open311.org/GeoReport_v2',
      formats: ['text/xml', 'application/json'],
    });
    const json = (await get('/services.json')).json();
    const answer = await get('/services.xml');
    expect(answer.headers['content-type']).toBe('text/xml; charset=utf-8');
    const { services } = parse(answer.body);
    expect(services?.['service']?.map((one) => one['service_code'])).toEqual(
      json.map((one: { service_code: string }) => one.service_code),
    );
    for (const service of json)
      expect(Object.keys(service)).toEqual(
        expect.arrayContaining([
          'service_code',
          'service_name',
          'description',
          'metadata',
          'type',
          'keywords',
          'group',
        ]),
      );
    const definition = parse((await get('/services/road.xml')).body)['service_definition'];
    expect(definition).toMatchObject({
      service_code: 'road',
      attributes: { attribute: [{ code: 'danger' }] },
    });
  });

  it('takes a request, finds it by id, filters and pages', async () => {
    const answer = await post('/requests.json', {
      service_code: 'road',
      lat: '48.5079',
      long: '32.2623',
      description: 'Яма <глибока> & широка',
      last_name: 'Гончар',
      'attribute[danger]': 'yes',
    });
    expect(answer.statusCode).toBe(201);
    const [{ service_request_id: id }] = answer.json();
    const [one] = (await get(`/requests/${id}.json`)).json();
    expect(one).toMatchObject({ status: 'open', service_code: 'road', lat: 48.5079, long: 32.2623 });
    expect(one.requested_datetime).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
    const xml = parse((await get(`/requests/${id}.xml`)).body);
    expect(xml['service_requests']?.['request']?.[0]?.['service_request_id']).toBe(id);
    const open = (await get('/requests.json?service_code=road&status=open')).json();
    expect(
      open.every(
        (line: Record<string, string>) => line['service_code'] === 'road' && line['status'] === 'open',
      ),
    ).toBe(true);
    const pages = [1, 2].map((page) => get(`/requests.json?page_size=2&page=${page}`));
    const [first = [], second = []] = (await Promise.all(pages)).map((page) => page.json());
    expect(first).toHaveLength(2);
    expect(
      first.some((line: { service_request_id: string }) =>
        second.some(
          (other: { service_request_id: string }) => other.service_request_id === line.service_request_id,
        ),
      ),
    ).toBe(false);
    const none = await get('/requests.json?start_date=2019-01-01T00:00:00Z&end_date=2019-02-01T00:00:00Z');
    expect(none.json()).toEqual([]);
    expect(JSON.stringify(open)).not.toMatch(/Гончар|глибока/);
  });

  it.each([
    ['/services/nothing.xml', 404],
    ['/requests/nothing.xml', 404],
    ['/services.xml?jurisdiction_id=paris.fr', 404],
    ['/requests.xml?status=maybe', 400],
    ['/requests.xml?start_date=yesterday', 400],
    ['/requests.xml?page=0', 400],
  ])('refuses %s in its own words', async (path, status) => {
    const xml = await get(path);
    expect(xml.statusCode).toBe(status);
    const [error] = parse(xml.body)['errors']?.['error'] ?? [];
    expect(error).toMatchObject({ code: status, description: expect.any(String) });
    const json = await get(path.replace('.xml', '.json'));
    expect(json.json()[0]).toMatchObject({ code: status });
  });

  it('refuses a post without a service, with a wrong one, without a place, with a false key', async () => {
    const given = { service_code: 'road', description: 'Яма на дорозі', lat: '48.5', long: '32.2' };
    const statuses = [
      await post('/requests.xml', { ...given, service_code: '' }),
      await post('/requests.xml', { ...given, service_code: 'nothing' }),
      await post('/requests.xml', { service_code: 'road', description: 'Яма на дорозі' }),
      await post('/requests.xml', { ...given, lat: 'north' }),
      await post('/requests.xml', { ...given, api_key: 'false' }),
    ].map((answer) => {
      expect(parse(answer.body)['errors']?.['error']?.length).toBeGreaterThan(0);
      return answer.statusCode;
    });
    expect(statuses).toEqual([400, 404, 400, 400, 403]);
  });
});
