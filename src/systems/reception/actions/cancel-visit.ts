import { z } from 'zod';
import { defineAction } from '../../../kernel/actions/define.ts';
import { writeVisitLetter } from '../letters/visit-letters.ts';
import { codeInput } from '../reception-input.ts';
import { getVisit, moveVisit } from '../visit-store.ts';

/** By the code of the letter or the desk; the place is free again at once. */
export const cancelVisit = defineAction({
  name: 'reception.cancel-visit',
  title: { uk: 'Скасувати запис на прийом', en: 'Cancel a reception' },
  may: ['resident'],
  input: z.object({ code: codeInput }),
  output: z.object({ code: z.string() }),
  async run(deed, { code }) {
    const { id } = await getVisit(deed.tx, { code });
    await writeVisitLetter(deed, await moveVisit(deed, id, 'cancel'), 'cancelled');
    return { code };
  },
});
