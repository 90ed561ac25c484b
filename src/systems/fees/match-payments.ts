import { sql } from 'kysely';
import type { Deed } from '../../kernel/actions/define.ts';
import { Refusal } from '../../kernel/actions/refusal.ts';
import type { Transaction } from '../../kernel/database/database.ts';
import { findPayCodes } from './bank-codes.ts';
import { OPEN_STATES } from './due.ts';

interface Match {
  readonly paymentId: string;
  readonly dueId: string;
  readonly how: 'reference' | 'payer-and-amount';
}

/**
 * Matches fresh payments by themselves: by the code in the purpose, else where the payer's own code and
 * the amount left to pay fit one due alone. What is only likely (a similar name) is offered to a person.
 */
export async function matchFresh(deed: Deed, paymentIds: readonly string[]): Promise<number> {
  const byReference = await matchByReference(deed.tx, paymentIds);
  await writeMatches(deed, byReference);
  const done = new Set(byReference.map(({ paymentId }) => paymentId));
  const rest = paymentIds.filter((id) => !done.has(id));
  const byPayer = await matchByPayer(deed.tx, rest);
  await writeMatches(deed, byPayer);
  return byReference.length + byPayer.length;
}

async function matchByReference(tx: Transaction, paymentIds: readonly string[]): Promise<readonly Match[]> {
  const { rows } = await sql<{ id: string; purpose: string | null }>`
    select id, purpose from fees.payments where id = any(${[...paymentIds]}::uuid[])`.execute(tx);
  const named = rows.map(({ id, purpose }) => ({ id, codes: findPayCodes(purpose ?? '') }));
  const codes = [...new Set(named.flatMap((payment) => payment.codes))];
  const found = await sql<{ id: string; code: string }>`
    select id, code from fees.dues where code = any(${codes}) and cancelled_at is null`.execute(tx);
  const dueByCode = new Map(found.rows.map(({ id, code }) => [code, id]));
  return named.flatMap(({ id, codes: own }) => {
    const dues = [...new Set(own.flatMap((code) => dueByCode.get(code) ?? []))];
    const [dueId] = dues;
    // One transfer for two bills is a person's to settle.
    return dues.length === 1 && dueId !== undefined ? [{ paymentId: id, dueId, how: 'reference' }] : [];
  });
}

async function matchByPayer(tx: Transaction, paymentIds: readonly string[]): Promise<readonly Match[]> {
  if (paymentIds.length === 0) return [];
  // The dues are locked in one order before their state is read: another import may be settling them.
  await sql`
    select d.id from fees.dues d
      join kernel.cases c on c.id = d.case_id join kernel.applicants a on a.id = c.applicant_id
     where d.cancelled_at is null
       and a.code in (select payer_code from fees.payments where id = any(${[...paymentIds]}::uuid[]))
     order by d.id for update of d`.execute(tx);
  const { rows } = await sql<{ paymentId: string; dueId: string }>`
    select p.id as "paymentId", d.id as "dueId"
      from fees.payments p
      join kernel.applicants a on a.code = p.payer_code
      join kernel.cases c on c.applicant_id = a.id
      join fees.due_states d on d.case_id = c.id and d.state = any(${[...OPEN_STATES]})
                            and d.amount - d.paid = p.amount and d.charged_on <= p.paid_on
     where p.id = any(${[...paymentIds]}::uuid[]) order by p.paid_on, p.id, d.id`.execute(tx);
  return onlyPairs(rows).map((pair) => ({ ...pair, how: 'payer-and-amount' as const }));
}

/** Pairs in which neither side fits another: who pays two equal bills is asked which one. */
export function onlyPairs<Pair extends { readonly paymentId: string; readonly dueId: string }>(
  pairs: readonly Pair[],
): readonly Pair[] {
  const count = (key: 'paymentId' | 'dueId') => {
    const counts = new Map<string, number>();
    for (const pair of pairs) counts.set(pair[key], (counts.get(pair[key]) ?? 0) + 1);
    return counts;
  };
  const [payments, dues] = [count('paymentId'), count('dueId')];
  return pairs.filter(({ paymentId, dueId }) => payments.get(paymentId) === 1 && dues.get(dueId) === 1);
}

async function writeMatches({ tx, now }: Deed, matches: readonly Match[]): Promise<void> {
  if (matches.length === 0) return;
  await sql`
    insert into fees.matches (payment_id, due_id, how, matched_at)
    select "paymentId", "dueId", how, ${now} from jsonb_to_recordset(${JSON.stringify(matches)}::jsonb)
      as m ("paymentId" uuid, "dueId" uuid, how text)`.execute(tx);
}

/** A person's own match. Of two who match one payment the database lets one. @throws Refusal */
export async function matchByHand(deed: Deed, paymentId: string, dueId: string): Promise<void> {
  const { tx, now, actor } = deed;
  const { rows } = await sql`
    insert into fees.matches (payment_id, due_id, how, matched_at, matched_by)
    select ${paymentId}, d.id, 'by-hand', ${now}, ${actor.staffId}
      from fees.dues d where d.id = ${dueId} and d.cancelled_at is null
    on conflict on constraint matches_pkey do nothing returning payment_id`.execute(tx);
  if (rows.length > 0) return;
  const { rows: present } = await sql`select from fees.matches where payment_id = ${paymentId}`.execute(tx);
  throw present.length > 0
    ? new Refusal('fees:refusals.alreadyMatched', {}, 409)
    : new Refusal('fees:refusals.noSuchDue', {}, 404);
}

/** Takes a match back; the payment waits among the unmatched again. @throws Refusal */
export async function unmatch(tx: Transaction, paymentId: string): Promise<{ readonly dueId: string }> {
  const { rows } = await sql<{ dueId: string }>`
    delete from fees.matches where payment_id = ${paymentId} returning due_id as "dueId"`.execute(tx);
  const [row] = rows;
  if (row === undefined) throw new Refusal('fees:refusals.notMatched', {}, 409);
  return row;
}
