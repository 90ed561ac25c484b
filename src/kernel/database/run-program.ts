import { spawn } from 'node:child_process';

/** The user as whom the embedded database runs. */
export interface UnprivilegedUser {
  readonly uid: number;
  readonly gid: number;
  /** Goes through folders closed to it, by CAP_DAC_OVERRIDE and nothing more. */
  readonly passesClosedFolders: boolean;
}

interface Command {
  readonly program: string;
  readonly args: string[];
  readonly owner: { readonly uid?: number; readonly gid?: number };
}

/** What to spawn so that the program runs as the user; undefined = as ourselves. */
export function commandAs(
  user: UnprivilegedUser | undefined,
  program: string,
  args: readonly string[],
): Command {
  if (user?.passesClosedFolders !== true) {
    return { program, args: [...args], owner: user === undefined ? {} : { uid: user.uid, gid: user.gid } };
  }
  const key = '-all,+dac_override';
  const as = [`--reuid=${user.uid}`, `--regid=${user.gid}`, '--clear-groups'];
  // Without no_setuid_fixup the kernel's access(2) would not see the capability.
  const caps = [
    '--inh-caps',
    key,
    '--ambient-caps',
    key,
    '--securebits',
    '+no_setuid_fixup',
    '--bounding-set',
    key,
  ];
  return { program: 'setpriv', args: [...as, ...caps, program, ...args], owner: {} };
}

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
    const command = commandAs(options.user, program, args);
    const child = spawn(command.program, command.args, {
      ...command.owner,
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
