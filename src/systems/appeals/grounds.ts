/** Why an appeal goes back to its author: the form of art. 5, or data without which nobody can act (art. 7). */
export const RETURN_GROUNDS = ['form', 'no-data'] as const;
export type ReturnGround = (typeof RETURN_GROUNDS)[number];

/** Why an appeal is not considered: articles 8 and 17 of Law 393/96-VR. */
export const UNCONSIDERED_GROUNDS = [
  'anonymous',
  'decided-before',
  'incapable',
  'late-complaint',
  'unclear',
] as const;
export type UnconsideredGround = (typeof UNCONSIDERED_GROUNDS)[number];
