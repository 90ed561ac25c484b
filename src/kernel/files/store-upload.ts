import { sql } from 'kysely';
import { type Actor, actorIdOf, STAFF_ROLES } from '../actions/actor.ts';
import { Refusal } from '../actions/refusal.ts';
import { requireEntry } from '../actions/permission.ts';
import { kyivDate } from '../calendar/kyiv-time.ts';
import type { Transaction } from '../database/database.ts';
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
  return city.connections.database.transaction().execute((tx) => enterUpload(tx, city, actor, upload));
}

/** Bytes, row and the journal's entry. Says nothing of who may upload: its callers do. */
export async function enterUpload(
  tx: Transaction,
  city: City,
  actor: Actor,
  upload: Pick<NewFile, 'name' | 'bytes'>,
): Promise<StoredFile> {
  const recordedAt = city.clock.now();
  await countUpload(tx, actor, upload.bytes.length, recordedAt);
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
}

/** A day of a whole family's scans; more is no application. */
const DAY_LIMIT_MB = 200;

/** One statement counts and judges, so that many uploads at once are bounded too. @throws Refusal 429. */
async function countUpload(tx: Transaction, { resident }: Actor, bytes: number, now: Date): Promise<void> {
  if (resident === null) return;
  const limit = DAY_LIMIT_MB * 1024 * 1024;
  const { rows } = await sql`
    insert into kernel.upload_days as d (account_id, day, bytes)
    values (${resident.accountId}, ${kyivDate(now)}::date, ${bytes})
    on conflict (account_id, day) do update set bytes = d.bytes + excluded.bytes
      where d.bytes + excluded.bytes <= ${limit}
    returning day`.execute(tx);
  if (rows.length === 0) throw new Refusal('files:refusals.dayFull', { limit: DAY_LIMIT_MB }, 429);
}
