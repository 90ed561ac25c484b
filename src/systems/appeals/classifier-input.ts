import { z } from 'zod';

/** One version of one entry of the classifier. */
export const classifierEntry = z.object({
  axis: z.enum(
    ['channel', 'sign', 'kind', 'sex', 'subject', 'document', 'category', 'status', 'outcome', 'topic'],
    'appeals:input.axisWrong',
  ),
  code: z
    .string()
    .trim()
    .max(20)
    .regex(/^\d{1,6}([.-]\d{1,6})*$/, 'appeals:input.codeWrong'),
  label: z.string().trim().min(1, 'appeals:input.labelMissing').max(300),
  labelEn: z.string().trim().min(1, 'appeals:input.labelMissing').max(300),
  own: z
    .string()
    .max(40)
    .regex(/^[a-z]+(-[a-z]+)*$/, 'appeals:input.ownWrong')
    .nullable()
    .default(null),
  priority: z.boolean().default(false),
  certainty: z.enum(['V', 'V2', 'M', 'M?'], 'appeals:input.certaintyWrong').default('M'),
  validFrom: z.iso.date('appeals:input.dateWrong'),
  validTo: z.iso.date('appeals:input.dateWrong').nullable().default(null),
});
