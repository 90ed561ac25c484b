import { z } from 'zod';
import { defineAction } from '../../../kernel/actions/define.ts';
import { Refusal } from '../../../kernel/actions/refusal.ts';
import { getPrintJob } from '../printing/print-job-store.ts';
import { leaveJob } from './print-paper.ts';

/** A person saw that the paper did not come out, and says so. */
export const printAgain = defineAction({
  name: 'devices.print-again',
  title: { uk: 'Надрукувати ще раз', en: 'Print again' },
  input: z.object({ jobId: z.uuid() }),
  output: z.object({ jobId: z.uuid(), printer: z.string() }),
  may: ['administrator', 'head', 'it'],
  async run(deed, { jobId }) {
    const { roll, what, name, printerId, state } = await getPrintJob(deed.tx, jobId);
    if (roll === null || state === 'waiting' || state === 'sending') {
      throw new Refusal('devices:refusals.nothingToRepeat');
    }
    return leaveJob(deed, printerId, null, { what, name, roll });
  },
});
