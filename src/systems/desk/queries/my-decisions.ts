import { z } from 'zod';
import { defineQuery } from '../../../kernel/actions/define.ts';
import { workerOf } from '../../../kernel/cases/index.ts';
import { addUp, kindCount, knownKinds } from '../work-counts.ts';
import { readWork } from '../work-store.ts';
import { viewCases } from '../view-cases.ts';
import { workLine } from '../work-view.ts';

/** The most urgent of all decisions; what is beyond opens from its own step. */
const MOST = 200;

/** What only the leadership may do: to sign, to entrust, to extend. What burns first in each. */
export const myDecisions = defineQuery({
  name: 'desk.my-decisions',
  title: { uk: 'На моє рішення', en: 'For my decision' },
  input: z.object({ limit: z.coerce.number().int().min(1).max(MOST).default(10) }),
  output: z.object({
    /** In the order in which they press; those with nothing too. */
    decisions: z.array(
      z.object({
        kind: kindCount.omit({ steps: true }),
        step: kindCount.shape.steps.element,
        lines: z.array(workLine),
      }),
    ),
  }),
  may: ['leader'],
  async run(asking, { limit }) {
    const { tx, actor, now, house } = asking;
    const ask = { works: house.work(), actor, worker: workerOf(actor, now) };
    const wanted = knownKinds(house, actor).flatMap(({ name, steps }) =>
      steps.filter(({ decision }) => decision).map((step) => `${name} ${step.name}`),
    );
    const { counts, cases } = await readWork(tx, ask, { steps: wanted }, { limit: MOST });
    const lines = await viewCases(asking, ask, cases);
    const decisions = addUp(counts, house, actor).kinds.flatMap(({ steps, ...kind }) =>
      steps
        .filter(({ decision }) => decision)
        .map((step) => ({
          kind,
          step,
          lines: lines.filter((line) => line.kind === kind.name && line.step === step.name).slice(0, limit),
        })),
    );
    return { decisions };
  },
});
