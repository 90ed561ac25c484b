import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { Readable } from 'node:stream';
import { errorCode, reasonOf, StartProblem } from '../start-problem.ts';

/** Saves an outside database with its own tool; a dump is one snapshot. */
export async function dumpDatabase(url: string, file: string): Promise<void> {
  const child = runTool('pg_dump', ['--format=custom', '--no-owner', '--dbname', url]);
  await Promise.all([pipeline(child.stdout, createWriteStream(file, { mode: 0o600 })), child.done]);
}

/** Brings a dump into an empty database, in one transaction. */
export async function loadDump(url: string, dump: Readable): Promise<void> {
  const child = runTool('pg_restore', [
    '--no-owner',
    '--exit-on-error',
    '--single-transaction',
    '--clean',
    '--if-exists',
    '--dbname',
    url,
  ]);
  await Promise.all([pipeline(dump, child.stdin), child.done]);
}

function runTool(tool: string, args: readonly string[]) {
  const child = spawn(tool, [...args], { stdio: ['pipe', 'pipe', 'pipe'] });
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
