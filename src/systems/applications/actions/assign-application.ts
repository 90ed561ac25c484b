import { sql } from 'kysely';
import { z } from 'zod';
import { defineAction } from '../../../kernel/actions/define.ts';
import { wrongField } from '../../../kernel/actions/invalid-input.ts';
import { Refusal } from '../../../kernel/actions/refusal.ts';
import { caseIdInput, deedView, viewDeed } from '../application-input.ts';
import { advanceApplication } from '../application-store.ts';

/** When a specialist is ill or away: the head gives the work to another of the same body. */
export const assignApplication = defineAction({
  name: 'applications.assign-application',
  title: { uk: 'Призначити іншого виконавця', en: 'Assign another specialist' },
  input: z.object({ caseId: caseIdInput, staffId: z.uuid('applications:input.specialistMissing') }),
  output: deedView,
  may: ['head'],
  async run(deed, { caseId, staffId }) {
    const { rows } = await sql<{ unitId: string }>`
      select unit_id as "unitId" from kernel.staff
       where id = ${staffId} and active and 'specialist' = any(roles)`.execute(deed.tx);
    const [staff] = rows;
    if (staff === undefined) throw wrongField(['staffId'], 'applications:input.noSuchSpecialist');
    const done = await advanceApplication(deed, caseId, (found) => {
      const { number, unitId, isOpen } = found;
      if (!isOpen) throw new Refusal('applications:refusals.decided', { number });
      if (unitId !== staff.unitId) throw wrongField(['staffId'], 'applications:input.otherBodysSpecialist');
      const assigned = { event: 'assigned', executorId: staffId } as const;
      if (found.state !== 'registered') return assigned;
      return { ...assigned, to: 'in-work', holder: { kind: 'body', unitId } };
    });
    deed.changed('executor', done.before.executorId, staffId);
    return viewDeed(done);
  },
});
