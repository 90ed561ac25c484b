import { z } from 'zod';
import { personal } from '../../kernel/actions/define.ts';
import { stepView } from '../../kernel/cases/view/course-view.ts';
import { REQUESTER_KINDS } from './information-request.ts';

export { deedView, viewDeed } from '../../kernel/cases/view/deed-view.ts';

const words = (max: number) => z.string().trim().max(max);

export const caseIdInput = z.uuid('information-requests:input.caseMissing');
export const bodyInput = personal(words(20_000).min(10, 'information-requests:input.bodyMissing'));
export const emailInput = personal(
  words(200).pipe(z.email('information-requests:input.emailWrong')).optional(),
);
export const phoneInput = personal(
  words(40)
    .regex(/^\+?[\d\s()-]{5,}$/, 'information-requests:input.phoneWrong')
    .optional(),
);
export const addressInput = personal(words(500).optional());

/** Art. 19(5): a name, and where to answer; no reasons may be asked. */
export const requesterInput = z
  .object({
    kind: z.enum(REQUESTER_KINDS, 'information-requests:input.kindMissing'),
    name: personal(words(300).min(1, 'information-requests:input.nameMissing')),
    email: emailInput,
    phone: phoneInput,
    address: addressInput,
  })
  .superRefine(({ email, phone, address }, context) => {
    if (email !== undefined || phone !== undefined || address !== undefined) return;
    const message = 'information-requests:input.contactMissing';
    context.addIssue({ code: 'custom', path: ['email'], message });
  });

/** How the journal of requests names it; without personal data. */
export const subjectInput = words(300).min(5, 'information-requests:input.subjectMissing');

export const openedView = z.object({
  caseId: z.uuid(),
  number: z.string(),
  trackingCode: personal(z.string()),
  dueOn: z.iso.date().nullable(),
  steps: z.array(stepView),
});

export const answerFileView = z.object({
  id: z.uuid(),
  name: z.string(),
  size: z.int(),
  /** A copy for everyone, in which what may not be shown is hidden. */
  redacted: z.boolean(),
  published: z.boolean(),
});
