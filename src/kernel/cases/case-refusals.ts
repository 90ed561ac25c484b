import { Refusal } from '../actions/refusal.ts';

const REFUSALS: Readonly<Record<string, string>> = {
  cases_pkey: 'cases:refusals.idTaken',
  cases_one_number: 'cases:refusals.numberTaken',
  cases_number: 'cases:refusals.numberTaken',
  cases_parent_id_fkey: 'cases:refusals.noSuchCase',
  cases_part: 'cases:refusals.partTaken',
  cases_applicant_id_fkey: 'cases:refusals.noSuchApplicant',
  cases_unit_id_fkey: 'cases:refusals.noSuchUnit',
  cases_executor_id_fkey: 'cases:refusals.noSuchExecutor',
  cases_holder_unit_id_fkey: 'cases:refusals.noSuchUnit',
  case_executors_staff_id_fkey: 'cases:refusals.noSuchExecutor',
  case_questions_executor_id_fkey: 'cases:refusals.noSuchExecutor',
  case_questions_unit_id_fkey: 'cases:refusals.noSuchUnit',
  case_controls_controller_id_fkey: 'cases:refusals.noSuchExecutor',
  case_excluded_staff_id_fkey: 'cases:refusals.noSuchExecutor',
  case_excluded_unit_id_fkey: 'cases:refusals.noSuchUnit',
  case_excluded_hold_nothing: 'cases:refusals.complainedOf',
  case_excluded_holds_already: 'cases:refusals.complainedOfHolds',
  case_links_one_master: 'cases:refusals.otherMaster',
  case_links_other_id_fkey: 'cases:refusals.noSuchCase',
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
