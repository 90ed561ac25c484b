import type { z } from 'zod';
import { type PageRequest, type Redirect, redirect } from '../../../kernel/page/define-page.ts';
import type { Step } from '../draft.ts';
import { getDraft } from '../queries/get-draft.ts';

export type DraftView = z.output<(typeof getDraft)['output']>;

export const codeOf = (request: PageRequest): string => request.params['code']?.slice(0, 20) ?? '';

export const askDraft = (request: PageRequest): Promise<DraftView> =>
  request.ask(getDraft, { serviceCode: codeOf(request) });

/** Who came from the check page to mend one answer goes back to it. */
export function afterStep(request: PageRequest, draft: Pick<DraftView, 'steps'>, step: Step): Redirect {
  const next = request.query['from'] === 'check' ? 'check' : draft.steps[draft.steps.indexOf(step) + 1];
  return redirect(`/apply/${codeOf(request)}/${next ?? 'check'}`);
}
