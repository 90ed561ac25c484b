import { type RawBuilder, sql } from 'kysely';
import type { Deed } from '../../kernel/actions/define.ts';
import { notFound, Refusal } from '../../kernel/actions/refusal.ts';
import { kyivDate } from '../../kernel/calendar/kyiv-time.ts';
import {
  type AdvancedCase,
  advanceCase,
  type CaseChange,
  type CaseInHand,
} from '../../kernel/cases/index.ts';
import type { Transaction } from '../../kernel/database/database.ts';
import { findUnitByCode, type Unit } from '../../kernel/identity/unit-store.ts';
import {
  type Channel,
  type CopyRate,
  INFORMATION_REQUEST,
  type Redaction,
  type RequesterKind,
} from './information-request.ts';

export interface NewRequest {
  readonly caseId: string;
  readonly receivedOn: string;
  readonly channel: Channel;
  readonly requesterKind: RequesterKind;
  readonly subject: string;
  readonly body: string;
  readonly urgent: boolean;
  readonly synthetic: string | null;
}

/** Written beside the case, in its statement. */
export function insertRequest(row: NewRequest): RawBuilder<unknown> {
  return sql`
    insert into information_requests.requests
      (case_id, received_on, channel, requester_kind, subject, body, urgent, synthetic)
    values (${row.caseId}, ${row.receivedOn}, ${row.channel}, ${row.requesterKind}, ${row.subject}, ${row.body},
            ${row.urgent}, ${row.synthetic})`;
}

/** One deed on a request: locked, judged, written, journalled. */
export async function advanceRequest(
  deed: Deed,
  caseId: string,
  change: (found: CaseInHand) => CaseChange,
): Promise<AdvancedCase> {
  const done = await advanceCase(deed, INFORMATION_REQUEST, caseId, change);
  deed.about({ kind: 'case', id: caseId });
  if (done.state !== done.before.state) deed.changed('state', done.before.state, done.state);
  return done;
}

/** How an end is counted: on which day, and whether by the last one. */
export function endOf(found: Pick<CaseInHand, 'dueOn'>, now: Date) {
  const on = kyivDate(now);
  return { on, inTerm: found.dueOn === null ? null : on <= found.dueOn };
}

export interface RequestRow {
  readonly receivedOn: string;
  readonly channel: Channel;
  readonly requesterKind: RequesterKind;
  readonly subject: string;
  readonly body: string;
  readonly urgent: boolean;
  readonly answer: string | null;
  readonly refusalGround: string | null;
  readonly refusalWords: string | null;
  readonly testInterest: string | null;
  readonly testHarm: string | null;
  readonly testBalance: string | null;
  readonly forwardedTo: string | null;
  readonly deferredUntil: string | null;
  readonly pages: number | null;
  readonly pagesAmount: string | null;
  readonly paidOn: string | null;
  readonly publishedAnswer: string | null;
  readonly publishedAt: Date | null;
  readonly synthetic: string | null;
}

/** @throws Refusal 404. */
export async function getRequestRow(tx: Transaction, caseId: string): Promise<RequestRow> {
  const { rows } = await sql<RequestRow>`
    select received_on as "receivedOn", channel, requester_kind as "requesterKind", subject, body, urgent, answer,
           refusal_ground as "refusalGround", refusal_words as "refusalWords", test_interest as "testInterest",
           test_harm as "testHarm", test_balance as "testBalance", forwarded_to as "forwardedTo",
           deferred_until as "deferredUntil", pages, pages_amount::text as "pagesAmount", paid_on as "paidOn",
           published_answer as "publishedAnswer", published_at as "publishedAt", synthetic
      from information_requests.requests where case_id = ${caseId}`.execute(tx);
  const [found] = rows;
  if (found === undefined) throw notFound('information-requests:refusals.noSuchRequest');
  return found;
}

export interface RefusalGround {
  readonly code: string;
  readonly title: string;
  readonly titleEn: string;
  readonly article: string;
  readonly needsTest: boolean;
}

export async function listGrounds(tx: Transaction, on: string): Promise<readonly RefusalGround[]> {
  const { rows } = await sql<RefusalGround>`
    select code, title, title_en as "titleEn", article, needs_test as "needsTest"
      from information_requests.refusal_grounds
     where valid_from <= ${on} and (valid_to is null or valid_to > ${on}) order by position`.execute(tx);
  return rows;
}

/** @throws Error where no rate is in force: the seed lays one down. */
export async function getCopyRate(tx: Transaction, on: string): Promise<CopyRate> {
  const { rows } = await sql<CopyRate>`
    select free_pages as "freePages", page_price::text as "pagePrice" from information_requests.copy_rates
     where valid_from <= ${on} order by valid_from desc limit 1`.execute(tx);
  const [rate] = rows;
  if (rate === undefined) throw new Error(`no rate of copies in force on ${on}`);
  return rate;
}

/** @throws Refusal 422 where there is no such department. */
export async function getUnit(tx: Transaction, code: string): Promise<Unit> {
  const unit = await findUnitByCode(tx, code);
  if (unit === undefined) throw new Refusal('cases:refusals.noSuchUnit', {}, 422);
  return unit;
}

/** Who hid what and why; the hidden words themselves are kept nowhere but in the answer. */
export async function insertRedactions(
  { tx, actor, now }: Deed,
  caseId: string,
  redactions: readonly Redaction[],
): Promise<void> {
  await sql`delete from information_requests.redactions where case_id = ${caseId}`.execute(tx);
  for (const [index, { fragment, reason }] of redactions.entries()) {
    await sql`
      insert into information_requests.redactions (case_id, no, reason, letters, redacted_by, redacted_at)
      values (${caseId}, ${index + 1}, ${reason}, ${fragment.length}, ${actor.staffId}, ${now})`.execute(tx);
  }
}
