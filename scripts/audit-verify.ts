import { existsSync } from 'node:fs';
import type { Broken } from '../src/kernel/audit/chain-break.ts';
import { headsFile, readHeads } from '../src/kernel/audit/published-heads.ts';
import { verifyJournal, type Whole } from '../src/kernel/audit/verify-journal.ts';
import { formatDateTime } from '../src/kernel/calendar/kyiv-time.ts';
import { systemClock } from '../src/kernel/clock/system-clock.ts';
import { findMigrations } from '../src/kernel/database/found-migrations.ts';
import { openDatabase } from '../src/kernel/database/open-database.ts';
import { formatNumber } from '../src/kernel/i18n/format-number.ts';
import { loadMessages } from '../src/kernel/i18n/messages.ts';
import { LOCALES, type Locale, type Translate } from '../src/kernel/i18n/translate.ts';
import { kernelFolders } from '../src/kernel/kernel-areas.ts';
import { loadSecrets } from '../src/kernel/secrets.ts';
import { readSettings } from '../src/settings.ts';
import { runCommand } from './terminal.ts';

type Sentence = (t: Translate, locale: Locale) => string;

/**
 * `npm run audit:verify [-- heads.jsonl]`: recomputes the journal's chain, also while the city hall works.
 * Exit code 0 = whole, 1 = broken, with the first broken row. A file names a copy of the heads kept elsewhere.
 */
await runCommand(async () => {
  const settings = readSettings(process.env);
  const messages = await loadMessages(kernelFolders().map(({ folder }) => folder));
  const say = (sentence: Sentence) => {
    for (const locale of LOCALES) process.stdout.write(`${sentence(messages.for(locale), locale)}\n`);
  };
  const city = await openDatabase({ ...settings, now: systemClock.now(), migrations: findMigrations() });
  try {
    const file = process.argv[2] ?? headsFile(settings.dataDir);
    const published = existsSync(file) ? readHeads(file) : noHeads();
    const verdict = await verifyJournal(city.database, {
      ...loadSecrets(settings.dataDir),
      published,
      onProgress: (rows) => showProgress(messages.for('uk'), rows),
    });
    endProgress();
    if (!existsSync(file)) say((t) => t('audit:verify.noHeads', { file }));
    if (verdict.whole) sayWhole(verdict, say);
    else sayBroken(verdict, say);
    process.exitCode = verdict.whole ? 0 : 1;
  } finally {
    await city.close();
  }
});

async function* noHeads(): AsyncGenerator<never> {}

function sayWhole({ lastHead, rows, publishedHeads }: Whole, say: (sentence: Sentence) => void): void {
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

function sayBroken({ problem, journalId, position, batch }: Broken, say: (sentence: Sentence) => void): void {
  say((t) => t(`audit:verify.${problem}`, { batch: batch ?? '' }));
  say((t) =>
    t('audit:verify.place', { row: journalId ?? t('audit:verify.unknown'), position: position ?? t('audit:verify.unknown') }),
  );
  say((t) => t('audit:verify.advice'));
}

function showProgress(t: Translate, rows: number): void {
  if (process.stderr.isTTY) process.stderr.write(`\r${t('audit:verify.progress', { rows: formatNumber(rows, 'uk') })}\u001b[K`);
}

function endProgress(): void {
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
}
