import { z } from 'zod';
import { defineQuery } from '../../../kernel/actions/define.ts';
import { JOB_STATES, PAPERS } from '../printing/print-job.ts';
import { listPrintJobs as readJobs } from '../printing/print-job-store.ts';

const line = z.object({
  id: z.uuid(),
  printerName: z.string(),
  what: z.enum(PAPERS),
  name: z.string(),
  state: z.enum(JOB_STATES),
  askedAt: z.date(),
  endedAt: z.date().nullable(),
  attempts: z.int(),
  trouble: z.enum(['no-paper', 'cover-open', 'offline', 'unreachable', 'silent']).nullable(),
  canRepeat: z.boolean(),
});
export type PrintLine = z.output<typeof line>;

export const listPrintJobs = defineQuery({
  name: 'devices.list-print-jobs',
  title: { uk: 'Що друкували', en: 'What was printed' },
  input: z.object({
    state: z.enum(JOB_STATES).optional(),
    words: z.string().trim().max(80).default(''),
    limit: z.coerce.number().int().min(1).max(5000).default(200),
  }),
  output: z.object({ jobs: z.array(line) }),
  may: ['it', 'head', 'administrator'],
  async run({ tx }, { state, words, limit }) {
    return { jobs: [...(await readJobs(tx, { state, words, limit }))] };
  },
});
