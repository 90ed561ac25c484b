import { z } from 'zod';
import { personal } from '../../kernel/actions/define.ts';
import { applicantInput } from '../applications/index.ts';
import { answersShape } from '../service-catalogue/index.ts';

const shared = {
  caseId: z.uuid(),
  serviceCode: z.string().max(20),
  documents: z.array(z.string().trim().min(1).max(500)).max(60),
  answers: personal(answersShape),
  trackingCode: personal(z.string().regex(/^[2-9A-HJKMNP-Z]{10}$/)),
};

/**
 * What a device may bring. It does not judge the applicant's values: a wrong one must arrive and be
 * named, for its number is on a paper already.
 */
export const broughtEntry = z.object({
  ...shared,
  applicant: personal(z.record(z.string().max(40), z.string().max(500))),
});
export type BroughtEntry = z.output<typeof broughtEntry>;

/** An application of the van as it can be filed. */
export const vanEntry = z.object({ ...shared, applicant: applicantInput });
export type VanEntry = z.output<typeof vanEntry>;
