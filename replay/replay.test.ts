import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { makeUsedDataFolder } from '../src/kernel/testing/data-folder.ts';

const ROOT = join(import.meta.dirname, '..');
const SCALE = '0.002';

interface Started {
  readonly process: ChildProcess;
  readonly said: () => string;
  readonly ended: Promise<number | null>;
}

function start(file: string, args: readonly string[], env: Record<string, string>): Started {
  const child = spawn(process.execPath, ['--import', 'tsx', join(ROOT, file), ...args], {
    cwd: ROOT,
    env: { ...process.env, LOG_LEVEL: 'warn', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (text += String(chunk)));
  const ended = once(child, 'close').then(([code]: unknown[]) => (typeof code === 'number' ? code : null));
  return { process: child, said: () => text, ended };
}

async function freePort(): Promise<string> {
  const server = createServer().listen(0);
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address !== null ? String(address.port) : '0';
}

async function until(what: string, isSo: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 1_800; tries++) {
    if (await isSo()) return;
    await sleep(50);
  }
  throw new Error(`It never came to this: ${what}`);
}

describe('npm run replay', () => {
  it('brings a year once, though server and replay are killed in its midst', async () => {
    const dataDir = await makeUsedDataFolder();
    const port = await freePort();
    const url = `http://localhost:${port}`;
    const env = { DATA_DIR: dataDir, PORT: port };
    const state = join(dataDir, 'replay.json');
    const args = ['--year', '2020', '--scale', SCALE, '--url', url, '--state', state, '--step', '150'];
    let server = await startServer(env, url);
    onTestFinished(async () => {
      server.process.kill('SIGTERM');
      await server.ended;
    });

    const first = start('replay/replay.ts', args, env);
    await until('the first checkpoint', () => existsSync(state) || hasEnded(first));
    server.process.kill('SIGKILL');
    await server.ended;
    const atKill = readFileSync(state, 'utf8');
    server = await startServer(env, url);
    await until(
      'a checkpoint after the restart',
      () => readFileSync(state, 'utf8') !== atKill || hasEnded(first),
    );
    expect(hasEnded(first), first.said()).toBe(false);
    first.process.kill('SIGKILL');
    await first.ended;

    const second = start('replay/replay.ts', args, env);
    expect([await second.ended, second.said()]).toEqual([0, expect.stringContaining('Готово')]);
    expect(second.said()).toContain('Продовжую після');

    const verify = start('replay/verify.ts', ['--scale', SCALE, '--url', url], env);
    expect([await verify.ended, verify.said()]).toEqual([0, expect.stringContaining('Усе збігається')]);

    // A year that is there already changes nothing, also where the checkpoint is lost.
    const again = start('replay/replay.ts', [...args.slice(0, -4), '--state', `${state}.lost`], env);
    expect([await again.ended, again.said()]).toEqual([0, expect.stringContaining('Готово')]);
    const unchanged = start('replay/verify.ts', ['--scale', SCALE, '--url', url], env);
    expect([await unchanged.ended, unchanged.said()]).toEqual([0, expect.stringContaining('Усе збігається')]);
  }, 600_000);

  it('says in a sentence that no server runs', async () => {
    const replay = start('replay/replay.ts', ['--url', `http://localhost:${await freePort()}`], {});
    expect(await replay.ended).toBe(1);
    expect(replay.said()).toContain('Запустіть сервер: npm start');
    expect(replay.said()).not.toMatch(/^ +at /m);
  });
});

async function startServer(env: Record<string, string>, url: string): Promise<Started> {
  const server = start('src/main.ts', [], env);
  await until('a ready server', async () => {
    if (hasEnded(server)) throw new Error(server.said());
    const response = await fetch(`${url}/readyz`).catch(() => undefined);
    return response?.ok === true;
  });
  return server;
}

function hasEnded({ process: { exitCode, signalCode } }: Started): boolean {
  return exitCode !== null || signalCode !== null;
}
