import { wrongField } from '../../../kernel/actions/invalid-input.ts';
import { Refusal } from '../../../kernel/actions/refusal.ts';
import { type Answer, type PagePost, redirect } from '../../../kernel/page/define-page.ts';
import { assignApplication } from '../actions/assign-application.ts';
import { attachFile } from '../actions/attach-file.ts';
import { handOutResult } from '../actions/hand-out-result.ts';
import { handOverApplication } from '../actions/hand-over-application.ts';
import { leaveWithoutMotion } from '../actions/leave-without-motion.ts';
import { passApplication } from '../actions/pass-application.ts';
import { recordOutcome } from '../actions/record-outcome.ts';
import { resumeApplication } from '../actions/resume-application.ts';
import { takeApplication } from '../actions/take-application.ts';
import { withdrawApplication } from '../actions/withdraw-application.ts';
import type { Outcome } from '../application.ts';

export const CASE_DEEDS = [
  'take',
  'decide',
  'pause',
  'resume',
  'hand-over',
  'assign',
  'pass',
  'attach',
  'hand-out',
  'withdraw',
] as const;
export type CaseDeed = (typeof CASE_DEEDS)[number];

const NOTICES: Readonly<Record<CaseDeed, string>> = {
  take: 'taken',
  decide: 'decided',
  pause: 'paused',
  resume: 'resumed',
  'hand-over': 'handedOver',
  assign: 'assigned',
  pass: 'passed',
  attach: 'attached',
  'hand-out': 'handedOut',
  withdraw: 'withdrawn',
};

/** A form of the case page: does its deed and comes back to the case. */
export async function doCaseDeed(request: PagePost): Promise<Answer> {
  const deed = CASE_DEEDS.find((one) => one === request.field('deed'));
  if (deed === undefined) throw new Refusal('http:faults.noSuchPage', {}, 404);
  const caseId = request.params['id'] ?? '';
  await perform(request, deed, caseId);
  return redirect(`/desk/applications/${caseId}`, `applications:notices.${NOTICES[deed]}`);
}

function perform(request: PagePost, deed: CaseDeed, caseId: string): Promise<unknown> {
  const field = (name: string) => request.field(name);
  switch (deed) {
    case 'take':
      return request.run(takeApplication, { caseId });
    case 'decide':
      return decide(request, caseId);
    case 'pause':
      return request.run(leaveWithoutMotion, { caseId, reason: field('reason'), cureBy: field('cureBy') });
    case 'resume':
      return request.run(resumeApplication, { caseId });
    case 'hand-over':
      return request.run(handOverApplication, {
        caseId,
        unitCode: field('unitCode'),
        ...given('note', field('note')),
      });
    case 'assign':
      return request.run(assignApplication, { caseId, staffId: field('staffId') });
    case 'pass':
      return request.run(passApplication, { caseId });
    case 'attach':
      return attach(request, caseId);
    case 'hand-out':
      return request.run(handOutResult, { caseId, ...given('code', field('code')) });
    case 'withdraw':
      return request.run(withdrawApplication, { caseId });
  }
}

async function decide(request: PagePost, caseId: string): Promise<unknown> {
  const [file] = request.files;
  const kept = file === undefined ? undefined : await request.keepFile(file);
  // An outcome that was not chosen is told by the action's own sentence.
  const outcome = request.field('outcome') as Outcome;
  return request.run(recordOutcome, {
    caseId,
    outcome,
    reasons: outcome === 'refused' ? [...request.fields('reasons')] : [],
    ...given('note', request.field('note')),
    ...(kept === undefined ? {} : { fileId: kept.id }),
  });
}

async function attach(request: PagePost, caseId: string): Promise<unknown> {
  const [file] = request.files;
  if (file === undefined) throw wrongField(['file'], 'applications:input.fileMissing');
  const kept = await request.keepFile(file);
  return request.run(attachFile, { caseId, fileId: kept.id });
}

function given<Name extends string>(name: Name, text: string): Partial<Record<Name, string>> {
  if (text === '') return {};
  const one: Partial<Record<Name, string>> = {};
  one[name] = text;
  return one;
}
