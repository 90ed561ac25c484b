import { type Answer, type PagePost, redirect } from '../../../kernel/page/define-page.ts';
import { answerRequest } from '../actions/answer-request.ts';
import { assignRequest } from '../actions/assign-request.ts';
import { chargeCopies } from '../actions/charge-copies.ts';
import { deferRequest } from '../actions/defer-request.ts';
import { extendRequest } from '../actions/extend-request.ts';
import { forwardRequest } from '../actions/forward-request.ts';
import { publishAnswer } from '../actions/publish-answer.ts';
import { refuseRequest } from '../actions/refuse-request.ts';
import { resumeRequest } from '../actions/resume-request.ts';
import { takeRequest } from '../actions/take-request.ts';
import { withdrawRequest } from '../actions/withdraw-request.ts';
import { type Redaction, REDACTION_REASONS } from '../information-request.ts';

type Deed = (request: PagePost, caseId: string) => Promise<unknown>;

/** Each form of the page names its deed. */
const DEEDS: Readonly<Record<string, Deed>> = {
  assign: (request, caseId) => request.run(assignRequest, { caseId, unitCode: request.field('unitCode') }),
  take: (request, caseId) => request.run(takeRequest, { caseId }),
  extend: (request, caseId) =>
    request.run(extendRequest, { caseId, days: request.field('days'), reason: request.field('reason') }),
  defer: (request, caseId) =>
    request.run(deferRequest, { caseId, until: request.field('until'), reason: request.field('reason') }),
  resume: (request, caseId) => request.run(resumeRequest, { caseId }),
  copies: (request, caseId) => request.run(chargeCopies, { caseId, pages: request.field('pages') }),
  answer: async (request, caseId) => {
    const fileIds = await keepFiles(request, 'files');
    return request.run(answerRequest, { caseId, answer: request.field('answer'), fileIds });
  },
  refuse: (request, caseId) =>
    request.run(refuseRequest, {
      caseId,
      ground: request.field('ground'),
      words: request.field('words'),
      interest: request.field('interest'),
      harm: request.field('harm'),
      balance: request.field('balance'),
    }),
  forward: (request, caseId) => request.run(forwardRequest, { caseId, to: request.field('to') }),
  withdraw: (request, caseId) => request.run(withdrawRequest, { caseId }),
  publish: async (request, caseId) => {
    const redactedIds = await keepFiles(request, 'redacted');
    return request.run(publishAnswer, {
      caseId,
      redactions: redactionsOf(request),
      fileIds: [...request.fields('fileIds')],
      redactedIds,
      confirmed: request.field('confirmed') === 'on',
    });
  },
};

/** What came with the form, and what had come before it was refused. */
async function keepFiles(request: PagePost, field: string): Promise<string[]> {
  const ids = [...request.fields(`${field}Kept`)];
  for (const file of request.files.filter((one) => one.field === field && one.bytes.length > 0))
    ids.push((await request.keepFile(file)).id);
  request.remember(`${field}Kept`, ids);
  return ids;
}

export async function doRequestDeed(request: PagePost): Promise<Answer> {
  const caseId = request.params['id'] ?? '';
  const name = request.field('deed');
  const here = `/desk/requests/${caseId}`;
  const deed = DEEDS[name];
  if (deed === undefined) return redirect(here);
  await deed(request, caseId);
  return redirect(here, `information-requests:notices.${name}`);
}

/** Pairs of fields, a fragment and why it is hidden; empty pairs are left out. */
function redactionsOf(request: PagePost): Redaction[] {
  const numbers = Object.keys(request.form).flatMap((name) => /^fragment(\d+)$/.exec(name)?.[1] ?? []);
  return numbers.flatMap((number) => {
    const fragment = request.field(`fragment${number}`);
    const chosen = request.field(`redactionReason${number}`);
    const reason = REDACTION_REASONS.find((one) => one === chosen) ?? 'personal-data';
    return fragment === '' ? [] : [{ fragment, reason }];
  });
}
