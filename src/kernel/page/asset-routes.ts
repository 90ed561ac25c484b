import type { FastifyInstance } from 'fastify';
import { Refusal } from '../actions/refusal.ts';
import type { Asset } from './assets.ts';

/** Styles, scripts and fonts; their addresses change with their content, so they are kept for a year. */
export function assetRoutes(app: FastifyInstance, assets: ReadonlyMap<string, Asset>): void {
  app.get('/assets/*', { config: { rateLimit: false } }, (request, reply) => {
    const asset = assets.get(request.url.split('?')[0] ?? '');
    if (asset === undefined) throw new Refusal('http:faults.noSuchPage', {}, 404);
    return reply
      .header('cache-control', 'public, max-age=31536000, immutable')
      .type(asset.type)
      .send(asset.bytes);
  });
}
