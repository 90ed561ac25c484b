import { z } from 'zod';

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

/** A field that only the whole deed can judge. */
export interface WrongField {
  readonly path: readonly (string | number)[];
  /** Key of the sentence. */
  readonly message: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

/** Told at the field, as what the schema finds is. */
export function wrongField(
  path: WrongField['path'],
  message: string,
  params: WrongField['params'] = {},
): InvalidInput {
  return wrongFields([{ path, message, params }]);
}

/** Several at once, so that a person mends them in one go. */
export function wrongFields(fields: readonly WrongField[]): InvalidInput {
  const issues = fields.map(({ path, message, params = {} }) => ({
    code: 'custom' as const,
    path: [...path],
    message,
    params: { ...params },
    input: undefined,
  }));
  return new InvalidInput(new z.ZodError(issues));
}
