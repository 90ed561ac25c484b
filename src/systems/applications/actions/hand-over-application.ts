import { z } from 'zod';
import { hasRole } from '../../../kernel/actions/actor.ts';
import { defineAction, personal } from '../../../kernel/actions/define.ts';
import { wrongField } from '../../../kernel/actions/invalid-input.ts';
import { Refusal } from '../../../kernel/actions/refusal.ts';
import { findUnitByCode } from '../../../kernel/identity/unit-store.ts';
import { requireExecutor, requireOwnBody } from '../application.ts';
import { caseIdInput, deedView, viewDeed } from '../application-input.ts';
import { advanceApplication } from '../application-store.ts';

/** To another body: state and clock stay, for the applicant's days run on whoever holds the case. */
export const handOverApplication = defineAction({
  name: 'applications.hand-over-application',
  title: { uk: 'Передати іншому органу', en: 'Hand over to another body' },
  input: z.object({
    caseId: caseIdInput,
    unitCode: z.string().min(1, 'applications:input.bodyMissing').max(60),
    note: personal(z.string().trim().max(1000).optional()),
  }),
  output: deedView,
  may: ['specialist', 'head'],
  importable: true,
  async run(deed, { caseId, unitCode }) {
    const unit = await findUnitByCode(deed.tx, unitCode);
    if (unit === undefined) throw wrongField(['unitCode'], 'applications:input.noSuchBody');
    const done = await advanceApplication(deed, caseId, (found) => {
      const { number, state, executorId, unitId } = found;
      if (executorId === null) requireOwnBody(found, deed.actor);
      else if (!hasRole(deed.actor, 'head')) requireExecutor(found, deed.actor);
      if (state !== 'registered' && state !== 'in-work') {
        throw new Refusal('applications:refusals.notHandedOver', { number });
      }
      if (unitId === unit.id) throw wrongField(['unitCode'], 'applications:input.sameBody');
      return {
        event: 'handed-over',
        unitId: unit.id,
        executorId: null,
        holder: { kind: 'body', unitId: unit.id },
      };
    });
    deed.changed('unit', done.before.unitId, unit.id);
    return viewDeed(done);
  },
});
