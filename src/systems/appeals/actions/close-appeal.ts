import { z } from 'zod';
import { type Deed, defineAction, personal } from '../../../kernel/actions/define.ts';
import { kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import { explainTerm, readQuestions, writeOutcomes } from '../../../kernel/cases/index.ts';
import { advanceAppeal, writeEnding } from '../appeal-store.ts';
import { caseIdInput, deedView, viewDeed } from '../appeal-input.ts';
import { freeTwins } from '../free-twins.ts';
import { RETURN_GROUNDS, UNCONSIDERED_GROUNDS } from '../grounds.ts';
import { writeAuthor } from '../letters/write-author.ts';

const note = personal(z.string().trim().min(3, 'appeals:input.noteMissing').max(4000));

/** To whom it concerns, within five days; the author is told (art. 7). */
export const forwardAppeal = defineAction({
  name: 'appeals.forward-appeal',
  title: { uk: 'Переслати за належністю', en: 'Forward an appeal' },
  input: z.object({
    caseId: caseIdInput,
    to: z.string().trim().min(3, 'appeals:input.forwardToMissing').max(500),
    note,
  }),
  output: deedView,
  may: ['registrar', 'leader'],
  run: (deed, given) => close(deed, given.caseId, { outcome: 'forwarded', clock: 'forward', ...given }),
});

/** Back to its author with an explanation: five days where data are missing, ten where the form is. */
export const returnAppeal = defineAction({
  name: 'appeals.return-appeal',
  title: { uk: 'Повернути авторові', en: 'Return an appeal' },
  input: z.object({
    caseId: caseIdInput,
    ground: z.enum(RETURN_GROUNDS, 'appeals:input.groundMissing'),
    note,
  }),
  output: deedView,
  may: ['registrar', 'leader'],
  run: (deed, given) =>
    close(deed, given.caseId, {
      outcome: 'returned',
      clock: given.ground === 'no-data' ? 'forward' : 'return',
      ...given,
    }),
});

/** Anonymous, decided before, from an incapable person, a complaint out of time: articles 8 and 17. */
export const leaveUnconsidered = defineAction({
  name: 'appeals.leave-unconsidered',
  title: { uk: 'Залишити без розгляду', en: 'Leave an appeal unconsidered' },
  input: z.object({
    caseId: caseIdInput,
    ground: z.enum(UNCONSIDERED_GROUNDS, 'appeals:input.groundMissing'),
    note,
  }),
  output: deedView,
  may: ['leader'],
  run: (deed, given) => close(deed, given.caseId, { outcome: 'not-considered', clock: 'main', ...given }),
});

interface Closing {
  readonly outcome: 'forwarded' | 'returned' | 'not-considered';
  /** By which clock it was in term. */
  readonly clock: 'forward' | 'return' | 'main';
  readonly to?: string;
  readonly ground?: string;
  readonly note: string;
}

async function close(deed: Deed, caseId: string, closing: Closing) {
  const { outcome, to, ground, note: words } = closing;
  const questions = await readQuestions(deed.tx, caseId);
  const clock = (await explainTerm(deed.tx, caseId)).find(({ name }) => name === closing.clock);
  const dueOn = clock?.dueOn ?? null;
  const done = await advanceAppeal(deed, caseId, (found) => ({
    event: outcome,
    to: outcome,
    outcome,
    data: { ...(to === undefined ? {} : { to }), ...(ground === undefined ? {} : { ground }) },
    beside: [
      writeOutcomes(
        caseId,
        questions.map(({ no }) => ({ no, outcome })),
        deed.now,
      ),
      writeEnding({ ...found, dueOn: dueOn ?? found.dueOn }, deed.now, {
        outcome,
        note: [to, words].filter((text) => text !== undefined).join('\n'),
      }),
    ],
  }));
  await freeTwins(deed, caseId);
  await writeAuthor(deed, done.before, outcome, { to: to ?? '', note: words, on: kyivDate(deed.now) });
  return viewDeed(done);
}
