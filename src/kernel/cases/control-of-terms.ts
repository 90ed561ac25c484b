import { type RawBuilder, sql } from 'kysely';
import { addDays } from '../calendar/epoch-day.ts';
import { SOON_DAYS } from '../clock/days-left.ts';
import type { Transaction } from '../database/database.ts';
import { type CaseEvent, type HolderKind, holderOf } from './case-event.ts';
import { daysByHolder, type HolderPeriod, ledgerOf } from './holder-ledger.ts';

/** How the term of an open case stands: each is in exactly one. `soon`: in the next three days, today not counted. */
export const STANDINGS = ['overdue', 'today', 'soon', 'in-term', 'standing'] as const;
/** Beside that it may have been extended, or a leader may watch over it. */
export const TERM_MARKS = [...STANDINGS, 'extended', 'controlled'] as const;
export type TermMark = (typeof TERM_MARKS)[number];

/** A condition on an open `kernel.cases c`: the same for a number and for the rows behind it. */
export function termCondition(mark: TermMark, today: string): RawBuilder<unknown> {
  const soon = addDays(today, SOON_DAYS);
  // As the index of open work by its last day is written.
  const due = sql`coalesce(c.due_on, 'infinity'::date)`;
  const runs = sql`c.clock_state = 'running' and ${due}`;
  switch (mark) {
    case 'overdue':
      return sql`(${runs} < ${today}::date)`;
    case 'today':
      return sql`(${runs} = ${today}::date)`;
    case 'soon':
      return sql`(${runs} > ${today}::date and ${due} <= ${soon}::date)`;
    case 'in-term':
      return sql`(${runs} > ${soon}::date and c.due_on is not null)`;
    case 'standing':
      return sql`(c.clock_state <> 'running' or c.due_on is null)`;
    case 'extended':
      return sql`c.id in (select k.case_id from kernel.case_clocks k where k.name = 'main' and k.extensions <> '[]'::jsonb)`;
    case 'controlled':
      return sql`c.id in (select w.case_id from kernel.case_controls w where w.to_at is null)`;
  }
}

export type TermCounts = Readonly<Record<'open' | TermMark, number>>;

/** Open work of one body in one kind. */
export interface UnitTerms extends TermCounts {
  readonly kind: string;
  readonly unitId: string | null;
  readonly unitCode: string | null;
  readonly unitName: string | null;
}

/** Open work by body and kind, the worst first. `where`: conditions on `kernel.cases c`. */
export async function controlOfTerms(
  tx: Transaction,
  { today, where = [] }: { readonly today: string; readonly where?: readonly RawBuilder<unknown>[] },
): Promise<readonly UnitTerms[]> {
  const counts = TERM_MARKS.map(
    (mark) => sql`count(*) filter (where ${termCondition(mark, today)})::int as ${sql.ref(mark)}`,
  );
  const { rows } = await sql<UnitTerms>`
    select c.kind, c.unit_id as "unitId", unit.code as "unitCode", unit.short_name as "unitName",
           count(*)::int as open, ${sql.join(counts)}
    from kernel.cases c left join kernel.units unit on unit.id = c.unit_id
    where ${sql.join([sql`c.is_open`, ...where], sql` and `)}
    group by c.kind, c.unit_id, unit.code, unit.short_name
    order by overdue desc, today desc, soon desc, unit.short_name, c.kind`.execute(tx);
  return rows;
}

export type HolderDays = Pick<HolderPeriod, 'holderKind' | 'unitId' | 'days'>;
type HolderEvent = Pick<CaseEvent, 'occurredAt' | 'holder'>;

/** Whose days they were until `now`, of each case, most days first. */
export async function readHolderDays(
  tx: Transaction,
  ids: readonly string[],
  now: Date,
): Promise<ReadonlyMap<string, readonly HolderDays[]>> {
  const { rows } = await sql<{ caseId: string; occurredAt: Date; kind: HolderKind; unitId: string | null }>`
    select case_id as "caseId", occurred_at as "occurredAt", holder_kind as kind,
           holder_unit_id as "unitId"
    from kernel.case_events where case_id = any(${ids}::uuid[]) order by case_id, seq`.execute(tx);
  const byCase = new Map<string, HolderEvent[]>();
  for (const { caseId, occurredAt, kind, unitId } of rows) {
    const events = byCase.get(caseId) ?? [];
    events.push({ occurredAt, holder: holderOf(kind, unitId) });
    byCase.set(caseId, events);
  }
  return new Map([...byCase].map(([id, events]) => [id, daysByHolder(ledgerOf(events, now))]));
}
