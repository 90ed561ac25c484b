import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { FastifyInstance } from 'fastify';
import type { City } from '../city.ts';
import { headsFile } from './published-heads.ts';

/** `/audit/heads.jsonl`: the published heads, for everyone's own copy. */
export function auditRoutes(app: FastifyInstance, city: City): void {
  const path = headsFile(city.settings.dataDir);
  app.get('/audit/heads.jsonl', async (_request, reply) => {
    const size = (await stat(path).catch(() => undefined))?.size ?? 0;
    reply.headers({
      'content-type': 'application/x-ndjson; charset=utf-8',
      'cache-control': 'no-cache',
      'access-control-allow-origin': '*',
      'x-content-type-options': 'nosniff',
    });
    // Up to the end it has now: the file grows while it is sent.
    return reply.send(size === 0 ? '' : createReadStream(path, { end: size - 1 }));
  });
}
