import type { Job } from '../../../kernel/jobs/job.ts';
import { kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import { chainCalls, headOf, lineOf } from '../call-chain.ts';
import { insertSeal, listCalls, listUnsealedDays } from '../call-store.ts';

/** Seals the log of calls of every finished day. */
export const sealCalls: Job = {
  name: 'queue.seal-calls',
  everySeconds: 600,
  async run({ database, now }) {
    await database.transaction().execute(async (tx) => {
      for (const { hall, day } of await listUnsealedDays(tx, kyivDate(now))) {
        const lines = chainCalls(hall, day, (await listCalls(tx, hall, day)).map(lineOf));
        const head = headOf(hall, day, lines);
        await insertSeal(tx, { hall, day, row_count: lines.length, head, sealed_at: now });
      }
    });
  },
};
