import { z } from 'zod';
import type { DraftPlan } from './plan-drafts.ts';

/** What one draft does, for a program and for the confirmation page. */
export const plannedRow = z.object({
  code: z.string(),
  kind: z.enum(['new', 'version', 'closed', 'unchanged']),
  changes: z.array(z.object({ field: z.string(), before: z.unknown(), after: z.unknown() })),
  problems: z.array(
    z.object({ field: z.string(), key: z.string(), params: z.record(z.string(), z.string()) }),
  ),
});
export type PlannedRow = z.output<typeof plannedRow>;

export function planRow({ draft, kind, changes, problems }: DraftPlan): PlannedRow {
  return {
    code: draft.code,
    kind,
    changes: [...changes],
    problems: problems.map((one) => ({ ...one, params: { ...one.params } })),
  };
}
