import { Refusal } from '../actions/refusal.ts';

/**
 * Turns the violation of a constraint that means something into the sentence for it; every other
 * error goes on. `meanings` by the name of the constraint or unique index.
 */
export async function whenUnique<T>(
  work: Promise<T>,
  meanings: Readonly<Record<string, string>>,
): Promise<T> {
  try {
    return await work;
  } catch (error) {
    const key = meanings[brokenConstraint(error) ?? ''];
    throw key === undefined ? error : new Refusal(key);
  }
}

function brokenConstraint(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  // 23505 is a unique index, 23P01 an exclusion constraint: two periods that may not overlap.
  if (!('code' in error) || (error.code !== '23505' && error.code !== '23P01')) return undefined;
  return 'constraint' in error && typeof error.constraint === 'string' ? error.constraint : undefined;
}
