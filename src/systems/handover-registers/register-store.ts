import { sql } from 'kysely';
import { z } from 'zod';
import { notFound, Refusal } from '../../kernel/actions/refusal.ts';
import type { Transaction } from '../../kernel/database/database.ts';
import { DIRECTIONS, STATES } from './register.ts';
import type { WaitingCase } from './waiting-store.ts';

export const registerView = z.object({
  id: z.uuid(),
  direction: z.enum(DIRECTIONS),
  unitId: z.uuid(),
  unitName: z.string(),
  year: z.number(),
  number: z.number(),
  barcode: z.string(),
  state: z.enum(STATES),
  madeAt: z.coerce.date(),
  madeOn: z.iso.date(),
  madeBy: z.string().nullable(),
  handedAt: z.coerce.date().nullable(),
  handedBy: z.string().nullable(),
  carrier: z.string().nullable(),
  receivedAt: z.coerce.date().nullable(),
  receivedBy: z.string().nullable(),
  signedFileId: z.uuid().nullable(),
  lines: z.number(),
  received: z.number(),
  /** Not received, and found without a line. */
  discrepancies: z.number(),
});
export type Register = z.output<typeof registerView>;

export const lineView = z.object({
  no: z.number(),
  caseId: z.uuid(),
  caseNumber: z.string(),
  title: z.string(),
  papers: z.array(z.string()),
  filedOn: z.iso.date(),
  dueOn: z.iso.date().nullable(),
  receivedAt: z.coerce.date().nullable(),
  missing: z.boolean(),
});
export type RegisterLine = z.output<typeof lineView>;

export const extraView = z.object({ caseId: z.uuid(), caseNumber: z.string(), notedAt: z.coerce.date() });

const REGISTER = sql.raw(`
  r.id, r.direction, r.unit_id as "unitId", r.unit_name as "unitName", r.year, r.number, r.barcode, r.state,
  r.made_at as "madeAt", r.made_on as "madeOn", maker.name as "madeBy", r.handed_at as "handedAt",
  giver.name as "handedBy", r.carrier, r.received_at as "receivedAt", taker.name as "receivedBy",
  r.signed_file_id as "signedFileId", n.lines, n.received, n.missing + x.extras as discrepancies`);
const FROM = sql.raw(`handover_registers.registers r
  left join kernel.staff maker on maker.id = r.made_by
  left join kernel.staff giver on giver.id = r.handed_by
  left join kernel.staff taker on taker.id = r.received_by
  cross join lateral (select count(*)::int as lines, count(received_at)::int as received,
      count(*) filter (where missing)::int as missing
    from handover_registers.lines l where l.register_id = r.id) n
  cross join lateral (select count(*)::int as extras from handover_registers.extras e where e.register_id = r.id) x`);

/** @throws Refusal 404. */
export async function getRegister(tx: Transaction, id: string): Promise<Register> {
  const { rows } = await sql<Register>`select ${REGISTER} from ${FROM} where r.id = ${id}`.execute(tx);
  const [row] = rows;
  if (row === undefined) throw notFound('handover-registers:refusals.noSuchRegister');
  return row;
}

/** Under its row lock: scans, hand-over and close of one register come one after another. @throws Refusal 404. */
export async function lockRegister(tx: Transaction, id: string): Promise<Register> {
  await sql`select id from handover_registers.registers where id = ${id} for update`.execute(tx);
  return getRegister(tx, id);
}

export async function readLines(tx: Transaction, registerId: string): Promise<readonly RegisterLine[]> {
  const { rows } = await sql<RegisterLine>`
    select no, case_id as "caseId", case_number as "caseNumber", title, papers, filed_on as "filedOn",
           due_on as "dueOn", received_at as "receivedAt", missing
      from handover_registers.lines where register_id = ${registerId} order by no`.execute(tx);
  return rows;
}

export async function readExtras(tx: Transaction, registerId: string) {
  const { rows } = await sql<z.output<typeof extraView>>`
    select case_id as "caseId", case_number as "caseNumber", noted_at as "notedAt"
      from handover_registers.extras where register_id = ${registerId} order by noted_at, case_id`.execute(
    tx,
  );
  return rows;
}

export interface NewRegister {
  readonly id: string;
  readonly direction: Register['direction'];
  readonly unitId: string;
  readonly unitName: string;
  readonly year: number;
  readonly number: number;
  readonly barcode: string;
  readonly madeAt: Date;
  readonly madeOn: string;
  readonly madeBy: string | null;
}

export async function insertRegister(tx: Transaction, row: NewRegister): Promise<void> {
  await sql`
    insert into handover_registers.registers
      (id, direction, unit_id, unit_name, year, number, barcode, state, made_at, made_on, made_by)
    values (${row.id}, ${row.direction}, ${row.unitId}, ${row.unitName}, ${row.year}, ${row.number}, ${row.barcode},
            'made', ${row.madeAt}, ${row.madeOn}::date, ${row.madeBy})`.execute(tx);
}

/** Adds cases to the register; says how many were free. Those in another open register stay there. */
export async function insertLines(
  tx: Transaction,
  register: Pick<NewRegister, 'id' | 'direction'>,
  cases: readonly WaitingCase[],
  packages: ReadonlyMap<string, readonly string[]>,
): Promise<number> {
  const rows = cases.map((one) => ({ ...one, papers: packages.get(one.id) ?? [] }));
  const result = await sql`
    insert into handover_registers.lines
      (register_id, no, direction, case_id, case_number, title, papers, filed_on, due_on)
    select ${register.id}::uuid,
           (select coalesce(max(no), 0) from handover_registers.lines where register_id = ${register.id}::uuid)
             + row_number() over (order by "filedOn", number),
           ${register.direction}, id, number, title, papers, "filedOn", "dueOn"
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as l (id uuid, number text, title text, papers text[], "filedOn" date, "dueOn" date)
     order by id
    on conflict (case_id, direction) where live do nothing`.execute(tx);
  return Number(result.numAffectedRows ?? 0n);
}

export async function removeLine(tx: Transaction, registerId: string, caseId: string): Promise<void> {
  const result = await sql`
    delete from handover_registers.lines where register_id = ${registerId} and case_id = ${caseId}`.execute(
    tx,
  );
  if (result.numAffectedRows !== 1n) throw notFound('handover-registers:refusals.noSuchLine');
}

export async function writeHandOver(
  tx: Transaction,
  id: string,
  given: {
    readonly at: Date;
    readonly on: string;
    readonly by: string | null;
    readonly carrier: string | null;
  },
): Promise<void> {
  await sql`
    update handover_registers.registers
       set state = 'handed-over', handed_at = ${given.at}, handed_on = ${given.on}::date, handed_by = ${given.by},
           carrier = ${given.carrier}
     where id = ${id}`.execute(tx);
}

export async function writeReceived(
  tx: Transaction,
  line: {
    readonly registerId: string;
    readonly caseId: string;
    readonly at: Date;
    readonly by: string | null;
  },
): Promise<void> {
  await sql`
    update handover_registers.lines set received_at = ${line.at}, received_by = ${line.by}
     where register_id = ${line.registerId} and case_id = ${line.caseId}`.execute(tx);
}

export async function writeExtra(
  tx: Transaction,
  extra: {
    readonly registerId: string;
    readonly caseId: string;
    readonly number: string;
    readonly at: Date;
    readonly by: string | null;
  },
): Promise<void> {
  await sql`
    insert into handover_registers.extras (register_id, case_id, case_number, noted_at, noted_by)
    values (${extra.registerId}, ${extra.caseId}, ${extra.number}, ${extra.at}, ${extra.by})
    on conflict do nothing`.execute(tx);
}

/** Ends the register: what was not scanned is missing, and nothing of it is on its way any more. */
export async function writeClose(
  tx: Transaction,
  id: string,
  to: 'received' | 'cancelled',
  given: { readonly at: Date; readonly by: string | null },
): Promise<void> {
  await sql`
    update handover_registers.lines set live = false, missing = ${to === 'received'} and received_at is null
     where register_id = ${id}`.execute(tx);
  await sql`
    update handover_registers.registers
       set state = ${to}, received_at = ${to === 'received' ? given.at : null},
           received_by = ${to === 'received' ? given.by : null}
     where id = ${id}`.execute(tx);
}

export async function writeSignedFile(tx: Transaction, id: string, fileId: string): Promise<void> {
  await sql`update handover_registers.registers set signed_file_id = ${fileId} where id = ${id}`.execute(tx);
}

/** The register with these bars, or the open one in which this case lies. @throws Refusal 404. */
export async function findByScan(
  tx: Transaction,
  scan: { readonly barcode: string | null; readonly number: string | null },
): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    select r.id from handover_registers.registers r
     where r.barcode = ${scan.barcode}
        or exists (select from handover_registers.lines l
                    where l.register_id = r.id and l.live and l.case_number = ${scan.number})
     order by r.made_at desc limit 1`.execute(tx);
  const [row] = rows;
  if (row === undefined) throw new Refusal('handover-registers:refusals.nothingScanned', {}, 404);
  return row.id;
}

export interface RegisterFilter {
  readonly direction?: string | undefined;
  readonly state?: string | undefined;
  readonly unitId?: string | undefined;
  readonly words: string;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

const ORDERS = {
  made: 'r.made_at',
  number: 'r.year * 1000000 + r.number',
  body: 'r.unit_name',
  lines: 'n.lines',
};
export const REGISTER_ORDERS = ['made', 'number', 'body', 'lines'] as const;
export type RegisterOrder = (typeof REGISTER_ORDERS)[number];

export async function listRegisters(
  tx: Transaction,
  filter: RegisterFilter,
  page: {
    readonly order: RegisterOrder;
    readonly down: boolean;
    readonly limit: number;
    readonly offset: number;
  },
): Promise<{ readonly registers: readonly Register[]; readonly found: number }> {
  const like = `%${filter.words.replaceAll(/[\\%_]/g, '\\$&')}%`;
  const { rows } = await sql<Register & { found: number }>`
    select ${REGISTER}, count(*) over ()::int as found from ${FROM}
     where (${filter.direction ?? null}::text is null or r.direction = ${filter.direction ?? null})
       and (${filter.state ?? null}::text is null or r.state = ${filter.state ?? null})
       and (${filter.unitId ?? null}::uuid is null or r.unit_id = ${filter.unitId ?? null}::uuid)
       and (${filter.from ?? null}::date is null or r.made_on >= ${filter.from ?? null}::date)
       and (${filter.to ?? null}::date is null or r.made_on <= ${filter.to ?? null}::date)
       and (${filter.words} = '' or r.unit_name ilike ${like} or r.number || '/' || r.year = ${filter.words}
            or r.barcode = ${filter.words}
            or exists (select from handover_registers.lines l where l.register_id = r.id and l.case_number ilike ${like}))
     order by ${sql.raw(`${ORDERS[page.order]} ${page.down ? 'desc' : 'asc'}, r.id`)}
     limit ${page.limit} offset ${page.offset}`.execute(tx);
  return { registers: rows.map(({ found: _found, ...row }) => row), found: rows[0]?.found ?? 0 };
}

export interface LateLine {
  readonly caseId: string;
  readonly caseNumber: string;
  readonly title: string;
  readonly unitName: string;
  readonly filedOn: string;
  readonly dueOn: string;
  readonly handedOn: string | null;
}

/** Packages that went later than they should, the newest first. */
export async function readHandedLate(
  tx: Transaction,
  from: string,
  limit: number,
): Promise<readonly LateLine[]> {
  const { rows } = await sql<LateLine>`
    select l.case_id as "caseId", l.case_number as "caseNumber", l.title, r.unit_name as "unitName",
           l.filed_on as "filedOn", l.due_on as "dueOn", r.handed_on as "handedOn"
      from handover_registers.lines l join handover_registers.registers r on r.id = l.register_id
     where r.direction = 'out' and r.handed_on > l.due_on and r.handed_on >= ${from}::date
     order by r.handed_on desc, l.case_number limit ${limit}`.execute(tx);
  return rows;
}
