import { z } from 'zod';
import { defineQuery } from '../../../kernel/actions/define.ts';
import { REGISTER_ROLES, requireOwnDesk } from '../own-desk.ts';
import { reasonInput, residentIdInput } from '../resident-input.ts';
import { readResident, residentView } from '../whole-resident.ts';

export const getResident = defineQuery({
  name: 'community-register.get-resident',
  title: { uk: 'Картка мешканця', en: 'A resident’s card' },
  may: REGISTER_ROLES,
  input: z.object({ residentId: residentIdInput, reason: reasonInput }),
  output: residentView,
  async run({ tx, actor, looked }, { residentId, reason }) {
    await requireOwnDesk(tx, actor);
    const resident = await readResident(tx, residentId);
    looked({ kind: 'resident', id: residentId }, reason);
    return resident;
  },
});
