import { sql } from 'kysely';
import { z } from 'zod';
import { notFound, Refusal } from '../../kernel/actions/refusal.ts';
import type { Transaction } from '../../kernel/database/database.ts';
import { MATCH_WAYS, OPEN_STATES, REFUND_REASONS } from './due.ts';

export const paymentView = z.object({
  id: z.uuid(),
  document: z.string(),
  paidOn: z.iso.date(),
  amount: z.string(),
  refunded: z.string(),
  payerName: z.string().nullable(),
  payerCode: z.string().nullable(),
  purpose: z.string().nullable(),
  dueId: z.uuid().nullable(),
  dueCode: z.string().nullable(),
  caseNumber: z.string().nullable(),
  serviceName: z.string().nullable(),
  how: z.enum(MATCH_WAYS).nullable(),
});
export type Payment = z.output<typeof paymentView>;

const PAYMENT = sql.raw(`
  p.id, p.bank_document as document, p.paid_on as "paidOn", p.amount, p.refunded, p.payer_name as "payerName",
  p.payer_code as "payerCode", p.purpose, d.id as "dueId", d.code as "dueCode", d.case_number as "caseNumber",
  d.service_name as "serviceName", m.how`);
const FROM = sql.raw(`fees.payments p left join fees.matches m on m.payment_id = p.id
  left join fees.dues d on d.id = m.due_id`);

export const PAYMENT_SHOWS = ['unmatched', 'matched', 'refunded', 'all'] as const;
export type PaymentShow = (typeof PAYMENT_SHOWS)[number];

const SHOWN: Readonly<Record<PaymentShow, string>> = {
  unmatched: 'm.payment_id is null and p.refunded < p.amount',
  matched: 'm.payment_id is not null',
  refunded: 'p.refunded > 0',
  all: 'true',
};

const PAYMENT_ORDERS = { paid: 'p.paid_on', amount: 'p.amount', payer: 'p.payer_name' } as const;
export type PaymentOrder = keyof typeof PAYMENT_ORDERS;
export const PAYMENT_ORDER_NAMES = ['paid', 'amount', 'payer'] as const satisfies readonly PaymentOrder[];

export interface PaymentFilter {
  readonly show: PaymentShow;
  readonly words: string;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

export async function listPayments(
  tx: Transaction,
  { show, words, from, to }: PaymentFilter,
  page: {
    readonly order: PaymentOrder;
    readonly down: boolean;
    readonly limit: number;
    readonly offset: number;
  },
): Promise<{ readonly payments: readonly Payment[]; readonly found: number; readonly sum: string }> {
  const like = `%${words.replaceAll(/[\\%_]/g, '\\$&')}%`;
  const { rows } = await sql<Payment & { found: number; sum: string }>`
    select ${PAYMENT}, count(*) over ()::int as found,
           sum(p.amount - p.refunded) over ()::numeric(16, 2)::text as sum
      from ${FROM}
     where ${sql.raw(SHOWN[show])}
       and (${words} = '' or p.payer_name ilike ${like} or p.purpose ilike ${like} or p.bank_document ilike ${like}
            or p.payer_code = ${words} or d.case_number ilike ${like} or p.amount::text = ${words.replace(',', '.')})
       and (${from ?? null}::date is null or p.paid_on >= ${from ?? null}::date)
       and (${to ?? null}::date is null or p.paid_on <= ${to ?? null}::date)
     order by ${sql.raw(`${PAYMENT_ORDERS[page.order]} ${page.down ? 'desc' : 'asc'} nulls last, p.id`)}
     limit ${page.limit} offset ${page.offset}`.execute(tx);
  const [first] = rows;
  const payments = rows.map(({ found: _found, sum: _sum, ...payment }) => payment);
  return { payments, found: first?.found ?? 0, sum: first?.sum ?? '0.00' };
}

/** @throws Refusal 404. */
export async function getPayment(tx: Transaction, id: string): Promise<Payment> {
  const { rows } = await sql<Payment>`select ${PAYMENT} from ${FROM} where p.id = ${id}`.execute(tx);
  const [row] = rows;
  if (row === undefined) throw notFound('fees:refusals.noSuchPayment');
  return row;
}

export async function readPaymentsOf(tx: Transaction, dueId: string): Promise<readonly Payment[]> {
  const { rows } = await sql<Payment>`
    select ${PAYMENT} from ${FROM} where m.due_id = ${dueId} order by p.paid_on, p.id`.execute(tx);
  return rows;
}

export const offerView = z.object({
  dueId: z.uuid(),
  code: z.string(),
  caseNumber: z.string(),
  serviceName: z.string(),
  applicant: z.string().nullable(),
  left: z.string(),
  sameAmount: z.boolean(),
  samePayer: z.boolean(),
  /** Likeness of the names, from 0 to 100. */
  likeness: z.number(),
});
export type Offer = z.output<typeof offerView>;

/**
 * Dues that a payment may be for, the likeliest first: the payer's code, the amount left, a similar name;
 * with `words` those that the words name (code, number, name).
 */
export async function offerDues(
  tx: Transaction,
  paymentId: string,
  words: string,
): Promise<readonly Offer[]> {
  const like = `%${words.replaceAll(/[\\%_]/g, '\\$&')}%`;
  const digits = words.replace(/\D/g, '');
  const { rows } = await sql<Offer>`
    with asked as (select payer_name, payer_code, amount - refunded as amount from fees.payments where id = ${paymentId}),
    judged as (
      select d.id as "dueId", d.code, d.case_number as "caseNumber", d.service_name as "serviceName",
             a.name as applicant, greatest(d.amount - d.paid, 0)::numeric(14, 2)::text as left,
             d.amount - d.paid = asked.amount as "sameAmount",
             coalesce(a.code = asked.payer_code, false) as "samePayer",
             round(100 * similarity(coalesce(a.name, ''), coalesce(asked.payer_name, '')))::int as likeness, d.state,
             d.charged_at
        from asked, fees.due_states d
        join kernel.cases c on c.id = d.case_id left join kernel.applicants a on a.id = c.applicant_id
       where d.state <> 'cancelled')
    select "dueId", code, "caseNumber", "serviceName", applicant, "left", "sameAmount", "samePayer", likeness
      from judged
     where case when ${words} = '' then state = any(${[...OPEN_STATES]}) and ("samePayer" or likeness >= 35 or "sameAmount")
                else "caseNumber" ilike ${like} or applicant ilike ${like} or (${digits} <> '' and code like ${`${digits}%`}) end
     order by "samePayer" desc, "sameAmount" desc, likeness desc, charged_at desc limit 20`.execute(tx);
  return rows;
}

export const refundView = z.object({
  id: z.uuid(),
  amount: z.string(),
  reason: z.enum(REFUND_REASONS),
  documentNumber: z.string(),
  documentDate: z.iso.date(),
  fileId: z.uuid().nullable(),
  refundedOn: z.iso.date(),
  recordedBy: z.string().nullable(),
});

export async function readRefundsOf(tx: Transaction, paymentIds: readonly string[]) {
  const { rows } = await sql<z.output<typeof refundView>>`
    select r.id, r.amount, r.reason, r.document_number as "documentNumber", r.document_date as "documentDate",
           r.file_id as "fileId", r.refunded_on as "refundedOn", s.name as "recordedBy"
      from fees.refunds r left join kernel.staff s on s.id = r.recorded_by
     where r.payment_id = any(${[...paymentIds]}::uuid[]) order by r.recorded_at, r.id`.execute(tx);
  return rows;
}

export interface NewRefund {
  readonly id: string;
  readonly paymentId: string;
  readonly amount: string;
  readonly reason: string;
  readonly documentNumber: string;
  readonly documentDate: string;
  readonly fileId: string | null;
  readonly on: string;
  readonly at: Date;
  readonly by: string | null;
}

/** Never more than was paid, whoever refunds at once: the payment's row counts. @throws Refusal */
export async function insertRefund(tx: Transaction, refund: NewRefund): Promise<void> {
  const { rows } = await sql`
    update fees.payments set refunded = refunded + ${refund.amount}::numeric
     where id = ${refund.paymentId} and refunded + ${refund.amount}::numeric <= amount returning id`.execute(
    tx,
  );
  if (rows.length === 0) {
    await getPayment(tx, refund.paymentId);
    throw new Refusal('fees:refusals.refundTooMuch', {}, 409);
  }
  await sql`
    insert into fees.refunds
      (id, payment_id, amount, reason, document_number, document_date, file_id, refunded_on, recorded_at, recorded_by)
    values (${refund.id}, ${refund.paymentId}, ${refund.amount}, ${refund.reason}, ${refund.documentNumber},
            ${refund.documentDate}::date, ${refund.fileId}, ${refund.on}::date, ${refund.at}, ${refund.by})`.execute(
    tx,
  );
}
