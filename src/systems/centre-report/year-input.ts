import { z } from 'zod';

/** A year that a report can be of. */
export const yearInput = z.coerce
  .number()
  .int()
  .min(1991, 'centre-report:input.year')
  .max(2200, 'centre-report:input.year');
