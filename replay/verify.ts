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
import { unequalSums } from './voice-sums.ts';
import { missingBlocks } from './voice-figures.ts';
import { voiceChecks } from './voice-checks.ts';
import { openVoiceYear } from './voice-file.ts';
import { type YearCheck, yearChecks } from './year-checks.ts';

const options = z.object({
  system: z.enum(['centre', 'voice']).default('centre'),
  year: z.coerce.number().int().optional(),
  file: z.string().optional(),
  url: z.url().default('http://localhost:3000'),
  scale: z.coerce.number().positive().max(10).default(1),
});

type Given = z.output<typeof options>;

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
  const api = new Api(given.url, '');
  const checks = await checksOf(given, api);
  return withDatabase(terminal, async (client) => {
    const checked: Checked[] = [];
    for (const check of checks) checked.push(await verify(check, api, client));
    const sums = given.system === 'voice' ? await unequalSums(api, openVoice(given).year) : [];
    for (const sum of sums) terminal.say('unequalSum', sum);
    return Math.max(tell(checked, given.scale, terminal), sums.length === 0 ? 0 : 1);
  });
});

function readOptions() {
  try {
    const type = 'string' as const;
    return options.parse(
      parseArgs({
        options: { system: { type }, year: { type }, file: { type }, url: { type }, scale: { type } },
      }).values,
    );
  } catch {
    return undefined;
  }
}

async function checksOf(given: Given, api: Api): Promise<readonly YearCheck[]> {
  if (given.system === 'centre') return yearChecks(openYear(given.year ?? 2020), given.scale);
  const file = openVoice(given);
  return voiceChecks(file, given.scale, await missingBlocks(api, file));
}

function openVoice({ year, file }: Given) {
  return openVoiceYear(year ?? 2021, file);
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
