import { z } from 'zod';
import type { Actor } from '../../kernel/actions/actor.ts';
import { isAllowed } from '../../kernel/actions/permission.ts';
import { personal } from '../../kernel/actions/define.ts';
import {
  type CaseLine,
  type CaseWork,
  type Errand,
  type ErrandKind,
  TURNS,
} from '../../kernel/cases/index.ts';
import { shortName } from '../../kernel/cases/view/short-name.ts';
import { BURNS, burnsOf, type DueReason, type WaitingCase } from './work-store.ts';

export const titleView = z.object({ uk: z.string(), en: z.string() });
const text = z.string().nullable();

export const reasonView = z.object({
  article: z.string(),
  extendedBy: z.int(),
  extendedArticle: text,
});

/** What every list of the desk says of a case. */
export const caseView = z.object({
  id: z.uuid(),
  kind: z.string(),
  number: text,
  title: z.string(),
  /** Surname and initials; null where this person's lists name nobody. */
  person: personal(text),
  stateTitle: titleView.nullable(),
  dueOn: z.iso.date().nullable(),
  why: reasonView.nullable(),
  unit: text,
  executor: text,
  /** The page that opens it. */
  path: z.string(),
});

/** Something that waits: a case, or an errand beside the cases (without a number). */
export const workLine = caseView.extend({
  step: z.string(),
  stepTitle: titleView,
  turn: z.enum(TURNS),
  burns: z.enum(BURNS),
  executorId: z.uuid().nullable(),
  /** The `deed` that its page does at once, without a further word. */
  deed: text,
});
export type WorkLine = z.output<typeof workLine>;
export type CaseRow = z.output<typeof caseView>;

export function viewCase(
  line: CaseLine,
  { kind, names }: CaseWork,
  actor: Actor,
  why: DueReason | undefined,
): CaseRow {
  return {
    id: line.id,
    kind: line.kind,
    number: line.number,
    title: line.title,
    person: isAllowed(names, actor) ? shortName(line.applicantName) : null,
    stateTitle: kind.states[line.state] ?? null,
    dueOn: line.dueOn,
    why: why ?? null,
    unit: line.unitName,
    executor: line.executorName,
    path: kind.staffPath.replace(':id', line.id),
  };
}

export function viewWork(
  line: WaitingCase,
  work: CaseWork,
  actor: Actor,
  { today, why }: { readonly today: string; readonly why: DueReason | undefined },
): WorkLine {
  const step = work.steps.find(({ name, may }) => name === line.step && isAllowed(may, actor));
  if (step === undefined) throw new Error(`${work.kind.name} has no step ${line.step}`);
  return {
    ...viewCase(line, work, actor, why),
    step: step.name,
    stepTitle: step.title,
    turn: step.turn,
    burns: burnsOf(line.dueOn, today),
    executorId: line.executorId,
    deed: step.deed ?? null,
  };
}

export function viewErrand(errand: Errand, kind: ErrandKind, today: string): WorkLine {
  return {
    ...errand,
    kind: kind.name,
    number: null,
    stateTitle: null,
    why: null,
    unit: null,
    executor: null,
    executorId: null,
    step: kind.name.slice(kind.name.indexOf('.') + 1),
    stepTitle: kind.doing,
    turn: kind.turn,
    burns: burnsOf(errand.dueOn, today),
    deed: null,
  };
}
