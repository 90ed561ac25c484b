import { sql } from 'kysely';
import { kyivDate } from '../../kernel/calendar/kyiv-time.ts';
import type { Transaction } from '../../kernel/database/database.ts';
import { APPLICATION } from '../applications/index.ts';
import { passDeadlines } from './deadline.ts';
import type { Direction } from './register.ts';

export interface WaitingCase {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly unitId: string;
  readonly filedOn: string;
  /** Null for results. */
  readonly dueOn: string | null;
}

/** Applications whose papers lie at the front office, or whose result lies at the body; the oldest first. */
const LIES: Readonly<Record<Direction, string>> = {
  out: `c.is_open and c.state = 'registered' and c.holder_kind = 'front-office'
        and not exists (select from handover_registers.lines l where l.case_id = c.id and l.direction = 'out' and l.live)`,
  back: `c.state in ('granted', 'refused')
        and not exists (select from handover_registers.lines l
                         where l.case_id = c.id and l.direction = 'back' and (l.live or l.received_at is not null))`,
};

/** `unitId: null` = of all bodies. `caseIds` narrows it to these. */
export async function readWaiting(
  tx: Transaction,
  direction: Direction,
  unitId: string | null,
  caseIds: readonly string[] | null = null,
): Promise<readonly WaitingCase[]> {
  const { rows } = await sql<Omit<WaitingCase, 'filedOn' | 'dueOn'> & { at: Date }>`
    select c.id, c.number, c.title, c.unit_id as "unitId", c.registered_at as at
      from kernel.cases c
     where c.kind = ${APPLICATION.name} and not c.imported and c.unit_id is not null and ${sql.raw(LIES[direction])}
       and (${unitId}::uuid is null or c.unit_id = ${unitId}::uuid)
       and (${caseIds === null ? null : [...caseIds]}::uuid[] is null or c.id = any(${caseIds === null ? null : [...caseIds]}::uuid[]))
     order by c.registered_at, c.id limit 2000`.execute(tx);
  const dated = rows.map(({ at, ...row }) => ({ ...row, filedOn: kyivDate(at) }));
  if (direction === 'back') return dated.map((row) => ({ ...row, dueOn: null }));
  const deadlines = await passDeadlines(
    tx,
    dated.map(({ filedOn }) => filedOn),
  );
  return dated.map((row) => ({ ...row, dueOn: deadlines.get(row.filedOn) ?? null }));
}

export interface Body {
  readonly unitId: string;
  readonly code: string;
  readonly name: string;
  readonly way: 'paper' | 'api';
}

/** Every body with how it exchanges papers on a day; on paper where nothing is said. */
export async function readBodies(tx: Transaction, on: string): Promise<readonly Body[]> {
  const { rows } = await sql<Body>`
    select u.id as "unitId", u.code, u.short_name as name, coalesce(e.way, 'paper') as way
      from kernel.units u
      left join handover_registers.exchanges e on e.unit_id = u.id and e.valid_from <= ${on}::date
                                              and (e.valid_to is null or e.valid_to > ${on}::date)
     where u.kind <> 'centre' and u.valid_from <= ${on}::date and (u.valid_to is null or u.valid_to > ${on}::date)
     order by u.short_name`.execute(tx);
  return rows;
}

/** From a day on; what was before stays. */
export async function setExchange(
  tx: Transaction,
  given: { readonly unitId: string; readonly way: 'paper' | 'api'; readonly validFrom: string },
): Promise<void> {
  await sql`
    update handover_registers.exchanges set valid_to = ${given.validFrom}::date
     where unit_id = ${given.unitId} and valid_to is null and valid_from < ${given.validFrom}::date`.execute(
    tx,
  );
  await sql`
    insert into handover_registers.exchanges (unit_id, way, valid_from)
    values (${given.unitId}, ${given.way}, ${given.validFrom}::date)`.execute(tx);
}
