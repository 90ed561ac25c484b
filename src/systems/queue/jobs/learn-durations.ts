import type { Job } from '../../../kernel/jobs/job.ts';
import { kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import { learnDurations } from '../estimate-store.ts';

const DAYS_OF_MEMORY = 60;
const DAY_MS = 86_400_000;

/** Waiting-time estimates learn from what services really took in the last sixty days. */
export const learnDurationsJob: Job = {
  name: 'queue.learn-durations',
  everySeconds: 3600,
  async run({ database, now }) {
    const from = kyivDate(new Date(now.getTime() - DAYS_OF_MEMORY * DAY_MS));
    await database.transaction().execute((tx) => learnDurations(tx, from, now));
  },
};
