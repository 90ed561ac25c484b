import type { FastifyInstance } from 'fastify';
import type { City } from '../city.ts';
import { openApiDocument } from './openapi-document.ts';

/** `/api/openapi.json`, made once; the page to read it is `/api`. */
export function openApiRoutes(app: FastifyInstance, city: City): void {
  let document: string | undefined;
  app.get('/api/openapi.json', (_request, reply) => {
    document ??= JSON.stringify(openApiDocument(city));
    return reply.type('application/json').send(document);
  });
}
