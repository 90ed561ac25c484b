import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Broken } from '../src/kernel/audit/chain-break.ts';
import { headsFile, readHeads } from '../src/kernel/audit/published-heads.ts';
import { verifyJournal, type Whole } from '../src/kernel/audit/verify-journal.ts';
import { formatDateTime } from '../src/kernel/calendar/kyiv-time.ts';
import { type CityDatabase, connectCity } from '../src/kernel/database/open-database.ts';
import { openPlace } from '../src/kernel/database/place.ts';
import { formatNumber } from '../src/kernel/i18n/format-number.ts';
import { loadMessages, type Messages } from '../src/kernel/i18n/messages.ts';
import { LOCALES, type Locale, type Translate } from '../src/kernel/i18n/translate.ts';
import { kernelFolders } from '../src/kernel/kernel-areas.ts';
import { hasSecrets, loadSecrets } from '../src/kernel/secrets.ts';
import { readSettings, type Settings } from '../src/settings.ts';
import { runCommand } from './terminal.ts';

type Say = (sentence: (t: Translate, locale: Locale) => string) => void;

/** Whole, broken with the first broken row, could not be checked. */
const EXIT = { whole: 0, broken: 1, unchecked: 2 } as const;

/**
 * `npm run audit:verify [-- heads.jsonl]`: recomputes the journal's chain, also while the city hall works.
 * It changes nothing. A file names a copy of the heads kept elsewhere.
 */
let exitCode: number = EXIT.unchecked;
await runCommand(async () => {
  const settings = readSettings(process.env);
  const messages = await loadMessages(kernelFolders().map(({ folder }) => folder));
  const say: Say = (sentence) => {
    for (const locale of LOCALES) process.stdout.write(`${sentence(messages.for(locale), locale)}\n`);
  };
  const missing = whatIsMissing(settings);
  if (missing !== undefined) return say((t) => t(missing, { folder: settings.dataDir }));
  // No migrations here: a check neither waits for them nor runs them.
  const city = connectCity(await openPlace(settings));
  try {
    exitCode = (await verify(city, settings, { messages, say })) ? EXIT.whole : EXIT.broken;
  } finally {
    await city.close();
  }
});
process.exitCode = exitCode;

function whatIsMissing({ databaseUrl, dataDir }: Settings): string | undefined {
  if (databaseUrl === undefined && !existsSync(join(dataDir, 'postgres'))) return 'audit:verify.noDatabase';
  return hasSecrets(dataDir) ? undefined : 'audit:verify.noKeys';
}

async function verify(
  city: CityDatabase,
  { dataDir }: Settings,
  { messages, say }: { readonly messages: Messages; readonly say: Say },
): Promise<boolean> {
  const file = process.argv[2] ?? headsFile(dataDir);
  const verdict = await verifyJournal(city.database, {
    ...loadSecrets(dataDir),
    published: existsSync(file) ? readHeads(file) : noHeads(),
    onProgress: (rows) => showProgress(messages.for('uk'), rows),
  });
  endProgress();
  if (!existsSync(file)) say((t) => t('audit:verify.noHeads', { file }));
  if (verdict.whole) sayWhole(verdict, say);
  else sayBroken(verdict, say);
  return verdict.whole;
}

async function* noHeads(): AsyncGenerator<never> {}

function sayWhole({ lastHead, rows, publishedHeads }: Whole, say: Say): void {
  if (lastHead === undefined) say((t) => t('audit:verify.empty'));
  else {
    say((t, locale) =>
      t('audit:verify.whole', {
        until: formatDateTime(lastHead.sealedAt, locale),
        rows: formatNumber(rows, locale),
        heads: formatNumber(publishedHeads, locale),
      }),
    );
  }
}

function sayBroken({ problem, journalId, position, batch }: Broken, say: Say): void {
  say((t) => t(`audit:verify.${problem}`, { batch: batch ?? '' }));
  say((t) =>
    t('audit:verify.place', {
      row: journalId ?? t('audit:verify.unknown'),
      position: position ?? t('audit:verify.unknown'),
    }),
  );
  say((t) => t('audit:verify.advice'));
}

function showProgress(t: Translate, rows: number): void {
  if (process.stderr.isTTY)
    process.stderr.write(`\r${t('audit:verify.progress', { rows: formatNumber(rows, 'uk') })}\u001b[K`);
}

function endProgress(): void {
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
}
