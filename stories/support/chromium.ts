import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { inflate } from '@sparticuz/chromium';
import { type BrowserServer, chromium } from 'playwright-core';

const run = promisify(execFile);
const ROOT = join(import.meta.dirname, '..', '..');
const PACKAGE = join(ROOT, 'node_modules', '@sparticuz', 'chromium');
const DEBIAN = '/usr/bin/chromium';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

interface Executable {
  readonly path: string;
  /** Libraries that a bare machine lacks. */
  readonly libraries?: string;
}

/**
 * A running Chromium: the one named by `CHROMIUM`, the npm package's own, Debian's; on a machine
 * that has apt and lets us, Debian's is installed. Throws a sentence where none of them runs.
 */
export async function startChromium(): Promise<BrowserServer> {
  const named = process.env['CHROMIUM'];
  const ways =
    named === undefined ? [unpackChromium, findDebians, installDebians] : [async () => ({ path: named })];
  const reasons: string[] = [];
  for (const way of ways) {
    try {
      const found = await way();
      if (found !== undefined) return await launch(found);
    } catch (error) {
      reasons.push(error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error));
    }
  }
  throw new Error(
    `No Chromium runs here. Install one (Debian: apt-get install chromium) or name it in CHROMIUM=/path/to/chromium.\n${reasons.join('\n')}`,
  );
}

/** Launches and opens a page, for a Chromium without its libraries fails only then. */
async function launch({ path, libraries }: Executable): Promise<BrowserServer> {
  const env = { ...process.env, ...(libraries === undefined ? {} : { LD_LIBRARY_PATH: libraries }) };
  const server = await chromium.launchServer({ executablePath: path, args: FLAGS, headless: true, env });
  try {
    const browser = await chromium.connect(server.wsEndpoint());
    await (await browser.newPage()).goto('about:blank');
    await browser.close();
    return server;
  } catch (error) {
    await server.close();
    throw error;
  }
}

/** The package's archives unpacked once a version; renamed when whole, so that a broken run leaves no half of it. */
async function unpackChromium(): Promise<Executable> {
  const { version } = JSON.parse(readFileSync(join(PACKAGE, 'package.json'), 'utf8')) as { version: string };
  const cache = join(ROOT, 'node_modules', '.cache');
  const folder = join(cache, `chromium-${version}`);
  if (!existsSync(folder)) {
    await mkdir(cache, { recursive: true });
    const fresh = await mkdtemp(join(cache, 'unpacking-'));
    await unpackInto(fresh);
    // Two runs at once: the second finds it there, and keeps what the first made.
    await rename(fresh, folder).catch(() => rm(fresh, { recursive: true, force: true }));
  }
  return { path: join(folder, 'chromium'), libraries: join(folder, 'al2023', 'lib') };
}

/** The package unpacks into the temporary folder and nowhere else. */
async function unpackInto(folder: string): Promise<void> {
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = folder;
  try {
    const archives = ['chromium.br', 'al2023.tar.br'].map((name) => inflate(join(PACKAGE, 'bin', name)));
    await Promise.all(archives);
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
}

async function findDebians(): Promise<Executable | undefined> {
  return existsSync(DEBIAN) ? { path: DEBIAN } : undefined;
}

async function installDebians(): Promise<Executable | undefined> {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '-qq'], { env });
  await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], { env });
  return findDebians();
}
