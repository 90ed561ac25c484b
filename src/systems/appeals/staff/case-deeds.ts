import { Refusal } from '../../../kernel/actions/refusal.ts';
import { type Answer, type PagePost, redirect } from '../../../kernel/page/define-page.ts';
import { readPlace } from '../../address-register/index.ts';
import { answerQuestion } from '../actions/answer-question.ts';
import { approveAnswer, sendBackAnswer } from '../actions/approve-answer.ts';
import { forwardAppeal, leaveUnconsidered, returnAppeal } from '../actions/close-appeal.ts';
import {
  nameComplainedOf,
  putUnderControl,
  removeFromControl,
  withdrawAppeal,
} from '../actions/control-appeal.ts';
import { describeAppeal } from '../actions/describe-appeal.ts';
import { draftAnswer } from '../actions/draft-answer.ts';
import { extendTerm } from '../actions/extend-term.ts';
import { giveResolution } from '../actions/give-resolution.ts';
import { linkAppeals, unlinkAppeals } from '../actions/link-appeals.ts';
import { recordOutcome } from '../actions/record-outcome.ts';
import { sendAnswer } from '../actions/send-answer.ts';
import { shortenTerm } from '../actions/shorten-term.ts';
import { takeAppeal } from '../actions/take-appeal.ts';
import { SENT_HOW } from '../answer-store.ts';
import { ANSWERS } from '../appeal.ts';
import { RETURN_GROUNDS, UNCONSIDERED_GROUNDS } from '../grounds.ts';
import { CASE_DEEDS, type CaseDeed } from './case-permits.ts';
import { readCard } from './read-card.ts';

/** The links' own forms stand beside each link. */
const LINK_DEEDS = ['link', 'unlink'] as const;
type Posted = CaseDeed | (typeof LINK_DEEDS)[number];

/** A form of the case page: does its deed and comes back to the case. */
export async function doCaseDeed(request: PagePost): Promise<Answer> {
  const deed = [...CASE_DEEDS, ...LINK_DEEDS].find((one) => one === request.field('deed'));
  if (deed === undefined) throw new Refusal('http:faults.noSuchPage', {}, 404);
  const caseId = request.params['id'] ?? '';
  await perform(request, deed, caseId);
  return redirect(`/desk/appeals/${caseId}`, `appeals:notices.${deed}`);
}

function perform(request: PagePost, deed: Posted, caseId: string): Promise<unknown> {
  const field = (name: string) => request.field(name);
  switch (deed) {
    case 'describe':
      return describe(request, caseId);
    case 'resolve':
      return resolve(request, caseId);
    case 'take':
      return request.run(takeAppeal, { caseId });
    case 'answer':
      return draft(request, caseId);
    case 'question':
      return request.run(answerQuestion, {
        caseId,
        no: Number(field('no')),
        outcome: choice(ANSWERS, field('outcome')),
        note: field('note'),
      });
    case 'approve':
      return request.run(approveAnswer, { answerId: field('answerId') });
    case 'send-back':
      return request.run(sendBackAnswer, { answerId: field('answerId'), remark: field('remark') });
    case 'send':
      return request.run(sendAnswer, { answerId: field('answerId'), how: choice(SENT_HOW, field('how')) });
    case 'outcome':
      return request.run(recordOutcome, {
        caseId,
        outcome: choice(ANSWERS, field('outcome')),
        note: field('note'),
      });
    case 'extend':
      return request.run(extendTerm, { caseId, days: field('days'), reason: field('reason') });
    case 'shorten':
      return request.run(shortenTerm, { caseId, dueOn: field('dueOn'), reason: field('reason') });
    case 'forward':
    case 'return':
    case 'unconsidered':
    case 'control':
    case 'remove-control':
    case 'complained-of':
    case 'withdraw':
    case 'link':
    case 'unlink':
      return settle(request, deed, caseId);
  }
}

type Settling = Exclude<
  Posted,
  | 'describe'
  | 'resolve'
  | 'take'
  | 'answer'
  | 'question'
  | 'approve'
  | 'send-back'
  | 'send'
  | 'outcome'
  | 'extend'
  | 'shorten'
>;

function settle(request: PagePost, deed: Settling, caseId: string): Promise<unknown> {
  const field = (name: string) => request.field(name);
  switch (deed) {
    case 'forward':
      return request.run(forwardAppeal, { caseId, to: field('to'), note: field('note') });
    case 'return':
      return request.run(returnAppeal, {
        caseId,
        ground: choice(RETURN_GROUNDS, field('ground')),
        note: field('note'),
      });
    case 'unconsidered':
      return request.run(leaveUnconsidered, {
        caseId,
        ground: choice(UNCONSIDERED_GROUNDS, field('ground')),
        note: field('note'),
      });
    case 'control':
      return request.run(putUnderControl, { caseId });
    case 'remove-control':
      return request.run(removeFromControl, { caseId, reason: field('reason') });
    case 'complained-of':
      return request.run(nameComplainedOf, {
        caseId,
        complainedOf: { staffIds: oneOrNone(field('onStaff')), unitCodes: oneOrNone(field('onUnit')) },
      });
    case 'withdraw':
      return request.run(withdrawAppeal, { caseId, note: field('note') });
    case 'link':
    case 'unlink': {
      const kind = choice(['twin', 'repeat'] as const, field('kind'));
      const action = deed === 'link' ? linkAppeals : unlinkAppeals;
      return request.run(action, { caseId, otherId: field('otherId'), kind });
    }
  }
}

function describe(request: PagePost, caseId: string): Promise<unknown> {
  const { deputy: _, term: __, ...card } = readCard(request);
  return request.run(describeAppeal, { caseId, ...card, place: readPlace(request, 'place') });
}

function resolve(request: PagePost, caseId: string): Promise<unknown> {
  const field = (name: string) => request.field(name);
  const no = Number(field('questionNo'));
  return request.run(giveResolution, {
    caseId,
    parentId: field('parentId') === '' ? null : field('parentId'),
    executor: addressee(field('executor')),
    coExecutors: request
      .fields('coExecutors')
      .filter((one) => one !== '')
      .map(addressee),
    questionNo: no > 0 ? no : null,
    text: field('text'),
    dueOn: field('dueOn') === '' ? null : field('dueOn'),
  });
}

/** `utilities` or `utilities/<staff id>`. */
function addressee(text: string) {
  const [unitCode = '', staffId] = text.split('/');
  return { unitCode, staffId: staffId ?? null };
}

function draft(request: PagePost, caseId: string): Promise<unknown> {
  const kind = choice(['interim', 'final'] as const, request.field('kind'));
  const numbers = Object.keys(request.form).flatMap((name) => /^outcomes\.(\d+)$/.exec(name)?.[1] ?? []);
  return request.run(draftAnswer, {
    caseId,
    kind,
    text: request.field('text'),
    outcomes:
      kind === 'final'
        ? numbers.map((no) => ({ no: Number(no), outcome: choice(ANSWERS, request.field(`outcomes.${no}`)) }))
        : [],
  });
}

function oneOrNone(text: string): string[] {
  return text === '' ? [] : [text];
}

/** What was not chosen goes on as it is: the action's own sentence tells of it at the field. */
function choice<Value extends string>(values: readonly Value[], text: string): Value {
  return values.find((value) => value === text) ?? (text as Value);
}
