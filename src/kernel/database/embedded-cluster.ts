import { type ChildProcess, spawn } from 'node:child_process';
import { chown, type FileHandle, mkdir, open, readFile, realpath, rename, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import {
  createCluster,
  findPostmaster,
  hasCluster,
  removeStalePidFile,
  socketFolder,
} from './cluster-folder.ts';
import { type EmbeddedBinaries, findEmbeddedBinaries } from './embedded-binaries.ts';
import { commandAs, plainEnvironment, runProgram, type UnprivilegedUser } from './run-program.ts';
import { errorCode, reasonOf, StartProblem } from './start-problem.ts';
import { chooseUser, makeReachable } from './unprivileged-user.ts';

/** Fits a machine with 2 cores and 4 GB; durability is PostgreSQL's own default: fsync, synchronous commit. */
const SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: '',
  max_connections: '100',
  shared_buffers: '256MB',
  effective_cache_size: '1GB',
  work_mem: '16MB',
  maintenance_work_mem: '128MB',
  wal_level: 'replica',
  max_wal_size: '2GB',
  checkpoint_timeout: '10min',
  random_page_cost: '1.1',
  jit: 'off',
  timezone: 'UTC',
  // Statements and details of errors carry people's data: they stay out of the log.
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_line_prefix: '%m [%p] ',
};

export interface ClusterOptions {
  /** The cluster's own folder. Made when it is not there. */
  readonly folder: string;
  /** Password of the superuser `postgres`. */
  readonly password: string;
  readonly logFile: string;
  /** `application_name` of this process's connections, unlike any other's; begins with `prozoryi-ofis`. */
  readonly applicationName: string;
  /** More of postgresql.conf: `{ fsync: 'off' }` for throw-away tests. */
  readonly settings?: Readonly<Record<string, string>>;
}

/**
 * PostgreSQL as a child process of ours. It outlives a kill of this process; the next one attaches
 * to it. The last process that closes stops it.
 */
export class EmbeddedCluster {
  readonly #binaries: EmbeddedBinaries;
  readonly #options: ClusterOptions;
  readonly #user: UnprivilegedUser | undefined;
  #watch: NodeJS.Timeout | undefined;
  #starting: Promise<void> | undefined;

  private constructor(
    binaries: EmbeddedBinaries,
    options: ClusterOptions,
    user: UnprivilegedUser | undefined,
  ) {
    this.#binaries = binaries;
    this.#options = options;
    this.#user = user;
  }

  static async start(options: ClusterOptions): Promise<EmbeddedCluster> {
    const folder = resolve(options.folder);
    const binaries = await findEmbeddedBinaries();
    const user = await makeReachable(chooseUser(folder), binaries.postgres, folder);
    const cluster = new EmbeddedCluster(binaries, { ...options, folder }, user);
    await cluster.ensureRunning();
    return cluster;
  }

  get folder(): string {
    return this.#options.folder;
  }

  /** Connection string over the unix socket; `pg`, psql and pgbench understand it. */
  url(database: string, user = 'postgres', password = this.#options.password): string {
    const host = encodeURIComponent(socketFolder(this.folder));
    return `postgres://${user}:${encodeURIComponent(password)}@localhost/${database}?host=${host}`;
  }

  /** Starts the database, or attaches to it where another process has started it. */
  ensureRunning(): Promise<void> {
    this.#starting ??= this.#start().finally(() => {
      this.#starting = undefined;
    });
    return this.#starting;
  }

  /** Starts the database anew whenever it dies, until `release`. */
  keepAlive(report: (error: unknown) => void): void {
    this.#watch ??= setInterval(() => {
      findPostmaster(this.folder)
        .then((pid) => (pid === undefined ? this.ensureRunning() : undefined))
        .catch(report);
    }, 500).unref();
  }

  async #start(): Promise<void> {
    const { folder, password } = this.#options;
    if (!(await hasCluster(folder))) {
      await createCluster(this.#binaries, folder, password, this.#user);
    }
    const deadline = performance.now() + 60_000;
    while ((await findPostmaster(folder)) === undefined) {
      await removeStalePidFile(folder);
      const child = await this.#launch();
      if (await this.#becomesReady(child)) {
        return;
      }
      // Orphaned backends of a killed postmaster hold the shared memory for a moment; or another won.
      if (performance.now() > deadline || !(await this.#worthRetrying())) {
        throw await this.#startProblem();
      }
      await delay(300);
    }
    await this.#becomesReady(undefined);
  }

  async #launch(): Promise<ChildProcess> {
    const sockets = socketFolder(this.folder);
    if (sockets !== this.folder) {
      await mkdir(sockets, { recursive: true, mode: 0o700 });
      if (this.#user !== undefined) {
        await chown(sockets, this.#user.uid, this.#user.gid);
      }
    }
    const settings = { ...SETTINGS, unix_socket_directories: sockets, ...this.#options.settings };
    const log = await openLog(this.#options.logFile);
    try {
      const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
      const command = commandAs(this.#user, this.#binaries.postgres, [
        '-D',
        await realpath(this.folder),
        ...args,
      ]);
      // Its own process group: Ctrl-C in the terminal is for us, who stop the database in good order.
      const child = spawn(command.program, command.args, {
        ...command.owner,
        cwd: '/',
        env: plainEnvironment(),
        detached: true,
        stdio: ['ignore', log.fd, log.fd],
      });
      child.unref();
      return child;
    } finally {
      await log.close();
    }
  }

  /** True when the database answers; false when its process ended first. Recovery may take minutes. */
  async #becomesReady(child: ChildProcess | undefined): Promise<boolean> {
    for (let pause = 10; ; pause = Math.min(pause * 1.5, 300)) {
      const answer = await tryConnect(this.url('postgres'));
      if (answer === 'ready') {
        return true;
      }
      if (answer === 'wrong-password') {
        throw new StartProblem('secretMissing', { folder: this.folder });
      }
      const ended = child === undefined ? (await findPostmaster(this.folder)) === undefined : hasEnded(child);
      if (ended) {
        return false;
      }
      await delay(pause);
    }
  }

  async #worthRetrying(): Promise<boolean> {
    return /shared memory|lock file/.test(await this.#lastLogLines());
  }

  async #startProblem(): Promise<StartProblem> {
    const reason = await this.#lastLogLines();
    return new StartProblem('startFailed', { folder: this.folder, reason, log: this.#options.logFile });
  }

  async #lastLogLines(): Promise<string> {
    const text = await readFile(this.#options.logFile, 'utf8').catch(reasonOf);
    return text.trim().split('\n').slice(-3).join(' ');
  }

  /** Lets go of the database; stops it unless another process of ours is connected to it. */
  async release(): Promise<void> {
    clearInterval(this.#watch);
    this.#watch = undefined;
    await this.#starting?.catch(() => undefined);
    if ((await findPostmaster(this.folder)) === undefined || (await this.#isUsedByOthers())) {
      return;
    }
    await this.stop('fast');
  }

  async stop(mode: 'fast' | 'immediate'): Promise<void> {
    clearInterval(this.#watch);
    await runProgram(this.#binaries.pgCtl, ['stop', '-D', this.folder, '-m', mode, '-w', '-s'], {
      user: this.#user,
      cwd: '/',
    });
  }

  async #isUsedByOthers(): Promise<boolean> {
    const client = new pg.Client({ connectionString: this.url('postgres') });
    client.on('error', () => undefined);
    try {
      await client.connect();
      const { rows } = await client.query<{ n: string }>(
        `select count(*) as n from pg_stat_activity
         where backend_type = 'client backend' and application_name like 'prozoryi-ofis%'
           and not starts_with(application_name, $1)`,
        [this.#options.applicationName],
      );
      return Number(rows[0]?.n) > 0;
    } catch {
      return false;
    } finally {
      await client.end().catch(() => undefined);
    }
  }
}

const LARGEST_LOG = 10_000_000;

/** A long log makes room at a start; the one before it is kept. */
async function openLog(file: string): Promise<FileHandle> {
  const present = await stat(file).catch(() => undefined);
  if (present !== undefined && present.size > LARGEST_LOG) {
    await rename(file, `${file}.1`);
  }
  return open(file, 'a');
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

async function tryConnect(url: string): Promise<'ready' | 'wrong-password' | 'not-yet'> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return 'ready';
  } catch (error) {
    return errorCode(error) === '28P01' ? 'wrong-password' : 'not-yet';
  } finally {
    await client.end().catch(() => undefined);
  }
}
