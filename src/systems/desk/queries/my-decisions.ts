import { z } from 'zod';
import { defineQuery } from '../../../kernel/actions/define.ts';
import { type CaseWork, workerOf } from '../../../kernel/cases/index.ts';
import { addUp, kindCount } from '../work-counts.ts';
import { countWork, listWork, readDueReasons } from '../work-store.ts';
import { viewWork, workLine } from '../work-view.ts';

/** What only the leadership may do: to sign, to entrust, to extend. What burns first in each. */
export const myDecisions = defineQuery({
  name: 'desk.my-decisions',
  title: { uk: 'На моє рішення', en: 'For my decision' },
  input: z.object({ limit: z.coerce.number().int().min(1).max(200).default(10) }),
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
  async run({ tx, actor, now, house, looked }, { limit }) {
    const works = house.work();
    const worker = workerOf(actor, now);
    const ask = { works, actor, worker };
    const { kinds } = addUp(await countWork(tx, ask), house, actor);
    const decisions = [];
    for (const { steps, ...kind } of kinds) {
      const work = works.find((one: CaseWork) => one.kind.name === kind.name);
      for (const step of work === undefined ? [] : steps.filter(({ decision }) => decision)) {
        const only = { steps: [`${kind.name} ${step.name}`] };
        const found = step.count === 0 ? [] : await listWork(tx, ask, only, { limit });
        const ids = found.map(({ id }) => id);
        const reasons = await readDueReasons(tx, ids);
        for (const id of ids) looked({ kind: 'case', id });
        const lines = found.flatMap((line) =>
          work === undefined
            ? []
            : [viewWork(line, work, actor, { today: worker.today, why: reasons.get(line.id) })],
        );
        decisions.push({ kind, step, lines });
      }
    }
    return { decisions };
  },
});
