import type { Answers, FormField, Service } from '../service-catalogue/index.ts';
import type { Plan, PlanPart } from './plan.ts';

type Asked = Pick<Plan, 'form'>;
type Serving = Pick<Service, 'code' | 'form'>;

/**
 * Everything that one form asks for the chosen parts: the plan's questions, then those of the parts'
 * services that the plan does not ask already. Files are left to the bodies: each keeps its own.
 */
export function questionsOf(
  plan: Asked,
  chosen: readonly Pick<PlanPart, 'serviceCode'>[],
  services: readonly Serving[],
): readonly FormField[] {
  const fields = new Map(plan.form.map((field) => [field.name, field]));
  for (const { serviceCode } of chosen) {
    for (const field of services.find(({ code }) => code === serviceCode)?.form ?? []) {
      if (!fields.has(field.name) && field.kind !== 'file') fields.set(field.name, field);
    }
  }
  return [...fields.values()];
}

/** Of them what the body of one part reads: its service's questions, and what the plan shares with it. */
export function questionsOfPart(
  plan: Asked,
  part: Pick<PlanPart, 'serviceCode'> & { readonly shares: readonly string[] },
  services: readonly Serving[],
): readonly FormField[] {
  const own = services.find(({ code }) => code === part.serviceCode)?.form ?? [];
  const ownNames = new Set(own.map(({ name }) => name));
  const all = questionsOf(plan, [part], services);
  return all.filter(({ name }) => ownNames.has(name) || part.shares.includes(name));
}

/** May this part be chosen with these answers? */
export function applies({ appliesWhen }: Pick<PlanPart, 'appliesWhen'>, answers: Answers): boolean {
  return appliesWhen === null || answers[appliesWhen.field] === appliesWhen.is;
}
