import { z } from 'zod';
import { defineAction, personal } from '../../../kernel/actions/define.ts';
import { Refusal } from '../../../kernel/actions/refusal.ts';
import { kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import { findTrackedCase } from '../../../kernel/cases/index.ts';
import { caseIdInput, deedView, viewDeed } from '../application-input.ts';
import { advanceApplication, writeHandOut } from '../application-store.ts';
import { writeApplicant } from '../letters/write-applicant.ts';

export const handOutResult = defineAction({
  name: 'applications.hand-out-result',
  title: { uk: 'Видати результат', en: 'Hand out the result' },
  input: z.object({
    caseId: caseIdInput,
    /** The code from the receipt, where the resident shows it; a wrong one is refused. */
    code: personal(z.string().trim().max(40).optional()),
  }),
  output: deedView,
  may: ['administrator'],
  importable: true,
  async run(deed, { caseId, code }) {
    const done = await advanceApplication(deed, caseId, () => ({
      event: 'handed-out',
      to: 'handed-out',
      holder: { kind: 'closed', unitId: null },
      beside: writeHandOut(caseId, kyivDate(deed.now)),
    }));
    if (code !== undefined && code !== '') {
      const tracked = await findTrackedCase(deed.tx, done.number, code);
      if (tracked === null)
        throw new Refusal('applications:refusals.wrongCode', { number: done.number }, 403);
    }
    await writeApplicant(deed, done.before, 'handedOut');
    return viewDeed(done);
  },
});
