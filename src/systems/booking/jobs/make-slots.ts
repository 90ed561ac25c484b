import type { Job } from '../../../kernel/jobs/job.ts';
import { listHalls } from '../capacity-store.ts';
import { makeSlots } from '../slot-store.ts';

/** Opens the day that comes within reach, and follows closures and changed hours of those that are open. */
export const makeSlotsJob: Job = {
  name: 'booking.make-slots',
  everySeconds: 600,
  async run({ database, now }) {
    const halls = await database.transaction().execute((tx) => listHalls(tx));
    for (const hall of halls) await database.transaction().execute((tx) => makeSlots(tx, hall, now));
  },
};
