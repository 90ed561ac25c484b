import { sql } from 'kysely';
import { Refusal } from '../../kernel/actions/refusal.ts';
import type { Transaction } from '../../kernel/database/database.ts';

export const ARRIVAL_STATES = ['registered', 'conflict', 'void'] as const;
export type ArrivalState = (typeof ARRIVAL_STATES)[number];

export interface Problem {
  /** A message key. */
  readonly key: string;
  readonly values: Readonly<Record<string, string | number>>;
}

export interface Arrival {
  readonly key: string;
  readonly leaseId: string;
  readonly bookNo: number;
  readonly year: number;
  readonly seq: number;
  readonly number: string;
  readonly twin: boolean;
  readonly occurredAt: Date;
  readonly arrivedAt: Date;
  readonly state: ArrivalState;
  readonly caseId: string | null;
  readonly problem: string | null;
  readonly problemValues: Problem['values'] | null;
  /** What was written down; only while it is in conflict. */
  readonly entry: unknown;
}

const COLUMNS =
  sql.raw(`a.key, a.lease_id as "leaseId", a.book_no as "bookNo", a.year, a.seq, a.number, a.twin,
  a.occurred_at as "occurredAt", a.arrived_at as "arrivedAt", a.state, a.case_id as "caseId", a.problem,
  a.problem_values as "problemValues", a.entry`);

/** What the device brought under this key before. */
export async function findArrival(tx: Transaction, key: string): Promise<Arrival | undefined> {
  const { rows } = await sql<Arrival>`
    select ${COLUMNS} from mobile_office.arrivals a where a.key = ${key}`.execute(tx);
  return rows[0];
}

/** Locks an arrival that waits for a decision. Throws a `Refusal` where it waits no more. */
export async function lockConflict(tx: Transaction, key: string): Promise<Arrival> {
  const { rows } = await sql<Arrival>`
    select ${COLUMNS} from mobile_office.arrivals a where a.key = ${key} and a.state = 'conflict' for update`.execute(
    tx,
  );
  const [row] = rows;
  if (row === undefined) throw new Refusal('mobile-office:refusals.settled', {}, 404);
  return row;
}

export async function isNumberUsed(
  tx: Transaction,
  { bookNo, year, seq }: Pick<Arrival, 'bookNo' | 'year' | 'seq'>,
): Promise<boolean> {
  const { rows } = await sql`
    select 1 from mobile_office.arrivals
     where book_no = ${bookNo} and year = ${year} and seq = ${seq} and not twin`.execute(tx);
  return rows.length > 0;
}

export async function insertArrival(tx: Transaction, row: Arrival): Promise<void> {
  await sql`
    insert into mobile_office.arrivals (key, lease_id, book_no, year, seq, number, twin, occurred_at, arrived_at,
      state, case_id, problem, problem_values, entry)
    values (${row.key}, ${row.leaseId}, ${row.bookNo}, ${row.year}, ${row.seq}, ${row.number}, ${row.twin},
      ${row.occurredAt}, ${row.arrivedAt}, ${row.state}, ${row.caseId}, ${row.problem},
      ${row.problemValues === null ? null : JSON.stringify(row.problemValues)}::jsonb,
      ${row.entry === null ? null : JSON.stringify(row.entry)}::jsonb)`.execute(tx);
}

export interface Settlement {
  readonly key: string;
  readonly state: 'registered' | 'void';
  readonly caseId: string | null;
  readonly by: string | null;
  readonly at: Date;
  readonly note: string | null;
}

export async function settle(tx: Transaction, row: Settlement): Promise<void> {
  await sql`
    update mobile_office.arrivals
       set state = ${row.state}, case_id = ${row.caseId}, entry = null, settled_at = ${row.at},
           settled_by = ${row.by}, settle_note = ${row.note}
     where key = ${row.key}`.execute(tx);
}

export interface ArrivalLine extends Omit<Arrival, 'entry'> {
  readonly clerk: string;
  readonly applicant: string | null;
  readonly serviceCode: string | null;
  readonly settleNote: string | null;
}

export async function listArrivals(
  tx: Transaction,
  filter: { readonly state: ArrivalState | undefined; readonly limit: number },
): Promise<readonly ArrivalLine[]> {
  const { rows } = await sql<ArrivalLine>`
    select ${COLUMNS}, s.name as clerk, a.entry -> 'applicant' ->> 'name' as applicant,
           a.entry ->> 'serviceCode' as "serviceCode", a.settle_note as "settleNote"
      from mobile_office.arrivals a
      join mobile_office.leases l on l.id = a.lease_id
      join kernel.staff s on s.id = l.staff_id
     where ${filter.state ?? null}::text is null or a.state = ${filter.state ?? null}
     order by a.arrived_at desc, a.book_no, a.year, a.seq desc limit ${filter.limit}`.execute(tx);
  return rows;
}
