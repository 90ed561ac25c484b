import { sql } from 'kysely';
import { notFound } from '../../kernel/actions/refusal.ts';
import type { Database, Transaction } from '../../kernel/database/database.ts';
import { whenBroken } from '../../kernel/database/when-broken.ts';

export const PRINTER_STATES = [
  'unknown',
  'ready',
  'no-paper',
  'cover-open',
  'offline',
  'unreachable',
] as const;
export type PrinterSaid = (typeof PRINTER_STATES)[number];

export interface Printer {
  readonly id: string;
  readonly name: string;
  readonly host: string;
  readonly port: number;
  readonly widthDots: number;
  readonly active: boolean;
  readonly state: PrinterSaid;
  readonly stateAt: Date | null;
}

const COLUMNS = sql.raw(
  `id, name, host, port, width_dots as "widthDots", active, state, state_at as "stateAt"`,
);

export async function savePrinter(
  tx: Transaction,
  printer: Omit<Printer, 'state' | 'stateAt'>,
): Promise<void> {
  await whenBroken(
    sql`
      insert into devices.printers (id, name, host, port, width_dots, active)
      values (${printer.id}, ${printer.name}, ${printer.host}, ${printer.port}, ${printer.widthDots}, ${printer.active})
      on conflict (id) do update set name = excluded.name, host = excluded.host, port = excluded.port,
        width_dots = excluded.width_dots, active = excluded.active`.execute(tx),
    { printers_address: 'devices:refusals.printerAddressTaken' },
  );
}

/** Throws a `Refusal` (404) where there is none. */
export async function getPrinter(tx: Transaction | Database, id: string): Promise<Printer> {
  const { rows } = await sql<Printer>`select ${COLUMNS} from devices.printers where id = ${id}`.execute(tx);
  const [row] = rows;
  if (row === undefined) throw notFound('devices:refusals.noSuchPrinter');
  return row;
}

export async function listPrinters(tx: Transaction): Promise<readonly Printer[]> {
  const { rows } = await sql<Printer>`select ${COLUMNS} from devices.printers order by name, id`.execute(tx);
  return rows;
}

export async function notePrinter(
  database: Database,
  id: string,
  state: PrinterSaid,
  now: Date,
): Promise<void> {
  await sql`update devices.printers set state = ${state}, state_at = ${now} where id = ${id}`.execute(
    database,
  );
}
