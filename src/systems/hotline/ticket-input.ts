import { z } from 'zod';
import { personal } from '../../kernel/actions/define.ts';
import { URGENCIES } from './ticket.ts';

export { deedView, viewDeed } from '../../kernel/cases/view/deed-view.ts';

const words = (max: number) => z.string().trim().max(max);

export const caseIdInput = z.uuid('hotline:input.caseMissing');
export const topicInput = words(60).min(1, 'hotline:input.topicMissing');
export const urgencyInput = z.enum(URGENCIES, 'hotline:input.urgencyMissing');
export const phoneInput = personal(
  words(40)
    .regex(/^([+\d][\d\s()-]{2,})?$/, 'hotline:input.phoneWrong')
    .default(''),
);
export const emailInput = z
  .union([z.literal(''), words(200).pipe(z.email('hotline:input.emailWrong'))])
  .default('');
export const nameInput = personal(words(300).default(''));
export const textInput = personal(words(5000).default(''));
export const placeInput = personal(words(300).default(''));

export const ticketView = z.object({
  caseId: z.uuid(),
  number: z.string(),
  /** With the number it opens the tracking page; shown once. */
  trackingCode: personal(z.string()),
  dueOn: z.iso.date().nullable(),
});
