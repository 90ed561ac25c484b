import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type Actor, hasRole } from '../../../kernel/actions/actor.ts';
import { notFound } from '../../../kernel/actions/refusal.ts';
import type { City } from '../../../kernel/city.ts';
import { openFile } from '../../../kernel/files/files.ts';
import { actorOf } from '../../../kernel/http/visitor.ts';
import { getPhoto, readSmallPhoto, type TicketPhoto } from './photo-store.ts';

type Asked = FastifyRequest<{ Params: { id: string } }>;

/** Published photographs for everyone, the others for those who work on the ticket. */
export function photoRoutes(app: FastifyInstance, city: City): void {
  app.get('/problems/photos/:id', (request: Asked, reply) => send(city, request, reply, 'whole'));
  app.get('/problems/photos/:id/small', (request: Asked, reply) => send(city, request, reply, 'small'));
}

async function send(city: City, request: Asked, reply: FastifyReply, size: 'whole' | 'small') {
  const id = z.uuid().safeParse(request.params.id);
  if (!id.success) throw notFound('hotline:refusals.noSuchPhoto');
  const actor = await actorOf(city, request);
  const { database } = city.connections;
  const { photo, bytes } = await database.transaction().execute(async (tx) => {
    const found = await getPhoto(tx, id.data);
    if (!maySee(actor, found)) throw notFound('hotline:refusals.noSuchPhoto');
    const small = size === 'small' ? await readSmallPhoto(tx, found.id) : undefined;
    return { photo: found, bytes: small ?? (await openFile(tx, city.settings.dataDir, found.id)).bytes };
  });
  // Hidden again, it must be gone within minutes from the stores on the way too.
  const cache = photo.state === 'published' ? 'public, max-age=300' : 'private, no-store';
  return reply
    .headers({
      'content-type': 'image/jpeg',
      'content-disposition': 'inline',
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': photo.state === 'published' ? 'cross-origin' : 'same-origin',
      'cache-control': cache,
    })
    .send(bytes);
}

function maySee(actor: Actor, { state, unitId }: TicketPhoto): boolean {
  if (state === 'published' || hasRole(actor, 'operator', 'leader', 'auditor')) return true;
  return hasRole(actor, 'specialist') && unitId !== null && unitId === actor.unitId;
}
