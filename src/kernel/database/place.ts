import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { APP_LOGIN, ensureAppLogin } from './app-role.ts';
import { keepSecret } from './data-folder.ts';
import { EmbeddedCluster } from './embedded-cluster.ts';
import { connectionConfig, connectPatiently } from './pool.ts';
import { reasonOf, StartProblem } from './start-problem.ts';

/** Where the city's database is, and as whom to go there. */
export interface Place {
  readonly url: string;
  readonly ownerUrl: string;
  readonly applicationName: string;
  readonly cluster: EmbeddedCluster | undefined;
}

const DATABASE_NAME = 'prozoryi_ofis';

export async function openPlace(options: {
  readonly dataDir: string;
  readonly databaseUrl?: string | undefined;
  readonly databaseOwnerUrl?: string | undefined;
}): Promise<Place> {
  if (options.databaseUrl === undefined) {
    return openEmbedded(options.dataDir);
  }
  return {
    url: options.databaseUrl,
    ownerUrl: options.databaseOwnerUrl ?? options.databaseUrl,
    applicationName: 'prozoryi-ofis',
    cluster: undefined,
  };
}

async function openEmbedded(dataDir: string): Promise<Place> {
  const folder = join(dataDir, 'postgres');
  if (existsSync(folder) && !existsSync(join(dataDir, 'secrets', 'postgres-owner'))) {
    throw new StartProblem('secretMissing', { folder: dataDir });
  }
  const password = await keepSecret(dataDir, 'postgres-owner');
  const appPassword = await keepSecret(dataDir, 'postgres-app');
  await mkdir(join(dataDir, 'logs'), { recursive: true });
  const applicationName = `prozoryi-ofis ${process.pid}-${randomBytes(4).toString('hex')}`;
  const cluster = await EmbeddedCluster.start({
    applicationName,
    folder,
    password,
    logFile: join(dataDir, 'logs', 'postgres.log'),
  });
  await withOwner({ ownerUrl: cluster.url('postgres'), applicationName }, async (owner) => {
    await ensureAppLogin(owner, appPassword);
    const { rowCount } = await owner.query('select from pg_database where datname = $1', [DATABASE_NAME]);
    if (rowCount === 0) {
      await owner.query(`create database ${DATABASE_NAME}`).catch(ignoreMadeByOther);
    }
  });
  return {
    url: cluster.url(DATABASE_NAME, APP_LOGIN, appPassword),
    ownerUrl: cluster.url(DATABASE_NAME),
    applicationName,
    cluster,
  };
}

function ignoreMadeByOther(error: unknown): void {
  if (!(error instanceof pg.DatabaseError) || (error.code !== '42P04' && error.code !== '23505')) {
    throw error;
  }
}

/** A connection of the owner for a piece of work: no statement timeout. */
export async function withOwner<T>(
  { ownerUrl: url, applicationName }: Pick<Place, 'ownerUrl' | 'applicationName'>,
  work: (client: pg.Client) => Promise<T>,
  patienceMs?: number,
): Promise<T> {
  const client = await connectPatiently(async () => {
    const fresh = new pg.Client(
      connectionConfig({
        url,
        applicationName: `${applicationName} owner`,
        asApp: false,
        statementTimeoutMs: 0,
      }),
    );
    fresh.on('error', () => undefined);
    await fresh.connect();
    return fresh;
  }, patienceMs).catch((error: unknown) => {
    throw new StartProblem('unreachable', { address: withoutPassword(url), reason: reasonOf(error) }, error);
  });
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function withoutPassword(url: string): string {
  return url.replace(/:\/\/[^@/]*@/, '://…@').replace(/\?.*$/, '');
}
