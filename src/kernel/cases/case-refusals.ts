import { Refusal } from '../actions/refusal.ts';

const REFUSALS: Readonly<Record<string, string>> = {
  cases_pkey: 'cases:refusals.idTaken',
  cases_parent_id_fkey: 'cases:refusals.noSuchCase',
  cases_part: 'cases:refusals.partTaken',
  cases_applicant_id_fkey: 'cases:refusals.noSuchApplicant',
  cases_unit_id_fkey: 'cases:refusals.noSuchUnit',
  cases_executor_id_fkey: 'cases:refusals.noSuchExecutor',
  cases_holder_unit_id_fkey: 'cases:refusals.noSuchUnit',
};

/** The constraints that an action's input can break, as sentences; everything else stays a fault. */
export function refuseBrokenLinks(error: unknown): never {
  const constraint = constraintOf(error);
  const key = constraint === null ? undefined : REFUSALS[constraint];
  if (key === undefined) throw error;
  throw new Refusal(key, {}, 422);
}

function constraintOf(error: unknown): string | null {
  if (typeof error !== 'object' || error === null || !('constraint' in error)) return null;
  return typeof error.constraint === 'string' ? error.constraint : null;
}
