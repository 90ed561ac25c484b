import { z } from 'zod';
import { defineQuery } from '../../../kernel/actions/define.ts';
import { Refusal } from '../../../kernel/actions/refusal.ts';
import { explainTerm, getCase } from '../../../kernel/cases/index.ts';
import type { Transaction } from '../../../kernel/database/database.ts';
import { getTicket } from '../../queue/index.ts';
import { caseIdInput } from '../application-input.ts';
import { getApplicationRow } from '../application-row.ts';
import { readCourse } from '../../../kernel/cases/view/read-course.ts';
import { stepView, viewSteps } from '../../../kernel/cases/view/course-view.ts';
import { requireMaySee } from '../may-see.ts';

/** What is printed for the applicant: receipt, and description of the package. */
export const getReceipt = defineQuery({
  name: 'applications.get-receipt',
  title: { uk: 'Квитанція та опис документів', en: 'Receipt and description of the package' },
  input: z.object({ caseId: caseIdInput }),
  output: z.object({
    number: z.string(),
    service: z.string(),
    serviceCode: z.string().nullable(),
    body: z.string().nullable(),
    applicant: z.string().nullable(),
    documents: z.array(z.string()),
    registeredAt: z.date(),
    /** Who registered it. */
    clerk: z.string().nullable(),
    dueOn: z.iso.date().nullable(),
    steps: z.array(stepView),
    /** Opens `/rate/<code>` once; null where there was no ticket. */
    ratingCode: z.string().nullable(),
  }),
  may: ['administrator', 'specialist', 'head', 'auditor'],
  async run({ tx, actor, now, looked }, { caseId }) {
    const found = await getCase(tx, caseId);
    const row = await getApplicationRow(tx, caseId);
    requireMaySee(actor, { number: found.number, unitIds: [found.unitId, row.providerUnitId] });
    looked({ kind: 'case', id: caseId });
    const [clock] = await explainTerm(tx, caseId);
    const { events } = await readCourse(tx, caseId, now);
    return {
      number: found.number,
      service: found.title,
      serviceCode: found.definitionCode,
      body: found.unitName,
      applicant: found.applicantName,
      documents: row.documents,
      registeredAt: found.registeredAt,
      clerk: events[0]?.actor ?? null,
      dueOn: found.dueOn,
      steps: viewSteps(clock?.steps ?? []),
      ratingCode: await findRatingCode(tx, row.ticketId),
    };
  },
});

async function findRatingCode(tx: Transaction, ticketId: string | null): Promise<string | null> {
  if (ticketId === null) return null;
  try {
    return (await getTicket(tx, ticketId)).code;
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}
