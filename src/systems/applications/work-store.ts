import { sql } from 'kysely';
import { toEpochDay, toIsoDate } from '../../kernel/calendar/epoch-day.ts';
import { SOON_DAYS } from '../../kernel/clock/days-left.ts';
import type { Transaction } from '../../kernel/database/database.ts';
import { APPLICATION } from './application.ts';

export interface WorkCounts {
  readonly mine: number;
  readonly untaken: number;
  readonly open: number;
  readonly overdue: number;
  readonly dueToday: number;
  readonly dueSoon: number;
  readonly paused: number;
}

/** What a body has open, by its small index. `unitId: null` = all bodies. */
export async function countWork(
  tx: Transaction,
  ask: { readonly unitId: string | null; readonly staffId: string | null; readonly today: string },
): Promise<WorkCounts> {
  const soon = toIsoDate(toEpochDay(ask.today) + SOON_DAYS);
  const unit = ask.unitId === null ? sql`true` : sql`unit_id = ${ask.unitId}`;
  const { rows } = await sql<WorkCounts>`
    select count(*)::int as open,
           count(*) filter (where executor_id = ${ask.staffId}::uuid)::int as mine,
           count(*) filter (where executor_id is null)::int as untaken,
           count(*) filter (where due_on < ${ask.today}::date)::int as overdue,
           count(*) filter (where due_on = ${ask.today}::date)::int as "dueToday",
           count(*) filter (where due_on > ${ask.today}::date and due_on <= ${soon}::date)::int as "dueSoon",
           count(*) filter (where clock_state = 'paused')::int as paused
      from kernel.cases where is_open and kind = ${APPLICATION.name} and ${unit}`.execute(tx);
  const [counts] = rows;
  if (counts === undefined) throw new Error('a count gave no row');
  return counts;
}

export interface ShelfLine {
  readonly id: string;
  readonly number: string;
  readonly service: string;
  readonly outcome: string;
  readonly decidedOn: string;
  readonly applicant: string | null;
}

/** Results that wait on the shelf, the longest first; `number` finds one. */
export async function readShelf(
  tx: Transaction,
  ask: { readonly numbers: readonly string[] | null; readonly limit: number },
): Promise<readonly ShelfLine[]> {
  const only = ask.numbers === null ? sql`true` : sql`c.number = any(${ask.numbers}::text[])`;
  const { rows } = await sql<ShelfLine>`
    select c.id, c.number, c.title as service, a.outcome, a.decided_on as "decidedOn", p.name as applicant
      from applications.applications a
      join kernel.cases c on c.id = a.case_id
      left join kernel.applicants p on p.id = c.applicant_id
     where a.outcome is not null and a.handed_out_on is null and ${only}
     order by a.decided_on, a.case_id limit ${ask.limit}`.execute(tx);
  return rows;
}

export async function countShelf(tx: Transaction): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from applications.applications
     where outcome is not null and handed_out_on is null`.execute(tx);
  return rows[0]?.count ?? 0;
}
