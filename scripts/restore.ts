import { parseArgs } from 'node:util';
import { systemClock } from '../src/kernel/clock/system-clock.ts';
import { restore } from '../src/kernel/database/backup/restore.ts';
import { readSettings } from '../src/settings.ts';
import { endProgress, runCommand, say, showProgress } from './terminal.ts';

/** `npm run restore -- FILE [--replace]`: brings a backup back. The server must be stopped. */
await runCommand(async () => {
  const { values, positionals } = parseArgs({
    options: { replace: { type: 'boolean' } },
    allowPositionals: true,
  });
  const file = positionals[0];
  if (file === undefined) {
    say('restoreUsage');
    process.exitCode = 2;
    return;
  }
  const settings = readSettings(process.env);
  let bytes = 0;
  await restore(file, {
    ...settings,
    replace: values.replace ?? false,
    now: systemClock.now(),
    onProgress: (more) => {
      bytes += more;
      showProgress('restoring', { megabytes: Math.floor(bytes / 1_000_000) });
    },
  });
  endProgress();
  say('restored', { folder: settings.dataDir });
});
