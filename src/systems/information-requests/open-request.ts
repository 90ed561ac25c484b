import { v7 as uuid } from 'uuid';
import type { Deed } from '../../kernel/actions/define.ts';
import { kyivDate } from '../../kernel/calendar/kyiv-time.ts';
import { type NewApplicant, openCase } from '../../kernel/cases/index.ts';
import { viewSteps } from '../../kernel/cases/view/course-view.ts';
import { findHouseUnit, heldBy } from '../appeals/index.ts';
import {
  BOOK,
  type Channel,
  INFORMATION_REQUEST,
  type RequesterKind,
  termOf,
} from './information-request.ts';
import { writeRequester } from './letters/write-requester.ts';
import { insertRequest } from './request-store.ts';

export interface OpenedRequest {
  readonly id?: string | undefined;
  readonly channel: Channel;
  readonly requester: (Omit<NewApplicant, 'kind'> & { readonly kind: RequesterKind }) | null;
  readonly subject: string;
  readonly body: string;
  readonly urgent: boolean;
  readonly unitId: string | null;
  readonly synthetic?: string | undefined;
}

/** Enters a request into the journal: number, clock, and a letter with both. */
export async function openRequest(deed: Deed, given: OpenedRequest) {
  const id = given.id ?? uuid();
  const opened = await openCase(deed, {
    id,
    kind: INFORMATION_REQUEST,
    book: BOOK,
    title: given.subject,
    state: 'registered',
    applicant: given.requester === null ? null : applicantOf(given.requester),
    unitId: given.unitId,
    // Until a body is given it, it lies with those who register.
    holder: heldBy(given.unitId ?? (await findHouseUnit(deed.tx, 'citizens-appeals'))),
    term: termOf(given.urgent),
    beside: insertRequest({
      caseId: id,
      receivedOn: kyivDate(deed.now),
      channel: given.channel,
      requesterKind: given.requester?.kind ?? 'unknown',
      subject: given.subject,
      body: given.body,
      urgent: given.urgent,
      synthetic: deed.imported ? (given.synthetic ?? null) : null,
    }),
  });
  deed.about({ kind: 'case', id });
  const { number, trackingCode, dueOn, steps } = opened;
  await writeRequester(deed, id, 'registered', { number, code: trackingCode, dueOn: dueOn ?? '' });
  return { caseId: id, number, trackingCode, dueOn, steps: deed.imported ? [] : viewSteps(steps) };
}

function applicantOf({ kind, ...requester }: NonNullable<OpenedRequest['requester']>): NewApplicant {
  return { ...requester, kind: kind === 'person' || kind === 'unknown' ? 'person' : 'body' };
}
