import { z } from 'zod';
import type { Actor } from '../../kernel/actions/actor.ts';
import type { House } from '../../kernel/actions/house.ts';
import { isAllowed } from '../../kernel/actions/permission.ts';
import { TURNS, type Turn } from '../../kernel/cases/index.ts';
import { type Shown, turnsOf } from './shown.ts';
import type { WorkCount } from './work-store.ts';
import { titleView } from './work-view.ts';

const count = z.int();

/** `waiting` is mine and what nobody took; what burns is counted of it. */
export const sumsView = z.object({
  waiting: count,
  mine: count,
  free: count,
  others: count,
  all: count,
  overdue: count,
  today: count,
  /** In the seven days after today. */
  week: count,
  later: count,
  standing: count,
});
export type Sums = z.output<typeof sumsView>;

/** A kind that may ask something of this person, with its steps in the order of pressing. */
export const kindCount = z.object({
  name: z.string(),
  title: titleView,
  icon: z.string(),
  count,
  steps: z.array(
    z.object({
      name: z.string(),
      title: titleView,
      turn: z.enum(TURNS),
      decision: z.boolean(),
      count,
    }),
  ),
});
export type KindCount = z.output<typeof kindCount>;

interface KnownStep extends Omit<KindCount['steps'][number], 'count'> {}
interface KnownKind extends Omit<KindCount, 'count' | 'steps'> {
  readonly steps: readonly KnownStep[];
}

/** What may be expected of this person in this house: cases and errands alike. */
export function knownKinds(house: House, actor: Actor): readonly KnownKind[] {
  const cases = house.work().map(({ kind, icon, steps }) => ({
    name: kind.name,
    title: kind.title,
    icon,
    steps: steps
      .filter(({ may }) => isAllowed(may, actor))
      .map(({ name, title, turn, decision = false }) => ({ name, title, turn, decision })),
  }));
  const errands = house
    .errands()
    .filter(({ may }) => isAllowed(may, actor))
    .map(({ name, title, doing, icon, turn }) => ({
      name,
      title,
      icon,
      steps: [{ name: name.slice(name.indexOf('.') + 1), title: doing, turn, decision: false }],
    }));
  return [...cases, ...errands].filter(({ steps }) => steps.length > 0);
}

/** `<kind> <step>` of all that is asked for. */
export function stepsAsked(
  house: House,
  actor: Actor,
  asked: { readonly show: Shown; readonly kind?: string | undefined; readonly step?: string | undefined },
): readonly string[] {
  const turns = turnsOf(asked.show);
  return knownKinds(house, actor)
    .filter(({ name }) => asked.kind === undefined || name === asked.kind)
    .flatMap(({ name, steps }) =>
      steps
        .filter((step) => turns.includes(step.turn))
        .filter((step) => asked.step === undefined || step.name === asked.step)
        .map((step) => `${name} ${step.name}`),
    );
}

/** Sums and parts of one reading: they cannot disagree. */
export function addUp(counts: readonly WorkCount[], house: House, actor: Actor) {
  const known = knownKinds(house, actor);
  const turns = new Map<string, Turn>(
    known.flatMap(({ name, steps }) => steps.map((step) => [`${name} ${step.name}`, step.turn] as const)),
  );
  const sum = (fits: (one: WorkCount, turn: Turn) => boolean) =>
    counts.reduce((all, one) => {
      const turn = turns.get(`${one.kind} ${one.step}`);
      return turn !== undefined && fits(one, turn) ? all + one.count : all;
    }, 0);
  const waits = (turn: Turn) => turn !== 'others';
  const burning = (burns: WorkCount['burns']) => sum((one, turn) => waits(turn) && one.burns === burns);
  return {
    counts: {
      waiting: sum((_, turn) => waits(turn)),
      mine: sum((_, turn) => turn === 'mine'),
      free: sum((_, turn) => turn === 'free'),
      others: sum((_, turn) => turn === 'others'),
      all: sum(() => true),
      overdue: burning('overdue'),
      today: burning('today'),
      week: burning('week'),
      later: burning('later'),
      standing: burning('standing'),
    },
    kinds: known.map((kind) => ({
      ...kind,
      count: sum((one, turn) => waits(turn) && one.kind === kind.name),
      steps: kind.steps.map((step) => ({
        ...step,
        count: sum((one) => one.kind === kind.name && one.step === step.name),
      })),
    })),
  };
}
