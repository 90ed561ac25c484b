import { z } from 'zod';
import { defineQuery } from '../../../kernel/actions/define.ts';
import { explainTerm, getCase } from '../../../kernel/cases/index.ts';
import { notFound } from '../../../kernel/actions/refusal.ts';
import { findFilesOfCase } from '../../../kernel/files/files.ts';
import { answerLine, readAnswerLines } from '../answer-lines.ts';
import { APPLICATION, CHANNELS, OUTCOMES } from '../application.ts';
import { caseIdInput } from '../application-input.ts';
import { requireMaySee } from '../may-see.ts';
import { readCourse } from '../../../kernel/cases/view/read-course.ts';
import { courseView, stepView, viewSteps } from '../../../kernel/cases/view/course-view.ts';
import { lineView, viewLine } from '../line-view.ts';
import { readPauses } from '../pause-store.ts';
import { familyView, readFamily } from '../family-view.ts';
import { getApplicationRow } from '../application-row.ts';
import { maskedApplicant, maskedView } from '../../../kernel/cases/view/masked-applicant.ts';

const fileView = z.object({ id: z.uuid(), name: z.string(), size: z.int(), at: z.date() });

/** Everything of one application for the desk; codes of the applicant masked. */
export const getApplication = defineQuery({
  name: 'applications.get-application',
  title: { uk: 'Справа', en: 'An application' },
  input: z.object({ caseId: caseIdInput }),
  output: lineView.extend({
    unitId: z.uuid().nullable(),
    unitCode: z.string().nullable(),
    holderKind: z.string(),
    closedAt: z.date().nullable(),
    contacts: maskedView.nullable(),
    ticketId: z.uuid().nullable(),
    sector: z.string().nullable(),
    documents: z.array(z.string()),
    /** The service's own questions as they were asked then, with what was answered. */
    answers: z.array(answerLine),
    channel: z.enum(CHANNELS),
    steps: z.array(stepView),
    term: z.object({ value: z.number(), unit: z.string(), article: z.string() }).nullable(),
    pauses: z.array(z.object({ on: z.iso.date(), reason: z.string(), cureBy: z.iso.date() })),
    decision: z
      .object({
        outcome: z.enum(OUTCOMES),
        on: z.iso.date(),
        reasons: z.array(z.string()),
        note: z.string().nullable(),
        days: z.int(),
        inTerm: z.boolean().nullable(),
      })
      .nullable(),
    files: z.array(fileView),
    resultFileId: z.uuid().nullable(),
    course: courseView,
    /** The complex service it is a part of. */
    family: familyView.nullable(),
    imported: z.boolean(),
    synthetic: z.string().nullable(),
  }),
  may: ['administrator', 'specialist', 'head', 'auditor'],
  async run({ tx, actor, now, house, looked }, { caseId }) {
    const found = await getCase(tx, caseId);
    if (found.kind !== APPLICATION.name) throw notFound('cases:refusals.noSuchCase');
    const row = await getApplicationRow(tx, caseId);
    requireMaySee(actor, {
      number: found.number,
      unitIds: [found.unitId, row.providerUnitId, row.decidedUnitId],
    });
    looked({ kind: 'case', id: caseId });
    const [clock] = await explainTerm(tx, caseId);
    const files = await findFilesOfCase(tx, caseId);
    return {
      ...viewLine(found),
      unitId: found.unitId,
      unitCode: row.unitCode,
      holderKind: found.holderKind,
      closedAt: found.closedAt,
      ...maskedApplicant(found.applicant),
      ticketId: row.ticketId,
      sector: row.sector,
      documents: row.documents,
      answers: await readAnswerLines(tx, row),
      channel: row.channel,
      steps: viewSteps(clock?.steps ?? []),
      term:
        clock === undefined
          ? null
          : { value: clock.rule.value, unit: clock.rule.unit, article: clock.rule.article },
      pauses: [...(await readPauses(tx, caseId))],
      decision: row.decision,
      files: files.map(({ id, name, size, stored_at }) => ({ id, name, size, at: stored_at })),
      resultFileId: row.resultFileId,
      course: await readCourse(tx, caseId, now),
      family: await readFamily({ tx, actor, house }, found),
      imported: found.imported,
      synthetic: row.synthetic,
    };
  },
});
