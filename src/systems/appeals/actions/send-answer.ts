import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { type Deed, defineAction } from '../../../kernel/actions/define.ts';
import { Refusal } from '../../../kernel/actions/refusal.ts';
import { findLinks, readQuestions, requireAllAnswered, writeOutcomes } from '../../../kernel/cases/index.ts';
import { mainOutcome, type Outcome } from '../appeal.ts';
import {
  type AppealAnswer,
  copyAnswer,
  getAnswer,
  markSent,
  SENT_HOW,
  type SentHow,
} from '../answer-store.ts';
import { advanceAppeal, writeEnding } from '../appeal-store.ts';
import { deedView, viewDeed } from '../appeal-input.ts';
import { writeAuthor } from '../letters/write-author.ts';

/** The approved answer goes to the author; twins of the appeal get the same one. */
export const sendAnswer = defineAction({
  name: 'appeals.send-answer',
  title: { uk: 'Надіслати відповідь', en: 'Send an answer' },
  input: z.object({
    answerId: z.uuid('appeals:refusals.noSuchAnswer'),
    how: z.enum(SENT_HOW, 'appeals:input.howMissing'),
  }),
  output: deedView.extend({ twins: z.int() }),
  may: ['registrar', 'leader'],
  async run(deed, { answerId, how }) {
    const answer = await getAnswer(deed.tx, answerId);
    if (answer.state !== 'approved') throw new Refusal('appeals:refusals.notApproved');
    if (answer.kind === 'interim') {
      const sent = { event: 'interim-sent', beside: markSent(answer.id, how, deed.now), data: { how } };
      const done = await advanceAppeal(deed, answer.caseId, sent);
      await tell(deed, done.before, answer, how);
      return { ...viewDeed(done), twins: 0 };
    }
    return sendFinal(deed, answer, how);
  },
});

async function sendFinal(deed: Deed, answer: AppealAnswer, how: SentHow) {
  const questions = await readQuestions(deed.tx, answer.caseId);
  requireAllAnswered(questions, answer.outcomes);
  const outcome = mainOutcome([
    ...questions.flatMap((one) =>
      one.outcome === null ? [] : [{ no: one.no, outcome: one.outcome as Outcome }],
    ),
    ...answer.outcomes,
  ]);
  const done = await advanceAppeal(deed, answer.caseId, (found) => ({
    event: 'answered',
    to: 'answered',
    outcome,
    data: { how },
    beside: [
      markSent(answer.id, how, deed.now),
      writeOutcomes(found.id, answer.outcomes, deed.now),
      writeEnding(found, deed.now, { outcome }),
    ],
  }));
  await tell(deed, done.before, answer, how);
  const links = await findLinks(deed.tx, answer.caseId);
  const twins = links.filter(({ kind, outgoing, isOpen }) => kind === 'twin' && !outgoing && isOpen);
  for (const { caseId } of twins) await answerTwin(deed, caseId, { answer, how, outcome });
  return { ...viewDeed(done), twins: twins.length };
}

async function answerTwin(
  deed: Deed,
  caseId: string,
  { answer, how, outcome }: { answer: AppealAnswer; how: SentHow; outcome: Outcome },
): Promise<void> {
  const questions = await readQuestions(deed.tx, caseId);
  const outcomes = questions.map(({ no }) => ({ no, outcome }));
  const done = await advanceAppeal(deed, caseId, (found) => ({
    event: 'answered',
    to: 'answered',
    outcome,
    data: { how, asIn: answer.caseId },
    beside: [
      copyAnswer(caseId, uuid(), answer, how, deed.now),
      writeOutcomes(caseId, outcomes, deed.now),
      writeEnding(found, deed.now, { outcome }),
    ],
  }));
  await tell(deed, done.before, answer, how);
}

async function tell(
  deed: Deed,
  found: { readonly id: string; readonly number: string; readonly applicantId: string | null },
  answer: AppealAnswer,
  how: SentHow,
): Promise<void> {
  if (how !== 'email') return;
  const name = answer.kind === 'final' ? 'answer' : 'interim';
  const sent = await writeAuthor(deed, found, name, { answer: answer.text });
  // A person without an e-mail waits for paper: nobody must think that it went.
  if (!sent && !deed.imported) throw new Refusal('appeals:refusals.noEmail', { number: found.number }, 422);
}
