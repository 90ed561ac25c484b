import { Refusal } from '../actions/refusal.ts';

const UNIQUE_VIOLATION = '23505';
/** Two periods that may not overlap. */
const EXCLUSION_VIOLATION = '23P01';
const FOREIGN_KEY_VIOLATION = '23503';

/**
 * Turns a broken constraint that means something into the sentence for it; every other error goes
 * on. `meanings` by the name of the constraint or unique index: 409 where something is there
 * already, 404 where it points to nothing.
 */
export async function whenBroken<T>(
  work: Promise<T>,
  meanings: Readonly<Record<string, string>>,
): Promise<T> {
  try {
    return await work;
  } catch (error) {
    const { code, constraint } = sqlError(error);
    const key = meanings[constraint];
    if (key === undefined) throw error;
    if (code === UNIQUE_VIOLATION || code === EXCLUSION_VIOLATION) throw new Refusal(key);
    if (code === FOREIGN_KEY_VIOLATION) throw new Refusal(key, {}, 404);
    throw error;
  }
}

function sqlError(error: unknown): { readonly code: string; readonly constraint: string } {
  if (typeof error !== 'object' || error === null) return { code: '', constraint: '' };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const constraint = 'constraint' in error && typeof error.constraint === 'string' ? error.constraint : '';
  return { code, constraint };
}
