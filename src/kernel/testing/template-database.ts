import pg from 'pg';
import { findMigrations } from '../database/found-migrations.ts';
import { ensureJournalPartitions } from '../database/journal-partitions.ts';
import { migrate } from '../database/migrate.ts';
import { reasonOf } from '../database/start-problem.ts';

/** Tests live in any year; partitions of the journal are made from here on. */
const FIRST_MONTH = new Date('2026-01-01T00:00:00Z');

export function withDatabase(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
}

export async function withConnection<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/**
 * Makes an empty, migrated database to clone. A system whose migration fails is left out with a
 * word on the terminal, so that it spoils no other's tests; `migrate.test.ts` fails for it.
 */
export async function makeTemplate(serverUrl: string, name: string): Promise<void> {
  await withConnection(serverUrl, (server) => server.query(`create database ${name}`));
  await withConnection(withDatabase(serverUrl, name), async (owner) => {
    const appUser = owner.user ?? 'postgres';
    const sources = findMigrations();
    try {
      await migrate(owner, sources, appUser);
    } catch (error) {
      process.stderr.write(`${reasonOf(error)}\n`);
      for (const source of sources) {
        await migrate(owner, [source], appUser).catch(() => undefined);
      }
    }
    await ensureJournalPartitions(owner, FIRST_MONTH);
  });
}
