import { z } from 'zod';
import { defineAction } from '../../../kernel/actions/define.ts';
import { caseIdInput, deedView, viewDeed } from '../request-input.ts';
import { advanceRequest, getUnit } from '../request-store.ts';

export const assignRequest = defineAction({
  name: 'information-requests.assign-request',
  title: { uk: 'Передати запит підрозділу', en: 'Give a request to a department' },
  may: ['registrar', 'leader'],
  importable: true,
  input: z.object({
    caseId: caseIdInput,
    unitCode: z.string().min(1, 'information-requests:input.unitMissing').max(60),
  }),
  output: deedView,
  async run(deed, { caseId, unitCode }) {
    const unit = await getUnit(deed.tx, unitCode);
    const done = await advanceRequest(deed, caseId, () => ({
      event: 'assigned',
      unitId: unit.id,
      executorId: null,
      holder: { kind: 'body', unitId: unit.id },
    }));
    return viewDeed(done);
  },
});
