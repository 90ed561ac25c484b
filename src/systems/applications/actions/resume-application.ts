import { z } from 'zod';
import { hasRole } from '../../../kernel/actions/actor.ts';
import { defineAction } from '../../../kernel/actions/define.ts';
import { Refusal } from '../../../kernel/actions/refusal.ts';
import { requireExecutor } from '../application.ts';
import { caseIdInput, deedView, viewDeed } from '../application-input.ts';
import { advanceApplication } from '../application-store.ts';

/** The applicant brought what was missing: to the specialist, or to any window of the Centre. */
export const resumeApplication = defineAction({
  name: 'applications.resume-application',
  title: { uk: 'Відновити розгляд', en: 'Resume an application' },
  input: z.object({ caseId: caseIdInput }),
  output: deedView,
  may: ['specialist', 'administrator'],
  importable: true,
  async run(deed, { caseId }) {
    const done = await advanceApplication(deed, caseId, (found) => {
      if (!hasRole(deed.actor, 'administrator')) requireExecutor(found, deed.actor);
      const { unitId, number } = found;
      if (found.state !== 'without-motion' || unitId === null) {
        throw new Refusal('applications:refusals.notPaused', { number });
      }
      return { event: 'resumed', to: 'in-work', holder: { kind: 'body', unitId }, clock: { type: 'resume' } };
    });
    return viewDeed(done);
  },
});
