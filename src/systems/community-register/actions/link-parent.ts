import { z } from 'zod';
import { defineAction } from '../../../kernel/actions/define.ts';
import { Refusal } from '../../../kernel/actions/refusal.ts';
import { REGISTER_ROLES, requireOwnDesk } from '../own-desk.ts';
import { residentIdInput } from '../resident-input.ts';
import { linkParent, lockResident, writingOf } from '../resident-store.ts';

export const linkParentAction = defineAction({
  name: 'community-register.link-parent',
  title: { uk: 'Вказати, чия це дитина', en: 'Note whose child it is' },
  may: REGISTER_ROLES,
  input: z.object({ childId: residentIdInput, parentId: residentIdInput }),
  output: z.object({ childId: z.uuid() }),
  async run(deed, { childId, parentId }) {
    await requireOwnDesk(deed.tx, deed.actor);
    if (childId === parentId) throw new Refusal('community-register:refusals.ownParent', {}, 422);
    const child = await lockResident(deed.tx, childId);
    const parent = await lockResident(deed.tx, parentId);
    if (child.birthDate !== null && parent.birthDate !== null && parent.birthDate >= child.birthDate) {
      throw new Refusal('community-register:refusals.youngerParent', {}, 422);
    }
    await linkParent(writingOf(deed), childId, parentId);
    deed.about({ kind: 'resident', id: childId });
    deed.about({ kind: 'resident', id: parentId });
    return { childId };
  },
});
