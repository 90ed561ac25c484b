import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, truncate, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { makeDataFolder, makeUsedDataFolder } from '../../testing/data-folder.ts';
import { type CityDatabase, openDatabase } from '../open-database.ts';
import { backUp } from './back-up.ts';
import { restore } from './restore.ts';

const NOW = new Date('2026-03-01T08:00:00Z');
const PLACE = { databaseUrl: undefined, databaseOwnerUrl: undefined, now: NOW };

async function open(dataDir: string): Promise<CityDatabase> {
  const city = await openDatabase({ dataDir, migrations: [], now: NOW });
  onTestFinished(() => city.close());
  return city;
}

async function openWithDeeds(dataDir: string): Promise<CityDatabase> {
  const city = await open(dataDir);
  await city.withOwner((owner) => owner.query('create table kernel.deeds (n int primary key, what text)'));
  return city;
}

/** Writes deeds without a pause until told to stop; says how many are acknowledged. */
function keepWriting(city: CityDatabase): { acknowledged: () => number; stop: () => Promise<void> } {
  let n = 0;
  let going = true;
  const writing = (async () => {
    while (going) {
      await city.pool.query(`insert into kernel.deeds select $1, repeat('діло ', 200)`, [n + 1]);
      n += 1;
    }
  })();
  return {
    acknowledged: () => n,
    stop: async () => {
      going = false;
      await writing;
    },
  };
}

describe('a backup', () => {
  it('made while the city works holds every acknowledged deed', async () => {
    const dataDir = await makeUsedDataFolder();
    const city = await openWithDeeds(dataDir);
    await mkdir(join(dataDir, 'files', 'ab'), { recursive: true });
    await writeFile(join(dataDir, 'files', 'ab', 'statement.pdf'), 'заява');
    const writer = keepWriting(city);
    while (writer.acknowledged() < 300) {
      await nextTurn();
    }
    const before = writer.acknowledged();
    const file = join(dirname(dataDir), 'backup.tar.zst');
    const shares: number[] = [];
    await backUp(file, { ...PLACE, dataDir, onProgress: (share) => shares.push(share) });
    await writer.stop();
    expect(writer.acknowledged()).toBeGreaterThan(before);
    expect(shares.at(-1)).toBeGreaterThan(0.9);

    const elsewhere = join(dirname(dataDir), 'elsewhere');
    await restore(file, { ...PLACE, dataDir: elsewhere, replace: false });
    const restored = await open(elsewhere);
    const { rows } = await restored.pool.query<{ n: number; whole: boolean; last: number }>(
      `select count(*) filter (where n <= $1) as n, max(n) as last, bool_and(length(what) = 1000) as whole from kernel.deeds`,
      [before],
    );
    expect(rows[0]).toMatchObject({ n: before, whole: true });
    expect(await readFile(join(elsewhere, 'files', 'ab', 'statement.pdf'), 'utf8')).toBe('заява');
    expect(await readdir(join(elsewhere, 'secrets'))).toEqual(await readdir(join(dataDir, 'secrets')));
    await restored.pool.query('insert into kernel.deeds values (0)');
    expect((await city.pool.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
  });

  it('does not overwrite an earlier one', async () => {
    const dataDir = await makeUsedDataFolder();
    await open(dataDir);
    const file = join(dirname(dataDir), 'backup.tar.zst');
    await writeFile(file, 'earlier');
    await expect(backUp(file, { ...PLACE, dataDir })).rejects.toMatchObject({ key: 'backupExists' });
    expect(await readFile(file, 'utf8')).toBe('earlier');
  });

  it('of nothing is refused and leaves nothing', async () => {
    const dataDir = await makeDataFolder();
    const file = join(dirname(dataDir), 'backup.tar.zst');
    await expect(backUp(file, { ...PLACE, dataDir })).rejects.toMatchObject({ key: 'nothingToBackUp' });
    expect(existsSync(dataDir)).toBe(false);
    expect(await readdir(dirname(file))).toEqual([]);
  });
});

describe('restoring', () => {
  it('refuses a folder with data, or moves them aside when told to', async () => {
    const dataDir = await makeUsedDataFolder();
    const city = await openDatabase({ dataDir, migrations: [], now: NOW });
    const file = join(dirname(dataDir), 'backup.tar.gz');
    await backUp(file, { ...PLACE, dataDir });
    await expect(restore(file, { ...PLACE, dataDir, replace: false })).rejects.toMatchObject({
      key: 'folderNotEmpty',
    });
    await expect(restore(file, { ...PLACE, dataDir, replace: true })).rejects.toMatchObject({
      key: 'stillRunning',
    });
    await city.close();
    await restore(file, { ...PLACE, dataDir, replace: true });
    expect(await readdir(dataDir)).toContain('replaced-2026-03-01T08-00-00-000Z');
    expect(await (await open(dataDir)).isReady()).toBe(true);
  });

  it('of a file that is cut short or no backup leaves the folder empty', async () => {
    const dataDir = await makeUsedDataFolder();
    await open(dataDir);
    const elsewhere = join(dirname(dataDir), 'elsewhere');
    for (const name of ['cut.tar.zst', 'cut.tar.gz']) {
      const file = join(dirname(dataDir), name);
      await backUp(file, { ...PLACE, dataDir });
      await truncate(file, 1_000_000);
      await expect(restore(file, { ...PLACE, dataDir: elsewhere, replace: false })).rejects.toMatchObject({
        key: 'notABackup',
      });
    }
    const thesis = join(dirname(dataDir), 'thesis.docx');
    await writeFile(thesis, 'not an archive');
    for (const file of [thesis, join(dirname(dataDir), 'missing.tar.zst')]) {
      await expect(restore(file, { ...PLACE, dataDir: elsewhere, replace: false })).rejects.toMatchObject({
        key: 'notABackup',
      });
    }
    expect(await readdir(elsewhere)).toEqual([]);
  });
});
