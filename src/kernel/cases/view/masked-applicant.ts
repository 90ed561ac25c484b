import { z } from 'zod';
import type { CaseDetails } from '../index.ts';
import { maskCode } from '../applicant-code.ts';

/** How to reach the applicant; numbers of papers only as far as one needs to compare them. */
export const maskedView = z.object({
  kind: z.enum(['person', 'body', 'unknown']),
  passport: z.string().nullable(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  address: z.string().nullable(),
});

export function maskedApplicant(applicant: CaseDetails['applicant']) {
  if (applicant === null) return { applicant: null, applicantCode: null, contacts: null };
  const { kind, name, code, passport, phone, email, address } = applicant;
  return {
    applicant: name,
    applicantCode: code === null ? null : maskCode(code),
    contacts: { kind, passport: passport === null ? null : maskPassport(passport), phone, email, address },
  };
}

/** «ЕА ****56». */
function maskPassport(text: string): string {
  return `${text.slice(0, 2)} ****${text.slice(-2)}`;
}
