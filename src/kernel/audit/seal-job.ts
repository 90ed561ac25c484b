import type { Job } from '../jobs/job.ts';
import type { Secrets } from '../secrets.ts';
import { publishHeads } from './published-heads.ts';
import { sealJournal } from './seal-journal.ts';

/** Chains, signs and publishes the journal every second. */
export function sealJob(secrets: Secrets, dataDir: string): Job {
  return {
    name: 'audit.seal-journal',
    everySeconds: 1,
    async run({ database, now }) {
      await sealJournal(database, secrets, { now });
      await publishHeads(database, dataDir);
    },
  };
}
