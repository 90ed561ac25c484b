import type { Job } from '../../../kernel/jobs/job.ts';
import { forgetOldDrafts } from '../draft-store.ts';

export const forgetDraftsJob: Job = {
  name: 'cabinet.forget-drafts',
  everySeconds: 3600,
  run: ({ database, now }) => forgetOldDrafts(database, now),
};
