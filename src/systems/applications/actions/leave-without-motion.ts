import { z } from 'zod';
import { defineAction, personal } from '../../../kernel/actions/define.ts';
import { wrongField } from '../../../kernel/actions/invalid-input.ts';
import { kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import { listServices } from '../../service-catalogue/index.ts';
import { pauseArticle, requireExecutor } from '../application.ts';
import { caseIdInput, deedView, viewDeed } from '../application-input.ts';
import { advanceApplication } from '../application-store.ts';
import { insertPause } from '../pause-store.ts';
import { writeApplicant } from '../letters/write-applicant.ts';

export const leaveWithoutMotion = defineAction({
  name: 'applications.leave-without-motion',
  title: { uk: 'Залишити без руху', en: 'Leave without motion' },
  input: z.object({
    caseId: caseIdInput,
    /** What the applicant has to mend; the applicant reads it. */
    reason: personal(z.string().trim().min(1, 'applications:input.pauseReasonMissing').max(2000)),
    /** Until when. */
    cureBy: z.iso.date('applications:input.cureByMissing'),
  }),
  output: deedView,
  may: ['specialist'],
  importable: true,
  async run(deed, { caseId, reason, cureBy }) {
    const on = kyivDate(deed.now);
    if (cureBy < on) throw wrongField(['cureBy'], 'applications:input.cureByPast');
    const services = await listServices(deed.tx, on);
    const done = await advanceApplication(deed, caseId, (found) => {
      requireExecutor(found, deed.actor);
      const service = services.find(({ code }) => code === found.definitionCode) ?? null;
      return {
        event: 'left-without-motion',
        to: 'without-motion',
        holder: { kind: 'applicant', unitId: null },
        clock: { type: 'pause', reason: 'clock:pauses.withoutMotion', article: pauseArticle(on, service) },
        data: { cureBy },
      };
    });
    await insertPause(deed.tx, { caseId, on, reason, cureBy });
    await writeApplicant(deed, done.before, 'withoutMotion', { reason, cureBy });
    return viewDeed(done);
  },
});
