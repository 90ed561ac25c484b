import { z } from 'zod';
import type { Deed } from '../../kernel/actions/define.ts';
import { notFound } from '../../kernel/actions/refusal.ts';
import { kyivDate } from '../../kernel/calendar/kyiv-time.ts';
import { getCase } from '../../kernel/cases/index.ts';
import type { Transaction } from '../../kernel/database/database.ts';
import { findFilesOfCase } from '../../kernel/files/files.ts';
import { answerLine, readAnswerLines } from './answer-lines.ts';
import { APPLICATION } from './application.ts';
import { getApplicationRow } from './application-row.ts';
import { advanceApplication, writeHandOut } from './application-store.ts';
import { writeApplicant } from './letters/write-applicant.ts';
import { trackedView, viewTracked } from './tracked-view.ts';

/** An application as its own applicant sees it; whose it is, the caller has judged. */
export const ownApplicationView = trackedView.extend({
  caseId: z.uuid(),
  serviceCode: z.string().nullable(),
  /** The number that stands in the application: who proved the same one is the applicant. */
  applicantCode: z.string().nullable(),
  documents: z.array(z.string()),
  answers: z.array(answerLine),
  /** What the applicant added, and the result; papers that staff added are the body's own. */
  files: z.array(z.object({ id: z.uuid(), name: z.string(), size: z.int() })),
  decision: z.object({ outcome: z.string(), on: z.iso.date(), note: z.string().nullable() }).nullable(),
  resultFileId: z.uuid().nullable(),
});
export type OwnApplication = z.output<typeof ownApplicationView>;

/** @throws Refusal 404 for what is no application. */
export async function readOwnApplication(
  tx: Transaction,
  caseId: string,
  now: Date,
): Promise<OwnApplication> {
  const found = await getCase(tx, caseId);
  if (found.kind !== APPLICATION.name) throw notFound('cases:refusals.noSuchCase');
  const row = await getApplicationRow(tx, caseId);
  const files = await findFilesOfCase(tx, caseId);
  return {
    ...(await viewTracked(tx, found, now)),
    caseId,
    serviceCode: row.serviceCode,
    applicantCode: found.applicant?.code ?? null,
    documents: row.documents,
    answers: await readAnswerLines(tx, row),
    files: files
      .filter((file) => file.uploaded_by_account !== null || file.id === row.resultFileId)
      .map(({ id, name, size }) => ({ id, name, size })),
    decision: row.decision && {
      outcome: row.decision.outcome,
      on: row.decision.on,
      note: row.decision.note,
    },
    resultFileId: row.resultFileId,
  };
}

/** The applicant took the result as a file: nothing waits on the shelf any more. */
export async function handOutOnline(deed: Deed, caseId: string): Promise<void> {
  const done = await advanceApplication(deed, caseId, () => ({
    event: 'handed-out',
    to: 'handed-out',
    holder: { kind: 'closed', unitId: null },
    data: { channel: 'online' },
    beside: writeHandOut(caseId, kyivDate(deed.now)),
  }));
  await writeApplicant(deed, done.before, 'handedOut');
}
