import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import pg from 'pg';
import { socketFolder } from '../kernel/database/cluster-folder.ts';

const ROOT = join(import.meta.dirname, '..', '..');

export interface RunningServer {
  /** `http://127.0.0.1:40123` */
  readonly url: string;
  readonly pid: number;
  /** Sends a signal and resolves with the exit code when the process is gone; null = killed. */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

export interface ServerSettings {
  readonly dataDir: string;
  readonly databaseUrl?: string;
  /** Any free one where it is left out. */
  readonly port?: number;
}

/** The server as the IT person starts it, in a process of its own; resolves when its doors are open. */
export async function startServer(settings: ServerSettings): Promise<RunningServer> {
  const child = runScript('src/main.ts', settings);
  const errors = textOf(child.stderr);
  const address = await Promise.race([readAddress(child), exitOf(child)]);
  if (typeof address !== 'string') throw new Error(`the server did not start: ${await errors}`);
  const { pid } = child;
  if (pid === undefined) throw new Error('the server has no process');
  return {
    url: address,
    pid,
    end: async (signal) => {
      const exit = exitOf(child);
      child.kill(signal);
      return exit;
    },
  };
}

/** One of the house's commands with the server's settings; resolves when it ended. */
export async function runCommand(
  script: string,
  settings: ServerSettings,
): Promise<{ readonly code: number | null; readonly said: string; readonly errors: string }> {
  const child = runScript(script, settings);
  const said = textOf(child.stdout);
  const errors = textOf(child.stderr);
  const code = await exitOf(child);
  return { code, said: await said, errors: await errors };
}

function runScript(script: string, { dataDir, databaseUrl, port }: ServerSettings): ChildProcess {
  return spawn(
    process.execPath,
    ['--max-semi-space-size=16', '--max-old-space-size=384', '--import', 'tsx', join(ROOT, script)],
    {
      cwd: ROOT,
      env: {
        ...process.env,
        PORT: String(port ?? 0),
        DATA_DIR: dataDir,
        DATABASE_URL: databaseUrl ?? '',
        DEMO: '1',
        LOG_LEVEL: 'info',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
}

/** The server tells where it listens in its log; the log is read on, or the pipe would fill up. */
async function readAddress(child: ChildProcess): Promise<string> {
  const { stdout } = child;
  if (stdout === null) throw new Error('the server has no output');
  return new Promise((resolve) => {
    createInterface({ input: stdout }).on('line', (line) => {
      const address = /"address":"http:\/\/[^":]+:(\d+)"/.exec(line)?.[1];
      if (address !== undefined) resolve(`http://127.0.0.1:${address}`);
    });
  });
}

async function exitOf(child: ChildProcess): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  return child.exitCode;
}

async function textOf(stream: NodeJS.ReadableStream | null): Promise<string> {
  let text = '';
  for await (const chunk of stream ?? []) text += String(chunk);
  return text;
}

/** The owner's address of the embedded database in a DATA_DIR. */
export async function embeddedUrl(dataDir: string): Promise<string> {
  const password = (await readFile(join(dataDir, 'secrets', 'postgres-owner'), 'utf8')).trim();
  const host = encodeURIComponent(socketFolder(join(dataDir, 'postgres')));
  return `postgres://postgres:${password}@localhost/prozoryi_ofis?host=${host}`;
}

/** The process of the embedded database. */
export async function postmasterOf(dataDir: string): Promise<number> {
  const [pid] = (await readFile(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8')).split('\n');
  return Number(pid);
}

/** Rows as they stand, read past the server. */
export async function readRows<Row extends pg.QueryResultRow>(
  url: string,
  query: string,
  values: readonly unknown[] = [],
): Promise<readonly Row[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Row>(query, [...values])).rows;
  } finally {
    await client.end();
  }
}
