import { randomInt } from 'node:crypto';
import { sql } from 'kysely';
import { z } from 'zod';
import { notFound, Refusal } from '../../kernel/actions/refusal.ts';
import type { Transaction } from '../../kernel/database/database.ts';
import { payCodeOf } from './bank-codes.ts';
import { DUE_STATES } from './due.ts';

const money = z.string();

/** A due as everyone with its code may see it: nobody is named. */
export const dueView = z.object({
  id: z.uuid(),
  caseId: z.uuid(),
  caseNumber: z.string(),
  code: z.string(),
  serviceCode: z.string(),
  serviceName: z.string(),
  variantTitle: z.string().nullable(),
  basisPoints: z.number().nullable(),
  baseAmount: money.nullable(),
  baseFrom: z.iso.date().nullable(),
  fullAmount: money,
  waiverTitle: z.string().nullable(),
  waiverPercent: z.number().nullable(),
  amount: money,
  article: z.string(),
  recipient: z.string(),
  edrpou: z.string(),
  iban: z.string(),
  budgetCode: z.string().nullable(),
  purpose: z.string(),
  chargedAt: z.coerce.date(),
  chargedOn: z.iso.date(),
  cancelReason: z.string().nullable(),
  paid: money,
  refunded: money,
  lastPaidOn: z.iso.date().nullable(),
  state: z.enum(DUE_STATES),
});
export type Due = z.output<typeof dueView>;

/** `d`: a row of `fees.due_states`. */
const DUE = sql.raw(`
  d.id, d.case_id as "caseId", d.case_number as "caseNumber", d.code, d.service_code as "serviceCode",
  d.service_name as "serviceName", d.variant_title as "variantTitle", d.basis_points as "basisPoints",
  d.base_amount as "baseAmount", d.base_from as "baseFrom", d.full_amount as "fullAmount",
  d.waiver_title as "waiverTitle", d.waiver_percent as "waiverPercent", d.amount, d.article, d.recipient,
  d.edrpou, d.iban, d.budget_code as "budgetCode", d.purpose, d.charged_at as "chargedAt",
  d.charged_on as "chargedOn", d.cancel_reason as "cancelReason", d.paid::numeric(14, 2)::text as paid,
  d.refunded::numeric(14, 2)::text as refunded, d.last_paid_on as "lastPaidOn", d.state`);

export async function findDueByCode(tx: Transaction, code: string): Promise<Due | undefined> {
  const { rows } = await sql<Due>`select ${DUE} from fees.due_states d where d.code = ${code}`.execute(tx);
  return rows[0];
}

/** @throws Refusal 404. */
export async function getDue(tx: Transaction, id: string): Promise<Due> {
  const { rows } = await sql<Due>`select ${DUE} from fees.due_states d where d.id = ${id}`.execute(tx);
  const [row] = rows;
  if (row === undefined) throw notFound('fees:refusals.noSuchDue');
  return row;
}

/** Dues that cover these cases, cancelled ones left out. */
export async function readDuesOf(
  tx: Transaction,
  caseIds: readonly string[],
): Promise<readonly (Due & { readonly coveredCaseId: string })[]> {
  const { rows } = await sql<Due & { coveredCaseId: string }>`
    select c.case_id as "coveredCaseId", ${DUE} from fees.covered_cases c
      join fees.due_states d on d.id = c.due_id where c.case_id = any(${[...caseIds]}::uuid[])
     order by d.charged_at, d.id`.execute(tx);
  return rows;
}

export interface NewDue {
  readonly id: string;
  readonly case: { readonly id: string; readonly number: string };
  readonly service: { readonly code: string; readonly name: string };
  readonly variant: { readonly code: string; readonly title: string } | null;
  readonly basisPoints: number | null;
  readonly base: { readonly amount: string; readonly validFrom: string } | null;
  readonly fullAmount: string;
  readonly waiver: { readonly code: string; readonly title: string; readonly percent: number } | null;
  readonly amount: string;
  readonly article: string;
  readonly account: {
    readonly recipient: string;
    readonly edrpou: string;
    readonly iban: string;
    readonly budgetCode: string | null;
  };
  readonly chargedAt: Date;
  readonly chargedOn: string;
  readonly chargedBy: string | null;
}

/** Ten digits that nobody guesses, and two that tell a slip. */
export function drawPayCode(): string {
  return payCodeOf(`${randomInt(1_000_000_000, 10_000_000_000)}`);
}

export async function insertDue(tx: Transaction, due: NewDue, code: string, purpose: string): Promise<void> {
  const { account, base, service, variant, waiver } = due;
  await sql`
    insert into fees.dues
      (id, case_id, case_number, code, service_code, service_name, variant, variant_title, basis_points,
       base_amount, base_from, full_amount, waiver, waiver_title, waiver_percent, amount, article, recipient,
       edrpou, iban, budget_code, purpose, charged_at, charged_on, charged_by)
    values (${due.id}, ${due.case.id}, ${due.case.number}, ${code}, ${service.code}, ${service.name},
            ${variant?.code ?? null}, ${variant?.title ?? null}, ${due.basisPoints}, ${base?.amount ?? null},
            ${base?.validFrom ?? null}, ${due.fullAmount}, ${waiver?.code ?? null}, ${waiver?.title ?? null},
            ${waiver?.percent ?? null}, ${due.amount}, ${due.article}, ${account.recipient}, ${account.edrpou},
            ${account.iban}, ${account.budgetCode}, ${purpose}, ${due.chargedAt}, ${due.chargedOn}::date,
            ${due.chargedBy})`.execute(tx);
}

/** Of two who charge one case at once the database lets one. @throws Refusal */
export async function coverCase(
  tx: Transaction,
  cover: { readonly caseId: string; readonly dueId: string; readonly at: Date; readonly by: string | null },
): Promise<void> {
  const { rows } = await sql`
    insert into fees.covered_cases (case_id, due_id, covered_at, covered_by)
    values (${cover.caseId}, ${cover.dueId}, ${cover.at}, ${cover.by})
    on conflict (case_id) do nothing returning case_id`.execute(tx);
  if (rows.length === 0) throw new Refusal('fees:refusals.alreadyCharged', {}, 409);
}

/** The due under its row lock: what settles it waits. @throws Refusal 404. */
export async function lockDue(tx: Transaction, id: string): Promise<Due> {
  await sql`select id from fees.dues where id = ${id} for update`.execute(tx);
  return getDue(tx, id);
}

export async function writeCancellation(
  tx: Transaction,
  id: string,
  given: { readonly at: Date; readonly by: string | null; readonly reason: string },
): Promise<void> {
  await sql`
    update fees.dues set cancelled_at = ${given.at}, cancelled_by = ${given.by}, cancel_reason = ${given.reason}
     where id = ${id}`.execute(tx);
  // The case may be charged anew; who was covered stands in the journal.
  await sql`delete from fees.covered_cases where due_id = ${id}`.execute(tx);
}

export interface DueFilter {
  readonly words: string;
  readonly state?: string | undefined;
  readonly serviceCode?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

const DUE_ORDERS = {
  charged: 'd.charged_at',
  amount: 'd.amount',
  paid: 'd.paid',
  service: 'd.service_name',
  number: 'd.case_number',
} as const;
export type DueOrder = keyof typeof DUE_ORDERS;
export const DUE_ORDER_NAMES = [
  'charged',
  'amount',
  'paid',
  'service',
  'number',
] as const satisfies readonly DueOrder[];

export const dueLine = dueView.extend({ applicant: z.string().nullable() });
export type DueLine = z.output<typeof dueLine>;

/** A page of dues with who applied; found by code, case number, applicant's name or service. */
export async function listDues(
  tx: Transaction,
  filter: DueFilter,
  page: { readonly order: DueOrder; readonly down: boolean; readonly limit: number; readonly offset: number },
): Promise<{ readonly dues: readonly DueLine[]; readonly found: number }> {
  const order = sql.raw(`${DUE_ORDERS[page.order]} ${page.down ? 'desc' : 'asc'}, d.id`);
  const { rows } = await sql<DueLine & { found: number }>`
    select ${DUE}, p.name as applicant, count(*) over ()::int as found
      from fees.due_states d
      join kernel.cases c on c.id = d.case_id
      left join kernel.applicants p on p.id = c.applicant_id
     where ${whereOf(filter)} order by ${order} limit ${page.limit} offset ${page.offset}`.execute(tx);
  return { dues: rows.map(({ found: _found, ...due }) => due), found: rows[0]?.found ?? 0 };
}

function whereOf({ words, state, serviceCode, from, to }: DueFilter) {
  const like = `%${words.replaceAll(/[\\%_]/g, '\\$&')}%`;
  const digits = words.replace(/\D/g, '');
  return sql.join(
    [
      words === ''
        ? sql`true`
        : sql`(d.case_number ilike ${like} or d.service_name ilike ${like} or p.name ilike ${like}
               or (${digits} <> '' and d.code like ${`${digits}%`}))`,
      state === undefined ? sql`true` : sql`d.state = ${state}`,
      serviceCode === undefined ? sql`true` : sql`d.service_code = ${serviceCode}`,
      from === undefined ? sql`true` : sql`d.charged_on >= ${from}::date`,
      to === undefined ? sql`true` : sql`d.charged_on <= ${to}::date`,
    ],
    sql` and `,
  );
}
