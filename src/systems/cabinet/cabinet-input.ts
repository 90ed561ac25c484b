import { z } from 'zod';

export const serviceCodeInput = z.string().regex(/^\d{2}-\d{2,3}$/, 'cabinet:input.service');
export const caseIdInput = z.uuid('cabinet:input.case');
