import { sql } from 'kysely';
import type { Actor } from '../actions/actor.ts';
import { Refusal } from '../actions/refusal.ts';
import type { City } from '../city.ts';
import { passHourlyBrake } from '../database/hourly-brake.ts';
import type { Transaction } from '../database/database.ts';
import { FILE_LIMIT_MB, type NewFile, type StoredFile } from './files.ts';
import { makePhoto } from './make-photo.ts';
import { enterUpload } from './store-upload.ts';

/** From all who did not sign in together: a hundred people an hour with five photographs each. */
export const PHOTOS_AN_HOUR = 500;

/**
 * Takes a photograph from anyone and keeps it without its metadata; what was sent is not kept. The deed that
 * uses it gets the file's id in its input and calls `attachFile`.
 * @throws Refusal 413, 415, 422, 429.
 */
export async function storePhoto(
  city: City,
  actor: Actor,
  { name, bytes }: Pick<NewFile, 'name' | 'bytes'>,
): Promise<StoredFile> {
  if (bytes.length > FILE_LIMIT_MB * 1024 * 1024) throw tooLarge(name);
  const { database } = city.connections;
  if (actor.kind === 'resident' && actor.resident === null) {
    await database
      .transaction()
      .execute((tx) =>
        passHourlyBrake(
          tx,
          'kernel.photo_hours',
          city.clock.now(),
          PHOTOS_AN_HOUR,
          'files:refusals.manyPhotos',
        ),
      );
  }
  const { small, width, height, ...photo } = await makePhoto(name, bytes);
  return database.transaction().execute(async (tx) => {
    const file = await enterUpload(tx, city, actor, { name, bytes: photo.bytes });
    await sql`
      insert into kernel.photos (file_id, width, height, small)
      values (${file.id}, ${width}, ${height}, ${small})`.execute(tx);
    return file;
  });
}

export function tooLarge(name: string): Refusal {
  return new Refusal('files:refusals.tooLargeNamed', { name: name.slice(0, 120), limit: FILE_LIMIT_MB }, 413);
}

/** The ids that are photographs, of those given. */
export async function findPhotos(tx: Transaction, fileIds: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`
    select file_id as id from kernel.photos where file_id = any(${[...fileIds]}::uuid[])`.execute(tx);
  return new Set(rows.map(({ id }) => id));
}
