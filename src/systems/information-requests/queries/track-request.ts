import { z } from 'zod';
import { defineQuery, personal } from '../../../kernel/actions/define.ts';
import { notFound } from '../../../kernel/actions/refusal.ts';
import { explainTerm, findTrackedCase, getCase } from '../../../kernel/cases/index.ts';
import { courseView, stepView, viewSteps } from '../../../kernel/cases/view/course-view.ts';
import { readCourse } from '../../../kernel/cases/view/read-course.ts';
import { INFORMATION_REQUEST } from '../information-request.ts';
import { listAnswerFiles } from '../answer-files.ts';
import { answerFileView } from '../request-input.ts';
import { getRequestRow } from '../request-store.ts';

export const trackRequest = defineQuery({
  name: 'information-requests.track-request',
  title: { uk: 'Де мій запит', en: 'Where is my request' },
  may: ['resident'],
  input: z.object({
    number: z.string().trim().min(1).max(60),
    code: personal(z.string().trim().min(1).max(60)),
  }),
  output: z.object({
    number: z.string(),
    subject: z.string(),
    state: z.string(),
    isOpen: z.boolean(),
    dueOn: z.iso.date().nullable(),
    unit: z.string().nullable(),
    answer: z.string().nullable(),
    files: z.array(answerFileView),
    refusalWords: z.string().nullable(),
    /** The three parts of the test of art. 6(2), where the ground asked for it. */
    testInterest: z.string().nullable(),
    testHarm: z.string().nullable(),
    testBalance: z.string().nullable(),
    forwardedTo: z.string().nullable(),
    pages: z.int().nullable(),
    pagesAmount: z.string().nullable(),
    steps: z.array(stepView),
    course: courseView,
  }),
  async run({ tx, now }, { number, code }) {
    const tracked = await findTrackedCase(tx, number, code);
    // One sentence for a wrong number and a wrong code: nobody learns which numbers there are.
    if (tracked === null || tracked.kind !== INFORMATION_REQUEST.name)
      throw notFound('information-requests:refusals.notTracked');
    const found = await getCase(tx, tracked.id);
    const row = await getRequestRow(tx, tracked.id);
    const [clock] = await explainTerm(tx, tracked.id);
    const course = await readCourse(tx, tracked.id, now);
    return {
      number: found.number,
      subject: row.subject,
      state: found.state,
      isOpen: found.isOpen,
      dueOn: found.dueOn,
      unit: found.unitName,
      answer: row.answer,
      files: (await listAnswerFiles(tx, tracked.id)).filter(({ redacted }) => !redacted),
      refusalWords: row.refusalWords,
      testInterest: row.testInterest,
      testHarm: row.testHarm,
      testBalance: row.testBalance,
      forwardedTo: row.forwardedTo,
      pages: row.pages,
      pagesAmount: row.pagesAmount,
      steps: viewSteps(clock?.steps ?? []),
      // A requester reads which department has it, not which clerk.
      course: { ...course, events: course.events.map((event) => ({ ...event, actor: null })) },
    };
  },
});
