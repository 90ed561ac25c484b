import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { z } from 'zod';
import { openPlace } from '../src/kernel/database/place.ts';
import { readSettings } from '../src/settings.ts';
import { Api } from './api.ts';
import { openYear } from './open-year.ts';
import { runCommand, type Terminal } from './terminal.ts';
import { type YearCheck, yearChecks } from './year-checks.ts';

const options = z.object({
  year: z.coerce.number().int().default(2020),
  url: z.url().default('http://localhost:3000'),
  scale: z.coerce.number().positive().max(10).default(1),
});

const figure = z.object({ value: z.number().nullable(), suppressed: z.boolean() });

interface Checked extends YearCheck {
  /** Small years have cells of fewer people than a figure publishes. */
  readonly report: number | null | 'suppressed';
  /** Undefined where no database is at hand. */
  readonly counted: number | null | undefined;
}

/** `npm run replay:verify -- --year 2020`: every printed number against its figure and against a count by hand. */
await runCommand(async (terminal) => {
  const given = readOptions();
  if (given === undefined) {
    terminal.say('verifyUsage');
    return 2;
  }
  const checks = yearChecks(openYear(given.year), given.scale);
  const api = new Api(given.url, '');
  return withDatabase(terminal, async (client) => {
    const checked: Checked[] = [];
    for (const check of checks) checked.push(await verify(check, api, client));
    return tell(checked, given.scale, terminal);
  });
});

function readOptions() {
  try {
    const type = 'string' as const;
    return options.parse(parseArgs({ options: { year: { type }, url: { type }, scale: { type } } }).values);
  } catch {
    return undefined;
  }
}

/** The city's database, where DATABASE_URL or DATA_DIR leads to it. */
async function withDatabase(
  terminal: Terminal,
  work: (client: pg.Client | undefined) => Promise<number>,
): Promise<number> {
  const settings = readSettings(process.env);
  if (settings.databaseUrl === undefined && !existsSync(join(settings.dataDir, 'postgres'))) {
    terminal.say('verifyNoSql');
    return work(undefined);
  }
  const place = await openPlace(settings);
  const client = new pg.Client(place.url);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
    await place.cluster?.release();
  }
}

async function verify(check: YearCheck, api: Api, client: pg.Client | undefined): Promise<Checked> {
  const { value, suppressed } = await api.get(check.figure, figure);
  const report = suppressed ? 'suppressed' : value;
  if (client === undefined) return { ...check, report, counted: undefined };
  const { rows } = await client.query<{ value: number | null }>(check.sql, [...check.params]);
  return { ...check, report, counted: rows[0]?.value ?? null };
}

function tell(checked: readonly Checked[], scale: number, terminal: Terminal): number {
  const heads = ['name', 'document', 'report', 'sql'].map((name) => terminal.word(`columns.${name}`));
  const rows = checked.map((one) => [
    one.name,
    String(one.document),
    one.report === 'suppressed' ? '<' : String(one.report ?? '–'),
    one.counted === undefined ? '' : String(one.counted ?? '–'),
    isSame(one, scale) ? '' : '≠',
  ]);
  for (const [name = '', ...numbers] of [heads, ...rows])
    process.stdout.write(`${name.padEnd(26)}${numbers.map((text) => text.padStart(10)).join('')}\n`);
  const different = checked.filter((one) => !isSame(one, scale));
  if (different.length === 0) terminal.say('verifySame', { count: checked.length });
  else terminal.say('verifyDiffers', { count: different.length });
  return different.length === 0 ? 0 : 1;
}

function isSame({ document, report, counted }: Checked, scale: number): boolean {
  const told = report === document || (report === 'suppressed' && scale < 1);
  return told && (counted === undefined || counted === document);
}
