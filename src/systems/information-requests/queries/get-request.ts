import { z } from 'zod';
import { hasRole } from '../../../kernel/actions/actor.ts';
import { defineQuery } from '../../../kernel/actions/define.ts';
import { Refusal } from '../../../kernel/actions/refusal.ts';
import { explainTerm, getCase } from '../../../kernel/cases/index.ts';
import { courseView, stepView, viewSteps } from '../../../kernel/cases/view/course-view.ts';
import { maskedApplicant, maskedView } from '../../../kernel/cases/view/masked-applicant.ts';
import { readCourse } from '../../../kernel/cases/view/read-course.ts';
import { CHANNELS, INFORMATION_REQUEST, REQUESTER_KINDS } from '../information-request.ts';
import { listAnswerFiles } from '../answer-files.ts';
import { answerFileView } from '../request-input.ts';
import { getRequestRow } from '../request-store.ts';
import { notFound } from '../../../kernel/actions/refusal.ts';

const text = z.string().nullable();

export const getRequest = defineQuery({
  name: 'information-requests.get-request',
  title: { uk: 'Запит на інформацію', en: 'An information request' },
  may: ['registrar', 'leader', 'specialist', 'auditor'],
  input: z.object({ caseId: z.uuid() }),
  output: z.object({
    id: z.uuid(),
    number: z.string(),
    state: z.string(),
    isOpen: z.boolean(),
    dueOn: z.iso.date().nullable(),
    paused: z.boolean(),
    unitId: z.uuid().nullable(),
    unit: text,
    executor: text,
    requester: text,
    contacts: maskedView.nullable(),
    requesterKind: z.enum(REQUESTER_KINDS),
    channel: z.enum(CHANNELS),
    receivedOn: z.iso.date(),
    subject: z.string(),
    body: z.string(),
    urgent: z.boolean(),
    answer: text,
    refusalGround: text,
    refusalWords: text,
    /** The three parts of the test of art. 6(2), where the ground asked for it. */
    testInterest: text,
    testHarm: text,
    testBalance: text,
    forwardedTo: text,
    deferredUntil: z.iso.date().nullable(),
    pages: z.int().nullable(),
    pagesAmount: text,
    publishedAnswer: text,
    files: z.array(answerFileView),
    synthetic: text,
    steps: z.array(stepView),
    course: courseView,
  }),
  async run({ tx, actor, now, looked }, { caseId }) {
    const found = await getCase(tx, caseId);
    if (found.kind !== INFORMATION_REQUEST.name)
      throw notFound('information-requests:refusals.noSuchRequest');
    if (!hasRole(actor, 'registrar', 'leader', 'auditor') && found.unitId !== actor.unitId)
      throw new Refusal('information-requests:refusals.otherDesk', { number: found.number }, 403);
    looked({ kind: 'case', id: caseId });
    const row = await getRequestRow(tx, caseId);
    const [clock] = await explainTerm(tx, caseId);
    const { applicant, contacts } = maskedApplicant(found.applicant);
    return {
      ...row,
      id: found.id,
      number: found.number,
      state: found.state,
      isOpen: found.isOpen,
      dueOn: found.dueOn,
      paused: found.clockState === 'paused',
      unitId: found.unitId,
      unit: found.unitName,
      executor: found.executorName,
      requester: applicant,
      contacts,
      steps: viewSteps(clock?.steps ?? []),
      files: [...(await listAnswerFiles(tx, caseId))],
      course: await readCourse(tx, caseId, now),
    };
  },
});
