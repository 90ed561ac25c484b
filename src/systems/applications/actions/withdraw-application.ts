import { z } from 'zod';
import { hasRole } from '../../../kernel/actions/actor.ts';
import { defineAction } from '../../../kernel/actions/define.ts';
import { kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import { requireExecutor } from '../application.ts';
import { caseIdInput, deedView, viewDeed } from '../application-input.ts';
import { advanceApplication, writeWithdrawal } from '../application-store.ts';

/** The applicant asked to stop: at a window, or the specialist who has the case. */
export const withdrawApplication = defineAction({
  name: 'applications.withdraw-application',
  title: { uk: 'Відкликати заяву', en: 'Withdraw an application' },
  input: z.object({ caseId: caseIdInput }),
  output: deedView,
  may: ['administrator', 'specialist'],
  importable: true,
  async run(deed, { caseId }) {
    const done = await advanceApplication(deed, caseId, (found) => {
      if (!hasRole(deed.actor, 'administrator')) requireExecutor(found, deed.actor);
      return {
        event: 'withdrawn',
        to: 'withdrawn',
        holder: { kind: 'closed', unitId: null },
        beside: writeWithdrawal(caseId, kyivDate(deed.now)),
      };
    });
    return viewDeed(done);
  },
});
