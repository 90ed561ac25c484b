import type { ServiceTerm } from './plan-terms.ts';
import { roughDays } from './plan-terms.ts';
import type { Plan, PlanPart } from './plan.ts';

/** What contradicts itself in a plan: a message `contradictions.<kind>` with its words. */
export interface Contradiction {
  readonly kind:
    | 'no-provider'
    | 'unknown-provider'
    | 'not-its-provider'
    | 'no-service'
    | 'no-term'
    | 'same-no'
    | 'no-such-part'
    | 'cycle'
    | 'too-long'
    | 'unknown-question'
    | 'file-question';
  /** Number of the part it is about; null = the whole plan. */
  readonly no: number | null;
  readonly params: Readonly<Record<string, string | number>>;
}

/** What is known of the catalogue on the day the plan begins. */
export interface KnownServices {
  /** Codes of the bodies that give the service and its term; undefined = no such service. */
  find(code: string): { readonly providers: readonly string[]; readonly term: ServiceTerm } | undefined;
  readonly providers: ReadonlySet<string>;
}

/** All contradictions of a plan; an empty list is a plan that may be published. Pure. */
export function judgePlan(plan: Plan, known: KnownServices): readonly Contradiction[] {
  return [
    ...plan.parts.flatMap((part) => judgeProvider(part, known)),
    ...judgeNumbers(plan),
    ...judgeQuestions(plan),
    ...judgeLength(plan, known),
  ];
}

function found(kind: Contradiction['kind'], no: number | null, params: Contradiction['params'] = {}) {
  return [{ kind, no, params }] as const;
}

function judgeProvider(part: PlanPart, known: KnownServices): readonly Contradiction[] {
  const { no, provider, serviceCode } = part;
  const service = serviceCode === null ? undefined : known.find(serviceCode);
  if (serviceCode !== null && service === undefined) return found('no-service', no, { code: serviceCode });
  if (serviceCode === null && part.term === null) return found('no-term', no);
  if (provider === '') return found('no-provider', no);
  if (!known.providers.has(provider)) return found('unknown-provider', no, { provider });
  if (service !== undefined && !service.providers.includes(provider))
    return found('not-its-provider', no, { provider });
  return [];
}

function judgeNumbers({ parts }: Plan): readonly Contradiction[] {
  const numbers = parts.map(({ no }) => no);
  const twins = numbers.filter((no, index) => numbers.indexOf(no) !== index);
  const strangers = parts.flatMap(({ no, dependsOn }) =>
    dependsOn
      .filter((other) => !numbers.includes(other))
      .flatMap((other) => found('no-such-part', no, { other })),
  );
  const caught = inCycles(parts);
  return [
    ...twins.flatMap((no) => found('same-no', no)),
    ...strangers,
    ...(caught.length === 0 ? [] : found('cycle', null, { parts: caught.join(', ') })),
  ];
}

type Depending = Pick<PlanPart, 'no' | 'dependsOn'>;

/** Parts that wait for each other in a ring: what is left when all that can start have started. */
export function inCycles(parts: readonly Depending[]): readonly number[] {
  let left = parts;
  for (;;) {
    const waiting = new Set(left.map(({ no }) => no));
    const next = left.filter(({ dependsOn }) => dependsOn.some((other) => waiting.has(other)));
    if (next.length === left.length) return next.map(({ no }) => no);
    left = next;
  }
}

function judgeQuestions({ form, parts }: Plan): readonly Contradiction[] {
  const names = new Set(form.map(({ name }) => name));
  const files = form.filter(({ kind }) => kind === 'file');
  return [
    ...files.flatMap(({ name }) => found('file-question', null, { name })),
    ...parts.flatMap(({ no, shares, appliesWhen }) =>
      [...shares, ...(appliesWhen === null ? [] : [appliesWhen.field])]
        .filter((name) => !names.has(name))
        .flatMap((name) => found('unknown-question', no, { name })),
    ),
  ];
}

/** The longest chain of terms, counted generously, against what the city promises. */
function judgeLength(plan: Plan, known: KnownServices): readonly Contradiction[] {
  if (plan.promise === null || inCycles(plan.parts).length > 0) return [];
  const promised = roughDays(plan.promise);
  const byNo = new Map(plan.parts.map((part) => [part.no, part]));
  const lengthOf = ({ dependsOn, term, serviceCode }: PlanPart): number => {
    const own = term ?? (serviceCode === null ? undefined : known.find(serviceCode)?.term);
    const before = dependsOn.flatMap((no) => byNo.get(no) ?? []).map(lengthOf);
    return Math.max(0, ...before) + (own === undefined ? 0 : roughDays(own));
  };
  return plan.parts.flatMap((part) => {
    const days = lengthOf(part);
    return days > promised ? found('too-long', part.no, { days, promised }) : [];
  });
}
