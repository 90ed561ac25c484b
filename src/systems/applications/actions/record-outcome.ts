import { z } from 'zod';
import { type Deed, defineAction, personal } from '../../../kernel/actions/define.ts';
import { wrongField } from '../../../kernel/actions/invalid-input.ts';
import { kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import { attachFile } from '../../../kernel/files/files.ts';
import { listRefusalReasons } from '../../service-catalogue/index.ts';
import { countDecision, OUTCOMES, requireExecutor } from '../application.ts';
import { caseIdInput, deedView, viewDeed } from '../application-input.ts';
import { advanceApplication, writeDecision } from '../application-store.ts';
import { writeApplicant } from '../letters/write-applicant.ts';

const input = z.object({
  caseId: caseIdInput,
  outcome: z.enum(OUTCOMES, 'applications:input.outcomeMissing'),
  /** Codes of the catalogue's reasons; a refusal has at least one (Law 2073-IX art. 72). */
  reasons: z.array(z.string().max(60)).max(20).default([]),
  /** The body's words to the applicant. */
  note: personal(z.string().trim().max(4000).optional()),
  /** The result itself, stored before (`files`). */
  fileId: z.uuid().optional(),
});

export const recordOutcome = defineAction({
  name: 'applications.record-outcome',
  title: { uk: 'Записати рішення', en: 'Record the outcome' },
  input,
  output: deedView,
  may: ['specialist'],
  importable: true,
  async run(deed, given) {
    if (given.outcome === 'refused') await requireReasons(deed, given.reasons);
    const decidedOn = kyivDate(deed.now);
    const done = await advanceApplication(deed, given.caseId, (found) => {
      requireExecutor(found, deed.actor);
      return {
        event: 'decided',
        to: given.outcome,
        outcome: given.outcome,
        // The result goes back to the Centre and waits there for its owner.
        holder: { kind: 'front-office', unitId: null },
        data: given.outcome === 'refused' ? { reasons: given.reasons } : {},
        beside: writeDecision(given.caseId, {
          outcome: given.outcome,
          decidedOn,
          unitId: found.unitId,
          ...countDecision(kyivDate(found.registeredAt), decidedOn, found.dueOn),
          reasons: given.reasons,
          note: given.note ?? null,
          fileId: given.fileId ?? null,
        }),
      };
    });
    if (given.fileId !== undefined) await attachFile(deed, given.fileId, given.caseId);
    await writeApplicant(deed, done.before, given.outcome);
    return viewDeed(done);
  },
});

async function requireReasons({ tx }: Deed, reasons: readonly string[]): Promise<void> {
  if (reasons.length === 0) throw wrongField(['reasons'], 'applications:input.reasonsMissing');
  const known = new Set((await listRefusalReasons(tx)).map(({ code }) => code));
  if (!reasons.every((code) => known.has(code)))
    throw wrongField(['reasons'], 'applications:input.reasonUnknown');
}
