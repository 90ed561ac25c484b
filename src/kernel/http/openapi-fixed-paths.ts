import { BATCH_LIMIT } from '../actions/perform-batch.ts';
import {
  FORBIDDEN,
  type JsonSchema,
  type OpenApiDocument,
  type Operation,
  type Parameter,
} from './openapi-parts.ts';

const text = (description: string, more: JsonSchema = {}): JsonSchema => ({
  type: 'string',
  description,
  ...more,
});
const day = (name: string, description: string): Parameter => ({
  name,
  in: 'query',
  description,
  schema: { type: 'string', format: 'date' },
});

const batch: Operation = {
  operationId: 'batch',
  tags: ['batch'],
  summary: 'До 500 подій минулого одним запитом',
  description: `Up to ${BATCH_LIMIT} deeds of the past in one transaction. Each entry has its own key; refused entries do not hold back the others. Roles: integrator`,
  security: [{ bearer: [] }],
  requestBody: {
    required: true,
    content: {
      'application/json': {
        schema: {
          type: 'object',
          required: ['actions'],
          properties: {
            actions: {
              type: 'array',
              minItems: 1,
              maxItems: BATCH_LIMIT,
              items: {
                type: 'object',
                required: ['action', 'key', 'occurred_at', 'input'],
                properties: {
                  action: text('Назва дії, яку дозволено переносити', { maxLength: 100 }),
                  key: text('Власний ключ події: повтор нічого не змінює', { minLength: 1, maxLength: 200 }),
                  occurred_at: text('Коли це сталося', { format: 'date-time' }),
                  on_behalf_of: text('Логін працівника, який це зробив; без нього – мешканець', {
                    maxLength: 100,
                  }),
                  input: { description: 'Те саме, що приймає дія' },
                },
              },
            },
          },
        },
      },
    },
  },
  responses: {
    200: {
      description: 'Відповідь на кожну подію, в тому самому порядку',
      content: {
        'application/json': {
          schema: {
            type: 'object',
            required: ['results'],
            properties: {
              results: {
                type: 'array',
                items: {
                  type: 'object',
                  required: ['key', 'status'],
                  properties: {
                    key: { type: 'string' },
                    status: { type: 'integer' },
                    output: { description: 'Відповідь дії, коли status 200' },
                    problem: { $ref: '#/components/schemas/Problem' },
                  },
                },
              },
            },
          },
        },
      },
    },
    ...FORBIDDEN,
  },
};

const figureId: Parameter = {
  name: 'id',
  in: 'path',
  required: true,
  description: 'Назва цифри з переліку /api/figures',
  schema: { type: 'string' },
};

function open(
  operation: Pick<Operation, 'operationId' | 'tags' | 'summary' | 'description' | 'parameters'>,
): Operation {
  return {
    ...operation,
    security: [],
    responses: { 200: { description: 'OK', content: { 'application/json': { schema: {} } } }, ...FORBIDDEN },
  };
}

const figureList = open({
  operationId: 'figures.list',
  tags: ['figures'],
  summary: 'Перелік цифр з означеннями',
  description: 'Every figure: what it counts, its unit and dimensions',
});

const figureValue = open({
  operationId: 'figures.value',
  tags: ['figures'],
  summary: 'Значення цифри за період і його частини',
  description:
    'The value, its breakdown and the SQL it was counted by. Any dimension may also be a parameter: ?sector=social',
  parameters: [
    figureId,
    day('from', 'Перший день, типово 1 січня'),
    day('to', 'Останній день, типово сьогодні'),
    {
      name: 'by',
      in: 'query',
      description: 'Один або два виміри через кому: sector,month',
      schema: { type: 'string' },
    },
  ],
});

const figureRows = open({
  operationId: 'figures.rows',
  tags: ['figures'],
  summary: 'Рядки, з яких пораховано цифру',
  description: 'The rows behind a cell, without personal data',
  parameters: [
    figureId,
    day('from', 'Перший день'),
    day('to', 'Останній день'),
    {
      name: 'limit',
      in: 'query',
      description: 'Скільки рядків, до 1000',
      schema: { type: 'integer', minimum: 1, maximum: 1000 },
    },
    { name: 'after', in: 'query', description: 'Ключ, з якого продовжити', schema: { type: 'string' } },
    {
      name: 'format',
      in: 'query',
      description: 'Файл замість сторінки',
      schema: { type: 'string', enum: ['xlsx', 'csv'] },
    },
  ],
});

const liveHall: Operation = {
  ...open({
    operationId: 'live.hall',
    tags: ['live'],
    summary: 'Живе табло залу',
    description: 'Server-sent events: the state of the hall at every change',
    parameters: [
      { name: 'hall', in: 'path', required: true, description: 'Код залу: main', schema: { type: 'string' } },
    ],
  }),
  responses: {
    200: { description: 'Потік подій', content: { 'text/event-stream': { schema: { type: 'string' } } } },
    ...FORBIDDEN,
  },
};

/** What is no action and no query of a system. */
export const FIXED_PATHS: OpenApiDocument['paths'] = {
  '/api/actions': { post: batch },
  '/api/figures': { get: figureList },
  '/api/figures/{id}': { get: figureValue },
  '/api/figures/{id}/rows': { get: figureRows },
  '/live/hall/{hall}': { get: liveHall },
};
