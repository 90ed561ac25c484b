import type { z } from 'zod';

/** What the person has to mend, field by field. `message` is a message key or Zod's own sentence. */
export interface InputIssue {
  readonly path: string;
  readonly issue: z.core.$ZodIssue;
}

/** The input does not fit the schema (422). The sentences are made where the reader's language is known. */
export class InvalidInput extends Error {
  readonly issues: readonly InputIssue[];

  constructor(error: z.ZodError) {
    super('The input does not fit the schema');
    this.name = 'InvalidInput';
    this.issues = error.issues.map((issue) => ({ path: issue.path.join('.'), issue }));
  }
}
