import { z } from 'zod';
import { defineAction } from '../../../kernel/actions/define.ts';
import { bookedView, visitorInput } from '../reception-input.ts';
import { requireOwnReception, takeTimeLeft } from '../visit-store.ts';

/** Somebody came without booking, and time is left: gets the first free time of the day. */
export const receiveWalkIn = defineAction({
  name: 'reception.receive-walk-in',
  title: { uk: 'Прийняти людину без запису', en: 'Receive somebody who has not booked' },
  may: ['registrar', 'leader'],
  input: visitorInput.extend({ leaderId: z.uuid('reception:input.leader') }),
  output: bookedView,
  async run(deed, { leaderId, ...visitor }) {
    requireOwnReception(deed.actor, leaderId);
    const { id, code, startsAt } = await takeTimeLeft(deed, leaderId, visitor);
    return { visitId: id, code, startsAt: startsAt.toISOString() };
  },
});
