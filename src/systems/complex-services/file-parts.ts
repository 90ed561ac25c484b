import type { Deed } from '../../kernel/actions/define.ts';
import type { Transaction } from '../../kernel/database/database.ts';
import { fileApplication, type FiledApplication, type KnownApplicant } from '../applications/index.ts';
import { type Answers, findService, type Service } from '../service-catalogue/index.ts';
import type { Plan } from './plan.ts';
import type { PartRow } from './complex-store.ts';
import { questionsOfPart } from './questions.ts';

/** What every part of one application has in common. */
export interface Whole {
  readonly caseId: string;
  readonly plan: Plan;
  /** Services as they were on the day of filing. */
  readonly services: readonly Service[];
  readonly applicant: KnownApplicant | null;
  readonly answers: Answers;
  readonly documents: readonly string[];
  readonly ticketId: string | null;
}

/**
 * Sends a part to its body as an application of its own. The database knows one application for a
 * part (`cases_part`), so to send it again can make no second one.
 */
export function filePart(
  deed: Deed,
  whole: Whole,
  part: Omit<PartRow, 'state' | 'toldState' | 'applicationId' | 'endedOn'>,
): Promise<FiledApplication> {
  const { caseId, plan, services, applicant, documents, ticketId } = whole;
  const service = services.find(({ code }) => code === part.serviceCode) ?? null;
  const questions = questionsOfPart(plan, part, services);
  const names = new Set(questions.map(({ name }) => name));
  const answers = Object.fromEntries(Object.entries(whole.answers).filter(([name]) => names.has(name)));
  return fileApplication(deed, {
    service,
    own: { title: part.title, term: { code: `plan/${plan.code}/${part.no}`, ...part.term } },
    provider: { unitId: part.providerUnitId, code: part.providerCode },
    applicant,
    documents,
    asked: { questions, answers },
    channel: 'complex',
    partOf: { caseId, no: part.no },
    // Sent electronically: from the first moment it is the body's day.
    holder: { kind: 'body', unitId: part.providerUnitId },
    ticketId,
  });
}

/** The services of the chosen parts on a day; one that is no more is left out, its part keeps its own words. */
export async function servicesOf(
  tx: Transaction,
  parts: readonly { readonly serviceCode: string | null }[],
  on: string,
): Promise<readonly Service[]> {
  const found: Service[] = [];
  for (const { serviceCode } of parts) {
    const service = serviceCode === null ? undefined : await findService(tx, serviceCode, on);
    if (service !== undefined) found.push(service);
  }
  return found;
}
