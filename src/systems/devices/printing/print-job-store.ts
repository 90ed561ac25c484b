import { sql } from 'kysely';
import { notFound, Refusal } from '../../../kernel/actions/refusal.ts';
import type { Database, Transaction } from '../../../kernel/database/database.ts';
import { whenBroken } from '../../../kernel/database/when-broken.ts';
import type { Paper, PrintEnd, PrintJobState } from './print-job.ts';
import type { Roll } from './roll.ts';

export interface NewPrintJob {
  readonly id: string;
  readonly printerId: string;
  readonly deviceId: string | null;
  readonly what: Paper;
  readonly name: string;
  readonly roll: Roll;
  readonly askedAt: Date;
}

export async function insertPrintJob(tx: Transaction, job: NewPrintJob): Promise<void> {
  await whenBroken(
    sql`
      insert into devices.print_jobs (id, printer_id, device_id, what, name, roll, state, asked_at, due_at)
      values (${job.id}, ${job.printerId}, ${job.deviceId}, ${job.what}, ${job.name}, ${JSON.stringify(job.roll)}::jsonb,
              'waiting', ${job.askedAt}, ${job.askedAt})`.execute(tx),
    { print_jobs_printer_id_fkey: 'devices:refusals.noSuchPrinter' },
  );
}

export interface PrintJob {
  readonly id: string;
  readonly printerId: string;
  readonly what: Paper;
  readonly name: string;
  readonly roll: Roll | null;
  readonly state: PrintJobState;
  readonly askedAt: Date;
  readonly endedAt: Date | null;
  readonly attempts: number;
  readonly trouble: Exclude<PrintEnd['trouble'], null> | null;
}

const COLUMNS = sql.raw(`id, printer_id as "printerId", what, name, roll, state, asked_at as "askedAt",
  ended_at as "endedAt", attempts, trouble`);

/** Longer than this nobody sends: the process that did is gone. */
const SENDING_MS = 60_000;

/** Printers that have something to do now. */
export async function findBusyPrinters(database: Database, now: Date): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct printer_id as id from devices.print_jobs where state = 'waiting' and due_at <= ${now}`.execute(
    database,
  );
  return rows.map(({ id }) => id);
}

/**
 * Takes the printer's oldest job for sending, committed before the first byte: whatever happens then,
 * this row is never sent again. Two processes never take one job, nor two jobs of one printer at once.
 */
export async function takePrintJob(
  database: Database,
  printerId: string,
  now: Date,
): Promise<PrintJob | undefined> {
  const taken = sql<PrintJob>`
    update devices.print_jobs set state = 'sending', sent_at = ${now}, attempts = attempts + 1
     where id = (
       select j.id from devices.print_jobs j
        where j.printer_id = ${printerId} and j.state = 'waiting' and j.due_at <= ${now}
        order by j.asked_at, j.id limit 1 for update skip locked)
       and state = 'waiting'
    returning ${COLUMNS}`.execute(database);
  try {
    return (await whenBroken(taken, { print_jobs_one_sending: 'devices:refusals.printerBusy' })).rows[0];
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}

/** The roll is personal: it goes as soon as nobody will print it. */
export async function endPrintJob(database: Database, id: string, end: PrintEnd, now: Date): Promise<void> {
  const isOver = end.dueAt === null;
  await sql`
    update devices.print_jobs
       set state = ${end.state}, trouble = ${end.trouble}, due_at = coalesce(${end.dueAt}::timestamptz, due_at),
           ended_at = case when ${isOver} then ${now}::timestamptz end,
           roll = case when ${end.state === 'printed'} then null else roll end
     where id = ${id} and state = 'sending'`.execute(database);
}

/** Jobs that a dead process was sending may be on paper: nobody prints them again unasked. */
export async function doubtForgottenJobs(database: Database, now: Date): Promise<void> {
  await sql`
    update devices.print_jobs set state = 'doubtful', trouble = 'silent', ended_at = ${now}
     where state = 'sending' and sent_at < ${new Date(now.getTime() - SENDING_MS)}`.execute(database);
}

/** Rolls of papers that nobody asked for again. */
export async function forgetRolls(database: Database, before: Date): Promise<void> {
  await sql`
    update devices.print_jobs set roll = null where roll is not null and ended_at < ${before}`.execute(
    database,
  );
}

/** Throws a `Refusal` (404) where there is none. */
export async function getPrintJob(tx: Transaction, id: string): Promise<PrintJob> {
  const { rows } = await sql<PrintJob>`select ${COLUMNS} from devices.print_jobs where id = ${id}`.execute(
    tx,
  );
  const [row] = rows;
  if (row === undefined) throw notFound('devices:refusals.noSuchPaper');
  return row;
}

export interface PrintJobLine extends Omit<PrintJob, 'roll'> {
  readonly printerName: string;
  readonly canRepeat: boolean;
}

export async function listPrintJobs(
  tx: Transaction,
  filter: { readonly state: PrintJobState | undefined; readonly words: string; readonly limit: number },
): Promise<readonly PrintJobLine[]> {
  const { rows } = await sql<PrintJobLine>`
    select j.id, j.printer_id as "printerId", p.name as "printerName", j.what, j.name, j.state,
           j.asked_at as "askedAt", j.ended_at as "endedAt", j.attempts, j.trouble,
           j.roll is not null and j.state in ('doubtful', 'given-up') as "canRepeat"
      from devices.print_jobs j join devices.printers p on p.id = j.printer_id
     where (${filter.state ?? null}::text is null or j.state = ${filter.state ?? null})
       and (${filter.words} = '' or strpos(lower(j.name || ' ' || p.name), lower(${filter.words})) > 0)
     order by j.asked_at desc, j.id desc limit ${filter.limit}`.execute(tx);
  return rows;
}
