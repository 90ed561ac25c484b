import { sql } from 'kysely';
import { v5 as nameUuid } from 'uuid';
import type { Database } from '../../kernel/database/database.ts';
import { hashDeviceWord } from './device-word.ts';

const NAMESPACE = '0a7a4a56-3a0e-4a0f-9a55-5d2f6a4b1c11';

interface DemoDevice {
  readonly name: string;
  readonly kind: string;
  readonly windowNo?: number;
  readonly printer?: string;
  readonly keepsHours?: boolean;
  /** Not enrolled yet: its code has lapsed. */
  readonly isNew?: boolean;
}

const PRINTERS = [
  { name: 'Принтер кіоска 1', host: '10.20.0.41' },
  { name: 'Принтер кіоска 2', host: '10.20.0.42' },
  { name: 'Принтер рецепції 1', host: '10.20.0.51' },
] as const;

const DEVICES: readonly DemoDevice[] = [
  { name: 'Кіоск біля входу', kind: 'kiosk', printer: 'Принтер кіоска 1' },
  { name: 'Кіоск у залі 2', kind: 'kiosk', printer: 'Принтер кіоска 2' },
  { name: 'Табло над рецепцією 1', kind: 'board' },
  { name: 'Планшет вікна 3', kind: 'tablet', windowNo: 3 },
  { name: 'Планшет вікна 5', kind: 'tablet', windowNo: 5 },
  { name: 'Комп’ютер вікна 3', kind: 'desk', windowNo: 3, printer: 'Принтер рецепції 1' },
  { name: 'Ноутбук мобільного офісу', kind: 'van' },
  { name: 'Планшет вікна 9', kind: 'tablet', windowNo: 9, isNew: true },
];

const idOf = (name: string) => nameUuid(name, NAMESPACE);

/** The demo city's devices. Their words are known to nobody: a real device is enrolled anew. */
export async function seedDevices(
  database: Database,
  { demo, now }: { readonly demo: boolean; readonly now: Date },
): Promise<void> {
  if (!demo) return;
  const printers = PRINTERS.map((printer) => ({ ...printer, id: idOf(printer.name) }));
  const devices = DEVICES.map((device) => ({
    id: idOf(device.name),
    name: device.name,
    kind: device.kind,
    window_no: device.windowNo ?? null,
    printer_id: device.printer === undefined ? null : idOf(device.printer),
    keeps_hours: device.keepsHours ?? true,
    is_new: device.isNew ?? false,
    token: hashDeviceWord(crypto.randomUUID()).toString('hex'),
  }));
  await sql`
    with printers as (
      insert into devices.printers (id, name, host, port, width_dots, active)
      select id, name, host, 9100, 576, true
        from jsonb_to_recordset(${JSON.stringify(printers)}::jsonb) as p (id uuid, name text, host text)
      on conflict do nothing)
    insert into devices.devices
      (id, name, kind, hall, window_no, printer_id, keeps_hours, added_at, token_hash, enrolled_at, last_seen_at)
    select id, name, kind, 'main', window_no, printer_id, keeps_hours, ${now},
           case when not is_new then decode(token, 'hex') end, case when not is_new then ${now}::timestamptz end,
           case when not is_new then ${now}::timestamptz end
      from jsonb_to_recordset(${JSON.stringify(devices)}::jsonb) as d (
        id uuid, name text, kind text, window_no int, printer_id uuid, keeps_hours boolean, is_new boolean, token text)
    on conflict do nothing`.execute(database);
}
