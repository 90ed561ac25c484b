import { z } from 'zod';
import { type Asking, defineQuery, personal } from '../../../kernel/actions/define.ts';
import { workerOf } from '../../../kernel/cases/index.ts';
import { writePageKey } from '../../../kernel/cases/page-key.ts';
import { dueOf, mergeErrands, readErrands } from '../errands.ts';
import { MY_WORK, SHOWN } from '../shown.ts';
import { addUp, kindCount, stepsAsked, sumsView } from '../work-counts.ts';
import { BURNS, readWork, type WorkAsk, type WorkCount } from '../work-store.ts';
import { viewCases } from '../view-cases.ts';
import { type WorkLine, workLine } from '../work-view.ts';

const input = z.object({
  /** Whose move it is; `waiting`: mine, and what nobody has taken. */
  show: z.enum(SHOWN).default('waiting'),
  /** A kind of case or of errand by its name. */
  kind: z.string().max(80).optional(),
  /** One step of that kind. */
  step: z.string().max(60).optional(),
  burns: z.enum(BURNS).optional(),
  words: personal(z.string().trim().max(200)).optional(),
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(50),
});
type Given = z.output<typeof input>;

/** All that waits for one person, of every kind, what burns first. */
export const myWork = defineQuery({
  name: 'desk.my-work',
  title: { uk: 'Моя робота', en: 'My work' },
  input,
  output: z.object({
    counts: sumsView,
    kinds: z.array(kindCount),
    lines: z.array(workLine),
    next: z.string().nullable(),
  }),
  may: MY_WORK,
  async run(asking, given) {
    const { actor, now, house } = asking;
    const works = house.work();
    const worker = workerOf(actor, now);
    const ask = { works, actor, worker };
    const errands = await readErrands(asking, worker);
    const { counts, lines, next } = await readPage(asking, ask, given, errands);
    return { ...addUp([...counts, ...errands.map(asCount)], house, actor), lines: [...lines], next };
  },
});

function asCount({ kind, step, burns }: WorkLine): WorkCount {
  return { kind, step, burns, count: 1 };
}

async function readPage(asking: Asking, ask: WorkAsk, given: Given, errands: readonly WorkLine[]) {
  const { tx, actor, house } = asking;
  const words = given.words === '' ? undefined : given.words;
  const steps = stepsAsked(house, actor, given);
  const { after, limit, burns } = given;
  const found = await readWork(tx, ask, { steps, burns, words }, { after, limit: limit + 1 });
  const page = found.cases.slice(0, limit);
  const more = found.cases.length > limit;
  const cases = await viewCases(asking, ask, page);
  const wanted = errands.filter(
    (line) =>
      steps.includes(`${line.kind} ${line.step}`) &&
      (burns === undefined || line.burns === burns) &&
      (words === undefined || line.title.toLowerCase().includes(words.toLowerCase())),
  );
  const lines = mergeErrands(cases, wanted, { after, more });
  const last = cases.at(-1);
  const next = more && last !== undefined ? writePageKey({ value: dueOf(last), id: last.id }) : null;
  return { counts: found.counts, lines, next };
}
