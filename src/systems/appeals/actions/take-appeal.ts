import { z } from 'zod';
import { defineAction } from '../../../kernel/actions/define.ts';
import { Refusal } from '../../../kernel/actions/refusal.ts';
import { advanceAppeal } from '../appeal-store.ts';
import { caseIdInput, deedView, viewDeed } from '../appeal-input.ts';
import { requireExecutor, staffOf } from '../who-may.ts';

/** What came to the body, one of its people takes. */
export const takeAppeal = defineAction({
  name: 'appeals.take-appeal',
  title: { uk: 'Узяти звернення в роботу', en: 'Take an appeal' },
  input: z.object({ caseId: caseIdInput }),
  output: deedView,
  may: ['specialist'],
  importable: true,
  async run(deed, { caseId }) {
    const { staffId } = staffOf(deed.actor);
    const done = await advanceAppeal(deed, caseId, (found) => {
      requireExecutor(found, deed.actor);
      if (found.state !== 'in-work' || found.executorId !== null) {
        throw new Refusal('appeals:refusals.nothingToTake', { number: found.number });
      }
      return { event: 'taken', executorId: staffId };
    });
    return viewDeed(done);
  },
});
