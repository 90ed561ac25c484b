import { wrongField } from '../../kernel/actions/invalid-input.ts';
import type { Transaction } from '../../kernel/database/database.ts';
import { findUnitByCode } from '../../kernel/identity/unit-store.ts';
import type { Answers, Service } from '../service-catalogue/index.ts';
import type { PartRow } from './complex-store.ts';
import type { Plan, PlanPart } from './plan.ts';
import { applies } from './questions.ts';

/**
 * The chosen parts of a plan in the order in which they may start.
 * @throws InvalidInput at `parts`: none of the plan's, one left out that all need, one that does not apply.
 */
export function choosePlanParts(
  plan: Plan,
  chosen: readonly number[],
  answers: Answers,
): readonly PlanPart[] {
  const strangers = chosen.filter((no) => !plan.parts.some((part) => part.no === no));
  if (strangers.length > 0) throw wrongField(['parts'], 'complex-services:input.noSuchPart');
  const needed = plan.parts.find(({ no, required }) => required && !chosen.includes(no));
  if (needed !== undefined) throw wrongField(['parts'], 'complex-services:input.requiredPart');
  const parts = plan.parts.filter(({ no }) => chosen.includes(no));
  const foreign = parts.find((part) => !applies(part, answers));
  if (foreign !== undefined) throw wrongField(['parts'], 'complex-services:input.partNotForYou');
  return parts;
}

export type LaidPart = Omit<PartRow, 'state' | 'toldState' | 'applicationId' | 'endedOn'>;

/** A part with the body and the term of its day. */
export async function layPart(
  tx: Transaction,
  part: PlanPart,
  services: readonly Service[],
): Promise<LaidPart> {
  const service = services.find(({ code }) => code === part.serviceCode);
  const unit = await findUnitByCode(tx, part.provider);
  const term = part.term ?? service?.term;
  // A plan is judged before it is published, so this is a fault of ours, not the applicant's.
  if (unit === undefined || term === undefined)
    throw new Error(`part ${part.no} of a plan has no body or no term`);
  return {
    no: part.no,
    title: part.title.uk,
    titleEn: part.title.en,
    serviceCode: service === undefined ? null : part.serviceCode,
    providerUnitId: unit.id,
    providerCode: unit.code,
    term,
    dependsOn: part.dependsOn,
    shares: part.shares,
  };
}
