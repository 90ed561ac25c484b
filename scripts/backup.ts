import { systemClock } from '../src/kernel/clock/system-clock.ts';
import { backUp } from '../src/kernel/database/backup/back-up.ts';
import { readSettings } from '../src/settings.ts';
import { endProgress, runCommand, say, showProgress } from './terminal.ts';

/** `npm run backup -- FILE`: saves the whole city hall while it serves. */
await runCommand(async () => {
  const file = process.argv[2];
  if (file === undefined) {
    say('usage');
    process.exitCode = 2;
    return;
  }
  await backUp(file, {
    ...readSettings(process.env),
    now: systemClock.now(),
    onProgress: (share) => showProgress('progress', { percent: Math.floor(share * 100) }),
  });
  endProgress();
  say('done', { file });
});
