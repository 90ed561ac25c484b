import { z } from 'zod';

/** What every deed on a case answers. */
export const deedView = z.object({
  caseId: z.uuid(),
  number: z.string(),
  state: z.string(),
  /** Null while the clock stands. */
  dueOn: z.iso.date().nullable(),
});

export function viewDeed(done: { id: string; number: string; state: string; dueOn: string | null }) {
  return { caseId: done.id, number: done.number, state: done.state, dueOn: done.dueOn };
}
