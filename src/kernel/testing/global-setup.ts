import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { makeTemplate, withConnection } from './template-database.ts';
import { startThrowAwayCluster } from './throw-away-cluster.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Connection string of the test server's owner; its database is not used. */
    readonly testServerUrl: string;
    /** Name of the migrated database to clone; all databases of this run begin with it. */
    readonly testTemplate: string;
    /** A folder that goes when the run ends. */
    readonly testFolder: string;
  }
}

/** One database server for the whole run: our own throw-away one, or the one of TEST_DATABASE_URL. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const outside = process.env.TEST_DATABASE_URL;
  const cluster = outside === undefined ? await startThrowAwayCluster() : undefined;
  const serverUrl = cluster?.url('postgres') ?? outside ?? '';
  const template = `test_${process.pid}`;
  await makeTemplate(serverUrl, template);
  project.provide('testServerUrl', serverUrl);
  project.provide('testTemplate', template);
  const folder = await mkdtemp(join(tmpdir(), 'prozoryi-run-'));
  // A database started by root runs as a lesser user, who must be let through.
  await chmod(folder, 0o755);
  project.provide('testFolder', folder);
  return async () => {
    await rm(folder, { recursive: true, force: true });
    await (cluster === undefined ? dropAll(serverUrl, template) : cluster.destroy());
  };
}

async function dropAll(serverUrl: string, prefix: string): Promise<void> {
  await withConnection(serverUrl, async (server) => {
    const { rows } = await server.query<{ datname: string }>(
      'select datname from pg_database where starts_with(datname, $1)',
      [prefix],
    );
    for (const { datname } of rows) {
      await server.query(`drop database if exists ${datname} with (force)`);
    }
  });
}
