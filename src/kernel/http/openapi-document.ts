import { z } from 'zod';
import type { AnyAction, AnyQuery } from '../actions/define.ts';
import type { City } from '../city.ts';
import { FIXED_PATHS } from './openapi-fixed-paths.ts';
import {
  FORBIDDEN,
  type JsonSchema,
  type OpenApiDocument,
  type Operation,
  PROBLEM_SCHEMA,
} from './openapi-parts.ts';

/** OpenAPI 3.1 of the whole house: actions and queries from their definitions, the rest by hand. */
export function openApiDocument(city: City): OpenApiDocument {
  const actions = [...city.actions.values()].map((action) => [
    `/api/actions/${action.name}`,
    { post: actionEntry(action) },
  ]);
  const queries = [...city.queries.values()].map((query) => [
    `/api/queries/${query.name}`,
    { get: queryEntry(query) },
  ]);
  return {
    openapi: '3.1.0',
    info: {
      title: 'Прозорий офіс',
      version: '1',
      description: 'Усе, що можна зробити на сторінках, можна зробити й тут.',
      license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
    },
    servers: [{ url: '/' }],
    tags: [
      ...city.systems.map(({ name, title }) => ({ name, description: title.uk })),
      { name: 'figures', description: 'Відкриті цифри міста' },
      { name: 'batch', description: 'Перенесення минулого' },
      { name: 'live', description: 'Живі табло' },
    ],
    paths: { ...Object.fromEntries(actions), ...Object.fromEntries(queries), ...FIXED_PATHS },
    components: {
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } },
      schemas: { Problem: PROBLEM_SCHEMA },
    },
  };
}

function common(definition: AnyAction | AnyQuery): Operation {
  const isOpen = definition.may.includes('resident');
  return {
    operationId: definition.name,
    tags: [definition.name.split('.')[0] ?? ''],
    summary: definition.title.uk,
    description: `${definition.title.en}. Roles: ${definition.may.join(', ')}`,
    security: isOpen ? [] : [{ bearer: [] }],
    responses: {
      200: {
        description: 'OK',
        content: { 'application/json': { schema: schemaOf(definition.output, 'output') } },
      },
      ...FORBIDDEN,
    },
    'x-roles': definition.may,
  };
}

function actionEntry(action: AnyAction): Operation {
  return {
    ...common(action),
    parameters: [
      {
        name: 'Idempotency-Key',
        in: 'header',
        required: true,
        description:
          'Ваш власний ключ запиту: повтор із тим самим ключем нічого не змінює і дає ту саму відповідь',
        schema: { type: 'string', minLength: 1, maxLength: 200 },
      },
    ],
    requestBody: {
      required: true,
      content: { 'application/json': { schema: schemaOf(action.input, 'input') } },
    },
    'x-importable': action.importable,
  };
}

function queryEntry(query: AnyQuery): Operation {
  return {
    ...common(query),
    parameters: [
      {
        name: 'input',
        in: 'query',
        description: 'Усі поля одним JSON; прості текстові поля можна передати й окремими параметрами',
        content: { 'application/json': { schema: schemaOf(query.input, 'input') } },
      },
      {
        name: 'X-Reason',
        in: 'header',
        description: 'Навіщо ви дивитеся персональні дані; лишається в журналі аудиту',
        schema: { type: 'string' },
      },
    ],
  };
}

/** JSON Schema of what comes in or goes out, without the dialect's own line: the document names it once. */
function schemaOf(schema: z.ZodType, io: 'input' | 'output'): JsonSchema {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    target: 'draft-2020-12',
  });
  return rest;
}
