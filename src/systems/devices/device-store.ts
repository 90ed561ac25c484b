import { sql } from 'kysely';
import { notFound, Refusal } from '../../kernel/actions/refusal.ts';
import type { Database, Transaction } from '../../kernel/database/database.ts';
import { whenBroken } from '../../kernel/database/when-broken.ts';
import type { DeviceFacts, DeviceKind } from './device.ts';
import { hashDeviceWord, normalDeviceCode } from './device-word.ts';

export interface Device extends DeviceFacts {
  readonly id: string;
  readonly name: string;
  readonly kind: DeviceKind;
  /** Code of the queue's hall. */
  readonly hall: string;
  readonly windowNo: number | null;
  readonly printerId: string | null;
  readonly printerName: string | null;
  readonly keepsHours: boolean;
}

const COLUMNS = sql.raw(`
  d.id, d.name, d.kind, d.hall, d.window_no as "windowNo", d.printer_id as "printerId", p.name as "printerName",
  d.keeps_hours as "keepsHours", d.code_until as "codeUntil", d.enrolled_at as "enrolledAt",
  d.revoked_at as "revokedAt", d.last_seen_at as "lastSeenAt"`);
const FROM = sql.raw('devices.devices d left join devices.printers p on p.id = d.printer_id');

export interface DeviceSettings {
  readonly name: string;
  readonly hall: string;
  readonly windowNo: number | null;
  readonly printerId: string | null;
  readonly keepsHours: boolean;
}

export interface NewDevice extends DeviceSettings {
  readonly id: string;
  readonly kind: DeviceKind;
  readonly addedAt: Date;
  readonly addedBy: string | null;
}

const MEANINGS = {
  devices_pkey: 'devices:refusals.idTaken',
  devices_printer_id_fkey: 'devices:refusals.noSuchPrinter',
};

export async function insertDevice(tx: Transaction, device: NewDevice): Promise<void> {
  await whenBroken(
    sql`
      insert into devices.devices (id, name, kind, hall, window_no, printer_id, keeps_hours, added_at, added_by)
      values (${device.id}, ${device.name}, ${device.kind}, ${device.hall}, ${device.windowNo}, ${device.printerId},
              ${device.keepsHours}, ${device.addedAt}, ${device.addedBy})`.execute(tx),
    MEANINGS,
  );
}

export async function changeDevice(tx: Transaction, id: string, settings: DeviceSettings): Promise<void> {
  await whenBroken(
    sql`
      update devices.devices set name = ${settings.name}, hall = ${settings.hall}, window_no = ${settings.windowNo},
             printer_id = ${settings.printerId}, keeps_hours = ${settings.keepsHours}
       where id = ${id}`.execute(tx),
    MEANINGS,
  );
}

/** A new one-time code; the device that was enrolled before goes on until the code is used. */
export async function setCode(tx: Transaction, id: string, code: string, until: Date): Promise<void> {
  await sql`
    update devices.devices set code_hash = ${hashDeviceWord(code)}, code_until = ${until}
     where id = ${id}`.execute(tx);
}

/** Gives the device its word and spends the code in one statement. Throws a `Refusal` for a wrong or old code. */
export async function enrol(tx: Transaction, code: string, token: string, now: Date): Promise<Device> {
  const { rows } = await whenBroken(
    sql<{ id: string }>`
      update devices.devices
         set token_hash = ${hashDeviceWord(token)}, code_hash = null, code_until = null, enrolled_at = ${now},
             revoked_at = null, last_seen_at = ${now}
       where code_hash = ${hashDeviceWord(normalDeviceCode(code))} and code_until > ${now}
      returning id`.execute(tx),
    { devices_token: 'devices:refusals.wrongCode' },
  );
  const [row] = rows;
  if (row === undefined) throw new Refusal('devices:refusals.wrongCode', {}, 422);
  return getDevice(tx, row.id);
}

/** From now on the device's word opens nothing. */
export async function revoke(tx: Transaction, id: string, now: Date): Promise<void> {
  await sql`
    update devices.devices set token_hash = null, code_hash = null, code_until = null, revoked_at = ${now}
     where id = ${id} and revoked_at is null`.execute(tx);
}

/** The working device that holds this word; undefined for an unknown or revoked one. */
export async function findDeviceByToken(tx: Transaction, token: string): Promise<Device | undefined> {
  if (token === '') return undefined;
  const { rows } = await sql<Device>`
    select ${COLUMNS} from ${FROM} where d.token_hash = ${hashDeviceWord(token)}`.execute(tx);
  return rows[0];
}

/** Throws a `Refusal` (401) where the word opens nothing. */
export async function requireDevice(tx: Transaction, token: string): Promise<Device> {
  const device = await findDeviceByToken(tx, token);
  if (device === undefined) throw new Refusal('devices:refusals.notEnrolled', {}, 401);
  return device;
}

/** Throws a `Refusal` (404) where there is none. */
export async function getDevice(tx: Transaction, id: string): Promise<Device> {
  const { rows } = await sql<Device>`select ${COLUMNS} from ${FROM} where d.id = ${id}`.execute(tx);
  const [row] = rows;
  if (row === undefined) throw notFound('devices:refusals.noSuchDevice');
  return row;
}

export async function listDevices(
  tx: Transaction,
  filter: { readonly words: string; readonly kind: DeviceKind | undefined },
): Promise<readonly Device[]> {
  const { rows } = await sql<Device>`
    select ${COLUMNS} from ${FROM}
     where (${filter.words} = '' or strpos(lower(d.name), lower(${filter.words})) > 0)
       and (${filter.kind ?? null}::text is null or d.kind = ${filter.kind ?? null})
     order by d.revoked_at is not null, d.kind, d.hall, d.window_no, d.name, d.id`.execute(tx);
  return rows;
}

/** Seconds between two notes of one device: its line asks every five. */
const NOTE_EVERY_S = 60;

/** Notes that the device shows a page of ours. Where it is, or undefined for one that was revoked. */
export async function noteSeen(database: Database, id: string, now: Date): Promise<boolean> {
  await sql`
    update devices.devices set last_seen_at = ${now}
     where id = ${id} and token_hash is not null
       and (last_seen_at is null or last_seen_at < ${new Date(now.getTime() - NOTE_EVERY_S * 1000)})`.execute(
    database,
  );
  const { rows } =
    await sql`select 1 from devices.devices where id = ${id} and token_hash is not null`.execute(database);
  return rows.length > 0;
}
