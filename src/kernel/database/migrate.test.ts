import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { createTestDatabase } from '../testing/test-database.ts';
import { findMigrations } from './found-migrations.ts';
import { ensureJournalPartitions } from './journal-partitions.ts';
import { migrate } from './migrate.ts';
import { orderByNeed, type MigrationSource } from './migration-source.ts';
import type { CityDatabase } from './open-database.ts';

let city: CityDatabase;
beforeAll(async () => {
  city = await createTestDatabase();
});
afterAll(() => city.close());

async function makeSource(system: string, files: Readonly<Record<string, string>>): Promise<MigrationSource> {
  const folder = await mkdtemp(join(tmpdir(), 'prozoryi-migrations-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await mkdir(join(folder, 'migrations'));
  for (const [name, sql] of Object.entries(files)) {
    await writeFile(join(folder, 'migrations', name), sql);
  }
  return { system, folder };
}

const run = (...sources: MigrationSource[]): Promise<string[]> =>
  city.withOwner((owner) => migrate(owner, sources, 'postgres'));

describe('the migrations of the tree', () => {
  it('all apply, and repeat without harm', async () => {
    await city.withOwner((owner) => migrate(owner, findMigrations(), 'postgres'));
    const again = await city.withOwner((owner) => migrate(owner, findMigrations(), 'postgres'));
    expect(again).toEqual([]);
  });

  it('leave no schema in which the application may make or change tables', async () => {
    const { rows } = await city.pool.query(`
      select nspname from pg_namespace where has_schema_privilege('prozoryi_app', oid, 'create')
        and nspname not like 'pg_temp%'`);
    expect(rows).toEqual([]);
    await expect(city.pool.query('alter table kernel.migrations add column x int')).rejects.toThrow(
      'must be owner',
    );
    await expect(city.pool.query('delete from kernel.migrations')).rejects.toThrow('permission denied');
  });

  it('keep the journal from being rewritten, by its name or by a partition’s', async () => {
    await city.withOwner((owner) => ensureJournalPartitions(owner, new Date('2026-05-05T00:00:00Z')));
    const { rows } = await city.pool.query<{ name: string }>(`
      select inhrelid::regclass::text as name from pg_inherits where inhparent = 'kernel.audit_journal'::regclass`);
    expect(rows.map((row) => row.name)).toContain('kernel.audit_journal_2027_05');
    for (const table of ['kernel.audit_journal', ...rows.map((row) => row.name)]) {
      await expect(city.pool.query(`delete from ${table}`)).rejects.toThrow('permission denied');
      await expect(city.pool.query(`update ${table} set recorded_at = now()`)).rejects.toThrow(
        'permission denied',
      );
    }
  });
});

describe('a migration', () => {
  it('is applied once, and its schema is open to the application', async () => {
    const source = await makeSource('tennis-club', {
      '0001-courts.sql': 'create table tennis_club.courts (n int)',
    });
    expect(await run(source)).toEqual(['tennis-club/0001-courts']);
    expect(await run(source)).toEqual([]);
    await city.pool.query('insert into tennis_club.courts values (1)');
  });

  it('that was changed afterwards is refused', async () => {
    const source = await makeSource('chess', { '0001-boards.sql': 'create table chess.boards (n int)' });
    await run(source);
    await writeFile(
      join(source.folder, 'migrations', '0001-boards.sql'),
      'create table chess.boards (n bigint)',
    );
    await expect(run(source)).rejects.toMatchObject({ key: 'migrationChanged' });
  });

  it('that fails leaves nothing of itself and says which it is', async () => {
    const source = await makeSource('go', {
      '0001-a.sql': 'create table go.a (n int); create tabel go.b (n int)',
    });
    await expect(run(source)).rejects.toMatchObject({
      key: 'migrationFailed',
      message: expect.stringContaining('go/0001-a'),
    });
    const { rows } = await city.pool.query(`select to_regclass('go.a') as a`);
    expect(rows).toEqual([{ a: null }]);
  });

  it('with a name out of the rule is refused', async () => {
    const source = await makeSource('cards', { '1_deck.sql': '' });
    await expect(run(source)).rejects.toMatchObject({ key: 'migrationName' });
  });

  it('is applied once where several processes start together', async () => {
    const source = await makeSource('race', { '0001-r.sql': 'create table race.r (n int)' });
    const applied = await Promise.all([run(source), run(source), run(source)]);
    expect(applied.flat()).toEqual(['race/0001-r']);
  });
});

describe('the order of the systems', () => {
  const source = (schema: string, sql: string) => ({
    system: schema,
    folder: '',
    schema,
    migrations: [{ system: schema, name: '0001', sql, checksum: '' }],
  });

  it('puts a system after those whose tables it names', () => {
    const sources = [
      source('applications', 'references queue.visits'),
      source('kernel', 'create table kernel.units'),
      source('queue', 'references service_catalogue.services -- applications.cases come later'),
      source('service_catalogue', 'references kernel.units'),
    ];
    expect(orderByNeed(sources).map(({ schema }) => schema)).toEqual([
      'kernel',
      'service_catalogue',
      'queue',
      'applications',
    ]);
  });
});
