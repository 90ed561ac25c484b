import { forgetKeysJob } from '../actions/forget-keys.ts';
import { erasePersonalValuesJob } from '../audit/erase-personal-values.ts';
import { sealJob } from '../audit/seal-job.ts';
import { recountQueue } from '../cases/recount-open-clocks.ts';
import type { City } from '../city.ts';
import { cleanUploadsJob } from '../files/clean-uploads.ts';
import { endSessionsJob } from '../identity/end-sessions.ts';
import { forgetAccountsJob } from '../identity/forget-accounts.ts';
import { fetchLettersJob } from '../letters/inbox/fetch-letters.ts';
import { eraseLettersJob } from '../letters/erase-letters.ts';
import { eraseByRetentionJob } from '../retention/erase-by-retention.ts';
import { sendLettersJobs } from '../letters/send-letters.ts';
import type { Job } from './job.ts';
import { type RunningJobs, startJobs } from './start-jobs.ts';
import { workOn } from './task.ts';

/** The jobs that every city hall has. */
function kernelJobs({ secrets, settings, systems }: City): readonly Job[] {
  return [
    forgetKeysJob,
    endSessionsJob,
    forgetAccountsJob,
    cleanUploadsJob(settings.dataDir),
    sealJob(secrets, settings.dataDir),
    erasePersonalValuesJob,
    eraseLettersJob,
    eraseByRetentionJob(systems),
    workOn(recountQueue),
    ...sendLettersJobs({ smtpUrl: settings.smtpUrl }),
    ...settings.inboxUrls.map((url) => fetchLettersJob({ url, dataDir: settings.dataDir })),
  ];
}

/** Starts the kernel's and the systems' jobs in this process. */
export function startCityJobs(city: City): RunningJobs {
  const jobs = [...kernelJobs(city), ...city.systems.flatMap((system) => system.jobs)];
  const { database } = city.connections;
  const { dataDir } = city.settings;
  return startJobs(jobs, { database, now: () => city.clock.now(), log: city.log, dataDir });
}
