import { z } from 'zod';
import { defineAction } from '../../../kernel/actions/define.ts';
import { Refusal } from '../../../kernel/actions/refusal.ts';
import { kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import { leaveMessage } from '../message-store.ts';
import { REGISTER_ROLES, requireOwnDesk } from '../own-desk.ts';
import { END_GROUNDS } from '../resident.ts';
import { dayInput, residentIdInput } from '../resident-input.ts';
import { lockResident, writingOf } from '../resident-store.ts';
import { endResidence, getOpenResidence } from '../residence-store.ts';

/** A move within the community is a registration: it ends the residence before by itself. */
const OWN_GROUNDS = END_GROUNDS.filter((ground) => ground !== 'moved-within');

export const deregisterResidence = defineAction({
  name: 'community-register.deregister-residence',
  title: { uk: 'Зняти з реєстрації місця проживання', en: 'Deregister a residence' },
  importable: true,
  may: REGISTER_ROLES,
  input: z.object({
    residentId: residentIdInput,
    ground: z.enum(OWN_GROUNDS, 'community-register:input.groundWrong'),
    /** The first day on which the person no longer lives there; today by default. */
    on: dayInput.nullable().default(null),
  }),
  output: z.object({ residentId: z.uuid() }),
  async run(deed, { residentId, ground, on }) {
    await requireOwnDesk(deed.tx, deed.actor);
    const today = kyivDate(deed.now);
    if (on !== null && on > today) throw new Refusal('community-register:refusals.fromLater', {}, 422);
    await lockResident(deed.tx, residentId);
    const open = await getOpenResidence(deed.tx, residentId);
    const writing = writingOf(deed);
    await endResidence(writing, open, on ?? today, ground);
    await leaveMessage(writing, residentId, 'deregistered');
    deed.about({ kind: 'resident', id: residentId });
    return { residentId };
  },
});
