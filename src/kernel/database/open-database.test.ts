import { spawn } from 'node:child_process';
import { chmod, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { makeDataFolder, makeUsedDataFolder } from '../testing/data-folder.ts';
import { type CityDatabase, openDatabase } from './open-database.ts';
import { StartProblem } from './start-problem.ts';

const NOW = new Date('2026-03-01T08:00:00Z');

async function open(dataDir: string): Promise<CityDatabase> {
  const city = await openDatabase({ dataDir, migrations: [], now: NOW });
  onTestFinished(() => city.close());
  return city;
}

async function postmasterOf(dataDir: string): Promise<number> {
  return Number((await readFile(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')[0]);
}

async function makeDeeds(city: CityDatabase): Promise<void> {
  await city.withOwner((owner) => owner.query('create table kernel.deeds (n int primary key)'));
}

/** Another server process on the folder: makes deeds until it is killed, and says which are done. */
async function serveElsewhere(dataDir: string): Promise<{ kill: () => Promise<number> }> {
  const module = JSON.stringify(join(import.meta.dirname, 'open-database.ts'));
  const program = `
    import { openDatabase } from ${module};
    const city = await openDatabase({ dataDir: process.argv[1], migrations: [], now: new Date(0) });
    for (let n = 1; ; n++) {
      await city.pool.query('insert into kernel.deeds values ($1)', [n]);
      process.stdout.write(n + '\\n');
    }`;
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program, dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  while (said.length < 50) {
    await delay(20);
  }
  return {
    kill: async () => {
      child.kill('SIGKILL');
      await new Promise((resolve) => child.once('close', resolve));
      return Number(said.trim().split('\n').at(-1));
    },
  };
}

describe('the embedded database', () => {
  it('keeps what was written over a stop and a start, and leaves no process behind', async () => {
    const dataDir = await makeDataFolder();
    const first = await openDatabase({ dataDir, migrations: [], now: NOW });
    await makeDeeds(first);
    await first.pool.query('insert into kernel.deeds values (7)');
    const pid = await postmasterOf(dataDir);
    await first.close();
    expect(() => process.kill(pid, 0)).toThrow('ESRCH');
    const second = await open(dataDir);
    expect((await second.pool.query('select n from kernel.deeds')).rows).toEqual([{ n: 7 }]);
  });

  it('sorts Ukrainian words as Ukrainians do', async () => {
    const city = await open(await makeUsedDataFolder());
    const { rows } = await city.pool.query(
      `select string_agg(w, ' ' order by w) as words from unnest(array['яма', 'єнот', 'ґава', 'гай', 'їжак', 'дім', 'ива', 'іній', 'Ель']) w`,
    );
    expect(rows).toEqual([{ words: 'гай ґава дім Ель єнот ива іній їжак яма' }]);
  });

  it('serves two processes, and outlives the kill of the one that started it', async () => {
    const dataDir = await makeUsedDataFolder();
    const first = await openDatabase({ dataDir, migrations: [], now: NOW });
    await makeDeeds(first);
    await first.close();
    const other = await serveElsewhere(dataDir);
    const city = await open(dataDir);
    const pid = await postmasterOf(dataDir);
    const done = await other.kill();
    const { rows } = await city.pool.query('select count(*) as n from kernel.deeds where n <= $1', [done]);
    expect(rows).toEqual([{ n: done }]);
    expect(await postmasterOf(dataDir)).toBe(pid);
  });

  it('does not stop the database under another process', async () => {
    const dataDir = await makeUsedDataFolder();
    const city = await open(dataDir);
    const other = await openDatabase({ dataDir, migrations: [], now: NOW });
    await other.close();
    expect((await city.pool.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
    expect(await city.isReady()).toBe(true);
  });

  it('comes back after a kill of the database itself, with every acknowledged row', async () => {
    const dataDir = await makeUsedDataFolder();
    const city = await open(dataDir);
    await makeDeeds(city);
    const heard: string[] = [];
    let gaps = 0;
    await city.listen(
      'deeds',
      (payload) => heard.push(payload),
      () => (gaps += 1),
    );
    const acknowledged: number[] = [];
    let n = 0;
    let killed = false;
    while (acknowledged.length < 300) {
      n += 1;
      const deed = n;
      await city.pool.query('insert into kernel.deeds values ($1)', [deed]).then(
        () => acknowledged.push(deed),
        () => undefined,
      );
      if (acknowledged.length === 100 && !killed) {
        killed = true;
        process.kill(await postmasterOf(dataDir), 'SIGKILL');
      }
    }
    const { rows } = await city.pool.query<{ n: number }>('select n from kernel.deeds');
    expect(rows.map((row) => row.n)).toEqual(expect.arrayContaining(acknowledged));
    await expect.poll(() => gaps, { timeout: 10_000 }).toBe(1);
    await city.notify('deeds', 'hello');
    await expect.poll(() => heard).toEqual(['hello']);
  });

  it('starts where a pid file of another life names a stranger’s process', async () => {
    const dataDir = await makeUsedDataFolder();
    const first = await openDatabase({ dataDir, migrations: [], now: NOW });
    await first.close();
    await writeFile(join(dataDir, 'postgres', 'postmaster.pid'), `${process.pid}\n/elsewhere\n`);
    const city = await open(dataDir);
    expect(await city.isReady()).toBe(true);
  });
});

describe('a data folder closed to all but root', () => {
  it.runIf(process.getuid?.() === 0)('is passed by the database, or refused with a sentence', async () => {
    const dataDir = await makeUsedDataFolder();
    await chmod(dirname(dataDir), 0o700);
    const outcome = await open(dataDir).then(
      (city) => city.isReady(),
      (error: unknown) => error instanceof StartProblem && error.key === 'notTraversable',
    );
    expect(outcome).toBe(true);
  });
});

describe('a data folder that is not ours', () => {
  it.each([
    ['foreignFolder', async (dataDir: string) => writeFile(join(dataDir, 'thesis.docx'), '')],
    ['foreignFolder', async (dataDir: string) => writeFile(join(dataDir, 'prozoryi-ofis.json'), 'hello')],
    [
      'newerFormat',
      async (dataDir: string) => writeFile(join(dataDir, 'prozoryi-ofis.json'), '{"format":99}'),
    ],
    [
      'secretMissing',
      async (dataDir: string) => {
        await writeFile(join(dataDir, 'prozoryi-ofis.json'), '{"format":1}');
        await mkdir(join(dataDir, 'postgres'));
      },
    ],
  ])('is refused with a sentence: %s', async (key, spoil) => {
    const dataDir = await makeDataFolder();
    await mkdir(dataDir);
    await spoil(dataDir);
    await expect(openDatabase({ dataDir, migrations: [], now: NOW })).rejects.toMatchObject({
      name: 'StartProblem',
      key,
      message: expect.stringContaining(dataDir),
    });
  });

  it('is refused when it is a file', async () => {
    const dataDir = await makeDataFolder();
    await writeFile(dataDir, '');
    await expect(openDatabase({ dataDir, migrations: [], now: NOW })).rejects.toMatchObject({
      key: 'notAFolder',
    });
  });

  it('is refused when its database is of another version or lost its files', async () => {
    const dataDir = await makeUsedDataFolder();
    const version = join(dataDir, 'postgres', 'PG_VERSION');
    await writeFile(version, '14\n');
    await expect(openDatabase({ dataDir, migrations: [], now: NOW })).rejects.toMatchObject({
      key: 'otherMajor',
    });
    await rm(version);
    await expect(openDatabase({ dataDir, migrations: [], now: NOW })).rejects.toMatchObject({
      key: 'damagedDatabase',
    });
    await writeFile(version, '18\n');
    await rm(join(dataDir, 'postgres', 'global', 'pg_control'));
    await expect(openDatabase({ dataDir, migrations: [], now: NOW })).rejects.toMatchObject({
      key: 'startFailed',
    });
  });

  it('names an outside database that does not answer, without its password', async () => {
    const dataDir = await makeDataFolder();
    const databaseUrl = 'postgres://city:hush@127.0.0.1:9/city';
    const opening = openDatabase({ dataDir, databaseUrl, migrations: [], now: NOW, patienceMs: 0 });
    await expect(opening).rejects.toMatchObject({
      key: 'unreachable',
      message: expect.stringMatching(/^((?!hush).)*$/s),
    });
  });
});
