import { Validator } from '@seriousme/openapi-schema-validator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cityHall } from './city-hall.ts';
import type { City } from './kernel/city.ts';
import { openApiDocument } from './kernel/http/openapi-document.ts';
import { schemaFields } from './kernel/http/schema-fields.ts';
import { makeTestCity } from './kernel/testing/make-test-city.ts';

let city: City;
beforeAll(async () => {
  city = await makeTestCity(cityHall);
});
afterAll(() => city.connections.close());

/** As it goes over the wire. */
const written = () => JSON.parse(JSON.stringify(openApiDocument(city)));

describe('the OpenAPI document of the whole house', () => {
  it('is sound by the rules of OpenAPI 3.1', async () => {
    const validator = new Validator();
    const result = await validator.validate(written());
    expect(result.errors ?? []).toEqual([]);
    expect(result.valid).toBe(true);
    expect(validator.version).toBe('3.1');
  });

  it('names every action and every query once, and the doors that are neither', () => {
    const { paths } = openApiDocument(city);
    const doors = [
      ...[...city.actions.keys()].map((name) => `/api/actions/${name}`),
      ...[...city.queries.keys()].map((name) => `/api/queries/${name}`),
      '/api/actions',
      '/api/figures',
      '/api/figures/{id}',
      '/api/figures/{id}/rows',
      '/live/hall/{hall}',
    ];
    expect(Object.keys(paths).toSorted()).toEqual(doors.toSorted());
    const ids = Object.values(paths).flatMap(({ get, post }) =>
      [get?.operationId, post?.operationId].filter(Boolean),
    );
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('asks a token of exactly those that a resident may not do', () => {
    const { paths } = openApiDocument(city);
    for (const [name, action] of city.actions) {
      const security = paths[`/api/actions/${name}`]?.post?.security;
      expect(security, name).toEqual(action.may.includes('resident') ? [] : [{ bearer: [] }]);
    }
  });

  it('leads each path to a tag that is told of', () => {
    const { paths, tags } = openApiDocument(city);
    const known = new Set(tags.map(({ name }) => name));
    for (const { get, post } of Object.values(paths)) {
      for (const tag of [...(get?.tags ?? []), ...(post?.tags ?? [])]) expect(known).toContain(tag);
    }
  });
});

describe('the table of fields', () => {
  it('shows what stands within objects, lists and what may be null', () => {
    const fields = schemaFields({
      type: 'object',
      required: ['list'],
      properties: {
        list: {
          type: 'array',
          items: {
            type: 'object',
            required: ['code'],
            properties: { code: { type: 'string', maxLength: 8 } },
          },
        },
        may: { anyOf: [{ type: 'integer', minimum: 1 }, { type: 'null' }] },
      },
    });
    expect(fields).toEqual([
      { path: 'list', type: 'object[]', required: true, note: '' },
      { path: 'list[].code', type: 'string', required: true, note: '≤ 8' },
      { path: 'may', type: 'integer | null', required: false, note: '≥ 1' },
    ]);
  });
});
