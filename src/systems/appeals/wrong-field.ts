import { z } from 'zod';
import { InvalidInput } from '../../kernel/actions/invalid-input.ts';

/** A field that only the whole deed can judge: shown at the field like any other. */
export function wrongField(
  path: readonly (string | number)[],
  message: string,
  input?: unknown,
): InvalidInput {
  return new InvalidInput(new z.ZodError([{ code: 'custom', path: [...path], message, input }]));
}
