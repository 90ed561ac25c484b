import { z } from 'zod';
import { personal } from '../../kernel/actions/define.ts';
import { isEdrpou, isRnokpp } from '../../kernel/cases/applicant-code.ts';

export { deedView, viewDeed } from '../../kernel/cases/view/deed-view.ts';

const words = (max: number) => z.string().trim().max(max);

const code = z
  .string()
  .overwrite((text) => text.replace(/[\s-]/g, ''))
  .max(20);

/** A person or a body as told at the window. Codes: RULEBOOK §10; who refused a number shows a passport. */
export const applicantInput = z
  .object({
    kind: z.enum(['person', 'body']),
    name: personal(words(300).min(1, 'applications:input.nameMissing')),
    /** РНОКПП of a person, ЄДРПОУ of a body. */
    code: personal(code.optional()),
    passport: personal(words(40).optional()),
    phone: personal(
      words(40)
        .regex(/^\+?[\d\s()-]{5,}$/, 'applications:input.phoneWrong')
        .optional(),
    ),
    email: personal(words(200).pipe(z.email('applications:input.emailWrong')).optional()),
    address: personal(words(500).optional()),
  })
  .superRefine((applicant, context) => {
    if (applicant.code === undefined) return;
    const fits = applicant.kind === 'person' ? isRnokpp(applicant.code) : isEdrpou(applicant.code);
    if (fits) return;
    const message =
      applicant.kind === 'person' ? 'applications:input.rnokppWrong' : 'applications:input.edrpouWrong';
    context.addIssue({ code: 'custom', path: ['code'], message });
  });
export type ApplicantInput = z.output<typeof applicantInput>;

export const serviceCodeInput = z.string().regex(/^\d{2}-\d{2,3}$/, 'applications:input.serviceMissing');

export const caseIdInput = z.uuid('applications:input.caseMissing');
