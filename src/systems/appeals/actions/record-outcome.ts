import { z } from 'zod';
import { type Deed, defineAction, personal } from '../../../kernel/actions/define.ts';
import { freeTwins } from '../free-twins.ts';
import { wrongField } from '../../../kernel/actions/invalid-input.ts';
import { Refusal } from '../../../kernel/actions/refusal.ts';
import {
  type CaseQuestion,
  readQuestions,
  requireAllAnswered,
  writeOutcomes,
} from '../../../kernel/cases/index.ts';
import { type AppealState, mainOutcome, OUTCOMES, type Outcome } from '../appeal.ts';
import { advanceAppeal, getAppealRow, writeEnding } from '../appeal-store.ts';
import { caseIdInput, deedView, viewDeed } from '../appeal-input.ts';

const outcome = z.enum(OUTCOMES, 'appeals:input.outcomeMissing');

/**
 * An outcome at once: what was explained at a reception or by telephone, and the past that an
 * importer brings. Everything else goes by draft, approval and sending.
 */
export const recordOutcome = defineAction({
  name: 'appeals.record-outcome',
  title: { uk: 'Записати результат звернення', en: 'Record the outcome of an appeal' },
  input: z.object({
    caseId: caseIdInput,
    /** Of every question; or of each by its number. */
    outcome: outcome.optional(),
    outcomes: z
      .array(z.object({ no: z.int().min(1).max(20), outcome }))
      .max(20)
      .default([]),
    note: personal(z.string().trim().max(4000).default('')),
  }),
  output: deedView,
  may: ['registrar', 'operator', 'specialist', 'leader'],
  importable: true,
  async run(deed, given) {
    const questions = await readQuestions(deed.tx, given.caseId);
    const outcomes = outcomesOf(questions, given);
    requireAllAnswered(questions, outcomes);
    const main = mainOutcome(outcomes);
    await requireLawful(deed, given.caseId, outcomes);
    const done = await advanceAppeal(deed, given.caseId, (found) => ({
      event: 'outcome-recorded',
      to: STATE_AFTER[main],
      outcome: main,
      beside: [
        writeOutcomes(found.id, outcomes, deed.now),
        writeEnding(found, deed.now, { outcome: main, note: given.note }),
      ],
    }));
    await freeTwins(deed, given.caseId);
    return viewDeed(done);
  },
});

const STATE_AFTER: Readonly<Record<Outcome, AppealState>> = {
  satisfied: 'answered',
  explained: 'answered',
  refused: 'answered',
  'not-stated': 'answered',
  returned: 'returned',
  forwarded: 'forwarded',
  'not-considered': 'not-considered',
  withdrawn: 'withdrawn',
};

function outcomesOf(
  questions: readonly CaseQuestion[],
  given: {
    readonly outcome?: Outcome | undefined;
    readonly outcomes: readonly { no: number; outcome: Outcome }[];
  },
) {
  const { outcome: all } = given;
  if (all === undefined) return given.outcomes;
  return questions.map(({ no }) => ({ no, outcome: all }));
}

async function requireLawful(
  deed: Deed,
  caseId: string,
  outcomes: readonly { readonly outcome: Outcome }[],
): Promise<void> {
  if (deed.imported) return;
  const { channel } = await getAppealRow(deed.tx, caseId);
  if (channel !== 'reception' && channel !== 'hotline') throw new Refusal('appeals:refusals.onlyByAnswer');
  const spoken = outcomes.every((one) => ['satisfied', 'explained', 'refused'].includes(one.outcome));
  if (!spoken) throw wrongField(['outcome'], 'appeals:input.outcomeMissing');
}
