import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EmbeddedCluster } from '../database/embedded-cluster.ts';

/** Nothing of it must survive: no fsync, small memory. */
const SETTINGS = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  shared_buffers: '128MB',
  autovacuum: 'off',
  max_wal_size: '4GB',
  wal_level: 'minimal',
  max_wal_senders: '0',
};

export interface ThrowAwayCluster {
  /** Connection string of the superuser to a database of the cluster. */
  url(database: string): string;
  destroy(): Promise<void>;
}

/** A database server in a temporary folder that keeps nothing. */
export async function startThrowAwayCluster(): Promise<ThrowAwayCluster> {
  const parent = await mkdtemp(join(tmpdir(), 'prozoryi-test-'));
  await chmod(parent, 0o755);
  const cluster = await EmbeddedCluster.start({
    folder: join(parent, 'postgres'),
    password: 'throw-away',
    applicationName: 'prozoryi-ofis test',
    logFile: join(parent, 'postgres.log'),
    settings: SETTINGS,
  });
  return {
    url: (database) => cluster.url(database),
    destroy: async () => {
      await cluster.stop('immediate');
      await rm(parent, { recursive: true, force: true });
    },
  };
}
