import { spawn } from 'node:child_process';
import type { UnprivilegedUser } from './unprivileged-user.ts';

export interface Outcome {
  readonly code: number | null;
  readonly output: string;
}

/** Runs a program to its end and collects what it says (last 64 kB). */
export function runProgram(
  program: string,
  args: readonly string[],
  options: { readonly user?: UnprivilegedUser | undefined; readonly cwd?: string } = {},
): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, [...args], {
      ...options.user,
      ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
      env: plainEnvironment(),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const collect = (chunk: Buffer): void => {
      output = (output + chunk.toString('utf8')).slice(-65_536);
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, output }));
  });
}

/** PG* variables of the surroundings must not lead our own database astray. */
export function plainEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !name.startsWith('PG'));
  return { ...Object.fromEntries(kept), LC_ALL: 'C', TZ: 'UTC' };
}
