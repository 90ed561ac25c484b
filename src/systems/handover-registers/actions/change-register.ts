import { z } from 'zod';
import { defineAction } from '../../../kernel/actions/define.ts';
import { Refusal } from '../../../kernel/actions/refusal.ts';
import { getFile } from '../../../kernel/files/files.ts';
import { requireMove, requireSide } from '../register.ts';
import { lockRegister, removeLine, writeClose, writeSignedFile } from '../register-store.ts';

const may = ['administrator', 'specialist'] as const;

export const removeCase = defineAction({
  name: 'handover-registers.remove-case',
  title: { uk: 'Прибрати справу з реєстру', en: 'Take a case out of a register' },
  may,
  input: z.object({ registerId: z.uuid(), caseId: z.uuid() }),
  output: z.object({ registerId: z.uuid() }),
  async run(deed, { registerId, caseId }) {
    const register = await lockRegister(deed.tx, registerId);
    requireSide(register, 'sender', deed.actor);
    requireMove(register.state, 'cancelled');
    await removeLine(deed.tx, registerId, caseId);
    deed.about({ kind: 'case', id: caseId });
    deed.about({ kind: 'handover-register', id: registerId });
    return { registerId };
  },
});

/** Its number stays in the book, with the word «скасовано» beside it. */
export const cancelRegister = defineAction({
  name: 'handover-registers.cancel-register',
  title: { uk: 'Скасувати реєстр', en: 'Cancel a register' },
  may,
  input: z.object({ registerId: z.uuid() }),
  output: z.object({ registerId: z.uuid() }),
  async run(deed, { registerId }) {
    const register = await lockRegister(deed.tx, registerId);
    requireSide(register, 'sender', deed.actor);
    requireMove(register.state, 'cancelled');
    await writeClose(deed.tx, registerId, 'cancelled', { at: deed.now, by: deed.actor.staffId });
    deed.changed('state', register.state, 'cancelled');
    deed.about({ kind: 'handover-register', id: registerId });
    return { registerId };
  },
});

export const attachSignedList = defineAction({
  name: 'handover-registers.attach-signed-list',
  title: { uk: 'Долучити підписаний реєстр', en: 'Attach the signed register' },
  may,
  input: z.object({ registerId: z.uuid(), fileId: z.uuid('handover-registers:input.fileMissing') }),
  output: z.object({ registerId: z.uuid() }),
  async run(deed, { registerId, fileId }) {
    const register = await lockRegister(deed.tx, registerId);
    if (deed.actor.roles.includes('specialist') && deed.actor.unitId !== register.unitId) {
      throw new Refusal('handover-registers:refusals.otherSide', {}, 403);
    }
    if (register.state === 'made' || register.state === 'cancelled') {
      throw new Refusal('handover-registers:refusals.notHandedYet');
    }
    const { uploaded_by: uploadedBy } = await getFile(deed.tx, fileId);
    if (uploadedBy !== deed.actor.staffId) throw new Refusal('files:refusals.noSuchFile', {}, 404);
    await writeSignedFile(deed.tx, registerId, fileId);
    deed.changed('signedFile', register.signedFileId, fileId);
    deed.about({ kind: 'handover-register', id: registerId });
    return { registerId };
  },
});
