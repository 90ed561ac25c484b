import { z } from 'zod';
import { defineAction } from '../../../kernel/actions/define.ts';
import { bookedView, bookingInput, CONTACT_MISSING, contactGiven } from '../reception-input.ts';
import { takePlace } from '../visit-store.ts';

/** By the registrar, for somebody on the telephone or at the desk; today's places too. */
export const bookForVisitor = defineAction({
  name: 'reception.book-for-visitor',
  title: { uk: 'Записати людину на прийом', en: 'Book a reception for somebody' },
  may: ['registrar'],
  input: bookingInput
    .extend({ channel: z.enum(['telephone', 'desk']).default('telephone') })
    .refine(contactGiven, CONTACT_MISSING),
  output: bookedView,
  async run(deed, given) {
    const { id, code, startsAt } = await takePlace(deed, given);
    return { visitId: id, code, startsAt: startsAt.toISOString() };
  },
});
