import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { AnyAction, AnyQuery } from '../actions/define.ts';
import type { City } from '../city.ts';

/** OpenAPI 3.1 from the definitions themselves, made once. */
export function openApiRoutes(app: FastifyInstance, city: City): void {
  let document: string | undefined;
  app.get('/api/openapi.json', (_request, reply) => {
    document ??= JSON.stringify(openApiDocument(city));
    return reply.type('application/json').send(document);
  });
}

const PROBLEM = {
  description: 'A sentence in Ukrainian and what to mend (RFC 9457)',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};

export function openApiDocument(city: City): object {
  const paths: Record<string, object> = {};
  for (const action of city.actions.values())
    paths[`/api/actions/${action.name}`] = { post: actionEntry(action) };
  for (const query of city.queries.values()) paths[`/api/queries/${query.name}`] = { get: queryEntry(query) };
  return {
    openapi: '3.1.0',
    info: {
      title: 'Прозорий офіс',
      version: '1',
      description: 'Усе, що можна зробити на сторінках, можна зробити й тут.',
    },
    paths,
    components: {
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } },
      schemas: {
        Problem: {
          type: 'object',
          required: ['type', 'title', 'status', 'detail'],
          properties: {
            type: { type: 'string' },
            title: { type: 'string' },
            status: { type: 'integer' },
            detail: { type: 'string' },
            errors: {
              type: 'array',
              items: {
                type: 'object',
                properties: { path: { type: 'string' }, message: { type: 'string' } },
              },
            },
          },
        },
      },
    },
  };
}

function common(definition: AnyAction | AnyQuery): object {
  return {
    operationId: definition.name,
    tags: [definition.name.split('.')[0]],
    summary: definition.title.uk,
    description: `${definition.title.en}. Roles: ${definition.may.join(', ')}`,
    ...(definition.may.includes('resident') ? {} : { security: [{ bearer: [] }] }),
    responses: {
      200: {
        description: 'OK',
        content: { 'application/json': { schema: schemaOf(definition.output, 'output') } },
      },
      '4XX': PROBLEM,
      503: PROBLEM,
    },
  };
}

function actionEntry(action: AnyAction): object {
  return {
    ...common(action),
    parameters: [
      { name: 'Idempotency-Key', in: 'header', required: true, schema: { type: 'string', maxLength: 200 } },
    ],
    requestBody: {
      required: true,
      content: { 'application/json': { schema: schemaOf(action.input, 'input') } },
    },
  };
}

function queryEntry(query: AnyQuery): object {
  return {
    ...common(query),
    parameters: [
      {
        name: 'input',
        in: 'query',
        description: 'The whole input as JSON; plain text fields may also be parameters of their own',
        content: { 'application/json': { schema: schemaOf(query.input, 'input') } },
      },
    ],
  };
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): object {
  return z.toJSONSchema(schema, { io, unrepresentable: 'any', target: 'draft-2020-12' });
}
