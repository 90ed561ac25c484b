import { sql } from 'kysely';
import { type Actor, actorIdOf, STAFF_ROLES } from '../actions/actor.ts';
import { requireEntry } from '../actions/permission.ts';
import { hashPersonal } from '../audit/redact.ts';
import type { City } from '../city.ts';
import { type NewFile, saveFile, type StoredFile } from './files.ts';

/**
 * Takes a file from a signed-in person, in a transaction of its own, and journals it. The deed that uses it
 * gets the file's id in its input and calls `attachFile`.
 */
export async function storeUpload(
  city: City,
  actor: Actor,
  upload: Pick<NewFile, 'name' | 'bytes'>,
): Promise<StoredFile> {
  if (actor.resident === null) requireEntry({ may: STAFF_ROLES }, actor);
  const recordedAt = city.clock.now();
  return city.connections.database.transaction().execute(async (tx) => {
    const file = await saveFile({ tx, actor, recordedAt }, city.settings.dataDir, upload);
    const input = {
      name: hashPersonal(file.name, city.secrets.auditKey),
      type: file.type,
      size: file.size,
      sha256: file.sha256.toString('hex'),
    };
    await sql`
      insert into kernel.audit_journal
        (kind, occurred_at, recorded_at, name, actor_id, actor_name, actor_roles, unit_id, subjects, input)
      values ('action', ${recordedAt}, ${recordedAt}, 'files.store-file', ${actorIdOf(actor)}, ${actor.kind === 'staff' ? actor.name : null}, ${actor.roles},
              ${actor.unitId}, ${JSON.stringify([{ kind: 'file', id: file.id }])}::jsonb, ${JSON.stringify(input)}::jsonb)`.execute(
      tx,
    );
    return file;
  });
}
