import { sql } from 'kysely';
import { toEpochDay, toIsoDate } from '../calendar/epoch-day.ts';
import { kyivDate } from '../calendar/kyiv-time.ts';
import { daysOverdue, SOON_DAYS } from '../clock/days-left.ts';
import type { Transaction } from '../database/database.ts';
import { type CaseEvent, type HolderKind, holderOf } from './case-event.ts';
import type { CaseLine } from './case-line.ts';
import { daysByHolder, type HolderPeriod, ledgerOf } from './holder-ledger.ts';
import { listCases } from './list-cases.ts';

/** Open work of one body by how its terms stand. */
export interface UnitTerms {
  readonly unitId: string | null;
  readonly unitName: string | null;
  readonly open: number;
  readonly overdue: number;
  readonly dueToday: number;
  /** In the next three days, today not counted. */
  readonly dueSoon: number;
  readonly paused: number;
}

/** A late case, and whose days made it late. */
export interface LateCase extends CaseLine {
  readonly daysLate: number;
  readonly holders: readonly Pick<HolderPeriod, 'holderKind' | 'unitId' | 'days'>[];
}

export interface ControlOfTerms {
  readonly units: readonly UnitTerms[];
  /** The latest first, at most `limit`. */
  readonly late: readonly LateCase[];
}

/** Who is late and who soon will be. `kind` and `unitId` narrow it. */
export async function controlOfTerms(
  tx: Transaction,
  ask: {
    readonly now: Date;
    readonly limit: number;
    readonly kind?: string | undefined;
    readonly unitId?: string | undefined;
  },
): Promise<ControlOfTerms> {
  const today = kyivDate(ask.now);
  const { kind, unitId, limit } = ask;
  const units = await countByUnit(tx, today, { kind, unitId });
  const yesterday = toIsoDate(toEpochDay(today) - 1);
  const filter = { kind, unitId, open: true, clockState: 'running', dueBy: yesterday, order: 'due' } as const;
  const { cases } = await listCases(tx, filter, { limit });
  const events = await readHolders(
    tx,
    cases.map(({ id }) => id),
  );
  const late = cases.map((line) => ({
    ...line,
    daysLate: line.dueOn === null ? 0 : daysOverdue(today, line.dueOn),
    holders: daysByHolder(ledgerOf(events.get(line.id) ?? [], ask.now)),
  }));
  return { units, late };
}

async function countByUnit(
  tx: Transaction,
  today: string,
  { kind, unitId }: { readonly kind: string | undefined; readonly unitId: string | undefined },
): Promise<readonly UnitTerms[]> {
  const soon = toIsoDate(toEpochDay(today) + SOON_DAYS);
  const { rows } = await sql<UnitTerms>`
    select c.unit_id as "unitId", unit.short_name as "unitName", count(*) as open,
           count(*) filter (where runs and due_on < ${today}::date) as overdue,
           count(*) filter (where runs and due_on = ${today}::date) as "dueToday",
           count(*) filter (where runs and due_on > ${today}::date and due_on <= ${soon}::date)
             as "dueSoon",
           count(*) filter (where clock_state = 'paused') as paused
    from kernel.cases c left join kernel.units unit on unit.id = c.unit_id
      cross join lateral (select c.clock_state = 'running' as runs) as clock
    where c.is_open and (${kind ?? null}::text is null or c.kind = ${kind ?? null})
      and (${unitId ?? null}::uuid is null or c.unit_id = ${unitId ?? null})
    group by c.unit_id, unit.short_name
    order by overdue desc, "dueToday" desc, "dueSoon" desc, unit.short_name`.execute(tx);
  return rows;
}

type HolderEvent = Pick<CaseEvent, 'occurredAt' | 'holder'>;

async function readHolders(
  tx: Transaction,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly HolderEvent[]>> {
  const { rows } = await sql<{ caseId: string; occurredAt: Date; kind: HolderKind; unitId: string | null }>`
    select case_id as "caseId", occurred_at as "occurredAt", holder_kind as kind,
           holder_unit_id as "unitId"
    from kernel.case_events where case_id = any(${ids}::uuid[]) order by case_id, seq`.execute(tx);
  const byCase = new Map<string, HolderEvent[]>();
  for (const { caseId, occurredAt, kind, unitId } of rows) {
    const event = { occurredAt, holder: holderOf(kind, unitId) };
    byCase.set(caseId, [...(byCase.get(caseId) ?? []), event]);
  }
  return byCase;
}
