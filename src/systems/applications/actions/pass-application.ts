import { z } from 'zod';
import { defineAction } from '../../../kernel/actions/define.ts';
import { caseIdInput, deedView, viewDeed } from '../application-input.ts';
import { passToBody } from '../hand-over-door.ts';

/** The papers go to the body, the same or the next working day (model regulation, КМУ 588). */
export const passApplication = defineAction({
  name: 'applications.pass-application',
  title: { uk: 'Передати документи органу', en: 'Pass the papers to the body' },
  input: z.object({ caseId: caseIdInput }),
  output: deedView,
  may: ['administrator'],
  importable: true,
  async run(deed, { caseId }) {
    const done = await passToBody(deed, caseId);
    return viewDeed(done);
  },
});
