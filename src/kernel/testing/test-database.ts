import { randomBytes } from 'node:crypto';
import { inject } from 'vitest';
import { type CityDatabase, connectCity } from '../database/open-database.ts';
import { withConnection, withDatabase } from './template-database.ts';

/** Clones are made one after another: PostgreSQL lets nobody else use the template meanwhile. */
const CLONE_LOCK = 7_226_401_932;

/**
 * An empty, migrated database of one's own, on the run's throw-away server. `close()` drops it.
 * The application's connection is the lesser role, as in production; `withOwner` is the owner.
 */
export async function createTestDatabase(
  options: { readonly poolSize?: number } = {},
): Promise<CityDatabase> {
  const serverUrl = inject('testServerUrl');
  const template = inject('testTemplate');
  const name = `${template}_${randomBytes(5).toString('hex')}`;
  await withConnection(serverUrl, async (server) => {
    await server.query('select pg_advisory_lock($1)', [CLONE_LOCK]);
    await server.query(`create database ${name} template ${template} strategy file_copy`);
  });
  const url = withDatabase(serverUrl, name);
  const city = connectCity(
    { url, ownerUrl: url, applicationName: 'prozoryi-ofis test', cluster: undefined },
    options.poolSize,
  );
  return {
    ...city,
    close: async () => {
      await city.close();
      await withConnection(serverUrl, (server) =>
        server.query(`drop database if exists ${name} with (force)`),
      );
    },
  };
}
