import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const ROOT = join(import.meta.dirname, '..', '..');
const KEPT_LINES = 40;

export interface RunningCity {
  /** `http://localhost:38471` */
  readonly origin: string;
  stop(): Promise<void>;
}

/** The real server process with the demo city, on a free port and a folder that goes when it stops. */
export async function startCity(): Promise<RunningCity> {
  const parent = await mkdtemp(join(tmpdir(), 'prozoryi-stories-'));
  // A database started by root runs as a lesser user, who must be let through.
  await chmod(parent, 0o755);
  const server = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts'], {
    cwd: ROOT,
    env: {
      ...process.env,
      PORT: '0',
      DATA_DIR: join(parent, 'data'),
      DATABASE_URL: '',
      DEMO: '1',
      LOG_LEVEL: 'info',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: string[] = [];
  const note = (line: string) => void (said.push(line) > KEPT_LINES && said.shift());
  createInterface({ input: server.stderr }).on('line', note);
  const opening = new Promise<string>((opened, failed) => {
    createInterface({ input: server.stdout }).on('line', (line) => {
      note(line);
      const port = /"address":"http:\/\/[^"]*:(\d+)"/.exec(line)?.[1];
      if (port !== undefined) opened(port);
    });
    server.once('exit', (code) => failed(new Error(`The server ended with ${code}:\n${said.join('\n')}`)));
  });
  const stop = async () => {
    if (server.exitCode === null) {
      server.kill('SIGTERM');
      await once(server, 'exit');
    }
    await rm(parent, { recursive: true, force: true });
  };
  try {
    return { origin: `http://localhost:${await opening}`, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
