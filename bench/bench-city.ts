import { readFileSync } from 'node:fs';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { embeddedUrl, type RunningServer, startServer } from '../src/faults/running-city.ts';

/** A throw-away demo city: one server process on the embedded database, with fsync as in production. */
export interface BenchCity {
  readonly folder: string;
  readonly server: RunningServer;
  /** The owner's address of its database. */
  readonly database: string;
  /** Rows for the bench, made past the actions; the bench alone may do so. */
  sql<Row extends pg.QueryResultRow>(query: string, values?: readonly unknown[]): Promise<readonly Row[]>;
  /** Statements one by one, each ending a line with its semicolon. */
  script(text: string): Promise<void>;
  close(): Promise<void>;
}

export async function startBenchCity(): Promise<BenchCity> {
  const folder = await mkdtemp(join(tmpdir(), 'prozoryi-bench-'));
  await chmod(folder, 0o755);
  const dataDir = join(folder, 'data');
  const server = await startServer({ dataDir });
  const database = await embeddedUrl(dataDir);
  const owner = new pg.Client({ connectionString: database });
  await owner.connect();
  return {
    folder,
    server,
    database,
    sql: async (query, values = []) => (await owner.query(query, [...values])).rows,
    script: async (text) => {
      for (const statement of text.split(/;\n/)) if (statement.trim() !== '') await owner.query(statement);
    },
    close: async () => {
      await owner.end();
      await server.end('SIGTERM');
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A statement of `sql/` with what differs from city to city put in. */
export async function readStatement(city: BenchCity, name: string): Promise<string> {
  const text = await readFile(join(import.meta.dirname, 'sql', `${name}.sql`), 'utf8');
  const [ids] = await city.sql<Record<string, string>>(`
    select (select id from kernel.units where code = 'dnap-residence') as unit,
           (select id from kernel.units where code = 'centre') as centre,
           (select id from kernel.units where code = 'leadership') as leadership,
           (select id from kernel.staff where login = 'administrator-01') as staff,
           (select id::text from service_catalogue.service_versions where code = '01-01' limit 1) as version,
           (now() at time zone 'Europe/Kyiv')::date::text as day,
           extract(year from now() at time zone 'Europe/Kyiv')::text as year,
           (select rule::text from kernel.case_clocks limit 1) as rule,
           (select steps::text from kernel.case_clocks limit 1) as steps`);
  return Object.entries(ids ?? {}).reduce(
    (statement, [key, value]) => statement.replaceAll(`{${key}}`, value.replaceAll(/:(?=\w)/g, '\\u003a')),
    text,
  );
}

/** Megabytes that the server's process holds; undefined where the system does not tell. */
export function memoryOf(server: RunningServer): number | undefined {
  try {
    const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${server.pid}/status`, 'utf8'))?.[1];
    return kilobytes === undefined ? undefined : Number(kilobytes) / 1024;
  } catch {
    return undefined;
  }
}

/** Milliseconds of CPU that the server's process has used, whatever else the machine does; undefined where the system does not tell. */
export function cpuOf(server: RunningServer): number | undefined {
  try {
    const [, after = ''] = readFileSync(`/proc/${server.pid}/stat`, 'utf8').split(') ');
    const fields = after.split(' ');
    const ticks = Number(fields[11]) + Number(fields[12]);
    return ticks * MS_PER_TICK;
  } catch {
    return undefined;
  }
}

/** Linux counts in hundredths of a second. */
const MS_PER_TICK = 10;
