import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { sql } from 'kysely';
import { z } from 'zod';
import { notFound, Refusal } from '../actions/refusal.ts';
import { type Actor, actorIdOf } from '../actions/actor.ts';
import type { City } from '../city.ts';
import { contentDisposition } from '../http/content-disposition.ts';
import type { Transaction } from '../database/database.ts';
import { requireOwnOrigin } from '../http/origin-check.ts';
import { actorOf, tokenOf } from '../http/visitor.ts';
import { mayOpenFile, openFile, type StoredFile } from './files.ts';
import { storePhoto } from './store-photo.ts';
import { storeUpload } from './store-upload.ts';

/**
 * `POST /api/files` takes one file (multipart), `POST /api/photos` a photograph from anyone; `GET /files/:id` gives
 * a file to those who may see it.
 */
export function fileRoutes(app: FastifyInstance, city: City): void {
  app.post('/api/files', (request, reply) => postFile(city, request, reply, storeUpload));
  app.post('/api/photos', (request, reply) => postFile(city, request, reply, storePhoto));
  app.get<{ Params: { id: string } }>('/files/:id', (request, reply) => sendFile(city, request, reply));
}

async function postFile(
  city: City,
  request: FastifyRequest,
  reply: FastifyReply,
  store: typeof storeUpload,
): Promise<unknown> {
  if (tokenOf(request)?.from !== 'bearer') requireOwnOrigin(request);
  const actor = await actorOf(city, request);
  const part = request.isMultipart() ? await request.file() : undefined;
  if (part === undefined) throw new Refusal('files:refusals.noFile', {}, 422);
  const file = await store(city, actor, { name: part.filename, bytes: await part.toBuffer() });
  return reply.status(201).send({
    fileId: file.id,
    name: file.name,
    type: file.type,
    size: file.size,
    sha256: file.sha256.toString('hex'),
  });
}

/** Always as an attachment, never guessed at by the browser: what people upload is not run in our name. */
async function sendFile(
  city: City,
  request: FastifyRequest<{ Params: { id: string } }>,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const id = z.uuid().safeParse(request.params.id);
  if (!id.success) throw notFound('files:refusals.noSuchFile');
  const actor = await actorOf(city, request);
  const now = city.clock.now();
  const { file, bytes } = await city.connections.database.transaction().execute(async (tx) => {
    const opened = await openFile(tx, city.settings.dataDir, id.data);
    // Whoever may not see it does not learn that it is there.
    if (!(await mayOpen(city, tx, actor, opened.file))) throw notFound('files:refusals.noSuchFile');
    await journalLook(tx, actor, opened.file, now);
    return opened;
  });
  return reply
    .headers({
      'content-type': file.type,
      'content-length': file.size,
      'content-disposition': contentDisposition(file.name),
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    })
    .send(bytes);
}

/** By the kernel's own rule, or because a system knows the person for whom the paper is. */
async function mayOpen(city: City, tx: Transaction, actor: Actor, file: StoredFile): Promise<boolean> {
  if (await mayOpenFile(tx, actor, file)) return true;
  for (const system of city.systems) {
    if (await system.mayOpenFile?.(tx, actor, file)) return true;
  }
  return false;
}

async function journalLook(tx: Transaction, actor: Actor, file: StoredFile, now: Date): Promise<void> {
  const subjects = [
    { kind: 'file', id: file.id },
    ...(file.case_id === null ? [] : [{ kind: 'case', id: file.case_id }]),
  ];
  await sql`
    insert into kernel.audit_journal
      (kind, occurred_at, recorded_at, name, actor_id, actor_name, actor_roles, unit_id, subjects)
    values ('look', ${now}, ${now}, 'files.open-file', ${actorIdOf(actor)}, ${actor.kind === 'staff' ? actor.name : null}, ${actor.roles}, ${actor.unitId},
            ${JSON.stringify(subjects)}::jsonb)`.execute(tx);
}
