import { z } from 'zod';
import { defineQuery, personal } from '../../../kernel/actions/define.ts';
import { notFound } from '../../../kernel/actions/refusal.ts';
import { explainTerm, findTrackedCase } from '../../../kernel/cases/index.ts';
import { stepView, viewSteps } from '../../../kernel/cases/view/course-view.ts';
import { APPEAL } from '../appeal.ts';
import { readAnswers } from '../answer-store.ts';
import { readCourse } from '../appeal-course.ts';
import { getAppealRow } from '../appeal-store.ts';

/** By number and code: how the appeal goes, and the answers that were sent. Nothing of the person. */
export const trackAppeal = defineQuery({
  name: 'appeals.track-appeal',
  title: { uk: 'Де моє звернення', en: 'Where my appeal is' },
  input: z.object({ number: z.string().max(60), code: personal(z.string().max(60)) }),
  output: z.object({
    number: z.string(),
    index: z.string(),
    title: z.string(),
    state: z.string(),
    isOpen: z.boolean(),
    day: z.iso.date(),
    dueOn: z.iso.date().nullable(),
    outcome: z.string().nullable(),
    unit: z.string().nullable(),
    closingNote: z.string(),
    done: z.string().nullable(),
    mark: z.int().nullable(),
    answers: z.array(z.object({ no: z.int(), kind: z.string(), text: z.string(), sentAt: z.date() })),
    steps: z.array(stepView),
    course: z.array(
      z.object({ seq: z.int(), type: z.string(), at: z.date(), holder: z.string().nullable() }),
    ),
  }),
  may: ['resident'],
  async run({ tx }, { number, code }) {
    const found = await findTrackedCase(tx, number, code);
    if (found?.kind !== APPEAL.name) throw notFound('appeals:refusals.notTracked');
    const row = await getAppealRow(tx, found.id);
    const [clock] = await explainTerm(tx, found.id);
    const answers = await readAnswers(tx, found.id);
    const { index, day, outcome, closingNote, done, mark } = row;
    return {
      number: found.number,
      index,
      title: found.title,
      state: found.state,
      isOpen: found.isOpen,
      day,
      dueOn: found.dueOn,
      outcome,
      unit: found.unitName,
      closingNote,
      done,
      mark,
      answers: answers.flatMap(({ no, kind, text, sentAt }) =>
        sentAt === null ? [] : [{ no, kind, text, sentAt }],
      ),
      steps: viewSteps(clock?.steps ?? []),
      course: (await readCourse(tx, found.id))
        .filter(({ type }) => PUBLIC_EVENTS.has(type))
        .map(({ seq, type, at, holder }) => ({ seq, type, at, holder })),
    };
  },
});

/** Drafts and remarks are the house's own affair. */
const PUBLIC_EVENTS: ReadonlySet<string> = new Set([
  'filed',
  'registered',
  'described',
  'resolved',
  'taken',
  'extended',
  'shortened',
  'interim-sent',
  'answer-drafted',
  'answer-approved',
  'answered',
  'outcome-recorded',
  'forwarded',
  'returned',
  'not-considered',
  'withdrawn',
  'joined',
  'unlinked',
  'confirmed',
  'reopened',
]);
