import { z } from 'zod';
import type { DraftPlan } from './plan-drafts.ts';

/** What cannot be true at once; the sentence is `service-catalogue:contradictions.<key>`. */
export const contradictionView = z.object({
  key: z.string(),
  level: z.enum(['error', 'warning']),
  params: z.record(z.string(), z.string()),
});

/** What one draft does, for a program and for the confirmation page. */
export const plannedRow = z.object({
  code: z.string(),
  kind: z.enum(['new', 'version', 'closed', 'unchanged']),
  changes: z.array(z.object({ field: z.string(), before: z.unknown(), after: z.unknown() })),
  problems: z.array(
    z.object({ field: z.string(), key: z.string(), params: z.record(z.string(), z.string()) }),
  ),
  contradictions: z.array(contradictionView),
});
export type PlannedRow = z.output<typeof plannedRow>;

export function planRow({ draft, kind, changes, problems, contradictions }: DraftPlan): PlannedRow {
  return {
    code: draft.code,
    kind,
    changes: [...changes],
    problems: problems.map((one) => ({ ...one, params: { ...one.params } })),
    contradictions: contradictions.map((one) => ({ ...one, params: { ...one.params } })),
  };
}
