import { z } from 'zod';
import { InvalidInput } from '../../kernel/actions/invalid-input.ts';

export interface WrongField {
  readonly path: readonly (string | number)[];
  /** Key of the sentence. */
  readonly message: string;
}

/** A field that only the whole deed can judge: shown at the field like any other. */
export function wrongField(path: WrongField['path'], message: string, input?: unknown): InvalidInput {
  return new InvalidInput(new z.ZodError([{ code: 'custom', path: [...path], message, input }]));
}

/** Several at once, so that a person mends them in one go. */
export function wrongFields(fields: readonly WrongField[]): InvalidInput {
  return new InvalidInput(
    new z.ZodError(
      fields.map(({ path, message }) => ({ code: 'custom', path: [...path], message, input: undefined })),
    ),
  );
}
