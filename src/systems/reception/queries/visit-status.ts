import { z } from 'zod';
import { defineQuery, personal } from '../../../kernel/actions/define.ts';
import { codeInput } from '../reception-input.ts';
import { VISIT_STATES } from '../reception.ts';
import { getVisit } from '../visit-store.ts';

/** By the code: when, where, to whom; nothing of the person, for a letter may be read by another. */
export const visitStatus = defineQuery({
  name: 'reception.visit-status',
  title: { uk: 'Мій запис на прийом', en: 'My booked reception' },
  may: ['resident'],
  input: z.object({ code: personal(codeInput) }),
  output: z.object({
    code: z.string(),
    leaderId: z.uuid(),
    leader: z.string(),
    position: z.string(),
    startsAt: z.iso.datetime(),
    minutes: z.int(),
    place: z.string(),
    state: z.enum(VISIT_STATES),
  }),
  async run({ tx }, { code }) {
    const { leaderId, leader, position, startsAt, minutes, place, state } = await getVisit(tx, { code });
    return { code, leaderId, leader, position, startsAt: startsAt.toISOString(), minutes, place, state };
  },
});
