import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { Readable } from 'node:stream';
import { errorCode, reasonOf, StartProblem } from '../start-problem.ts';

/** Saves an outside database with its own tool; a dump is one snapshot. */
export async function dumpDatabase(url: string, file: string): Promise<void> {
  const child = runTool('pg_dump', url, ['--format=custom', '--no-owner']);
  await Promise.all([pipeline(child.stdout, createWriteStream(file, { mode: 0o600 })), child.done]);
}

/** Brings a dump into an empty database, in one transaction. */
export async function loadDump(url: string, dump: Readable): Promise<void> {
  const child = runTool('pg_restore', url, [
    '--no-owner',
    '--exit-on-error',
    '--single-transaction',
    '--no-comments',
  ]);
  await Promise.all([pipeline(dump, child.stdin), child.done]);
}

/** The password goes by the environment: arguments can be read by everyone on the machine. */
function runTool(tool: string, url: string, args: readonly string[]) {
  const address = new URL(url);
  const password = decodeURIComponent(address.password);
  address.password = '';
  const child = spawn(tool, [...args, '--dbname', address.href], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: password === '' ? process.env : { ...process.env, PGPASSWORD: password },
  });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => {
    said = (said + chunk.toString('utf8')).slice(-4_096);
  });
  const done = new Promise<void>((resolve, reject) => {
    child.once('error', (error) => {
      reject(
        errorCode(error) === 'ENOENT'
          ? new StartProblem('toolMissing', { tool }, error)
          : new StartProblem('toolFailed', { tool, reason: reasonOf(error) }, error),
      );
    });
    child.once('close', (code) => {
      if (code === 0) {
        resolve();
      } else {
        reject(new StartProblem('toolFailed', { tool, reason: said.trim() }));
      }
    });
  });
  return { stdin: child.stdin, stdout: child.stdout, done };
}
