import { z } from 'zod';
import { defineAction } from '../../../kernel/actions/define.ts';
import { REGISTER_ROLES, requireOwnDesk } from '../own-desk.ts';
import { residentIdInput } from '../resident-input.ts';
import { lockResident } from '../resident-store.ts';
import { registerResidenceOf, residenceInput } from './enter-resident.ts';

export const registerResidence = defineAction({
  name: 'community-register.register-residence',
  title: { uk: 'Зареєструвати місце проживання', en: 'Register a residence' },
  importable: true,
  may: REGISTER_ROLES,
  input: residenceInput.safeExtend({ residentId: residentIdInput }),
  output: z.object({ residenceId: z.uuid() }),
  async run(deed, { residentId, ...residence }) {
    await requireOwnDesk(deed.tx, deed.actor);
    await lockResident(deed.tx, residentId);
    const residenceId = await registerResidenceOf(deed, residentId, residence);
    deed.about({ kind: 'resident', id: residentId });
    return { residenceId };
  },
});
