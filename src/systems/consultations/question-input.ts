import { z } from 'zod';
import { personal } from '../../kernel/actions/define.ts';

export const questionInput = personal(
  z
    .string()
    .trim()
    .min(10, 'consultations:input.questionShort')
    .max(3000, 'consultations:input.questionLong'),
);

export const answerInput = personal(
  z.string().trim().min(2, 'consultations:input.answerMissing').max(6000, 'consultations:input.answerLong'),
);

export const emailInput = personal(z.email('consultations:input.emailWrong').max(254));

/** Null: a general question. */
export const serviceCodeInput = z
  .string()
  .trim()
  .regex(/^\d{2}-\d{2,3}$/, 'consultations:input.serviceWrong')
  .nullable()
  .default(null);
