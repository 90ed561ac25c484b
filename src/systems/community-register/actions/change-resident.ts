import { z } from 'zod';
import { defineAction } from '../../../kernel/actions/define.ts';
import { Refusal } from '../../../kernel/actions/refusal.ts';
import { kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import { leaveMessage } from '../message-store.ts';
import { REGISTER_ROLES, requireOwnDesk } from '../own-desk.ts';
import { CHANGE_GROUNDS } from '../resident.ts';
import { checkPerson, personFields, residentIdInput } from '../resident-input.ts';
import { changeResident, writingOf } from '../resident-store.ts';

export const changeResidentAction = defineAction({
  name: 'community-register.change-resident',
  title: { uk: 'Змінити відомості про мешканця', en: 'Change a resident’s data' },
  may: REGISTER_ROLES,
  /** All of the person's data as they are to be; what was before is kept. */
  input: z
    .object({
      residentId: residentIdInput,
      ground: z.enum(CHANGE_GROUNDS, 'community-register:input.groundWrong'),
      ...personFields,
    })
    .superRefine(checkPerson),
  output: z.object({ changed: z.array(z.string()) }),
  async run(deed, { residentId, ground, ...person }) {
    await requireOwnDesk(deed.tx, deed.actor);
    if (person.birthDate !== null && person.birthDate > kyivDate(deed.now)) {
      throw new Refusal('community-register:refusals.bornLater', {}, 422);
    }
    const writing = writingOf(deed);
    const changed = await changeResident(writing, residentId, person, ground);
    if (changed.length > 0) await leaveMessage(writing, residentId, 'changed');
    deed.about({ kind: 'resident', id: residentId });
    return { changed: [...changed] };
  },
});
