import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { type Deed, defineAction, personal } from '../../../kernel/actions/define.ts';
import { Refusal } from '../../../kernel/actions/refusal.ts';
import { printerIdInput, tokenInput } from '../device-input.ts';
import { requireDevice } from '../device-store.ts';
import { getPrinter } from '../printer-store.ts';
import { PAPERS } from '../printing/print-job.ts';
import { insertPrintJob } from '../printing/print-job-store.ts';
import { rollSchema } from '../printing/roll.ts';

const paper = {
  what: z.enum(PAPERS).exclude(['test']),
  /** What one calls the paper by: a ticket's number, an application's. */
  name: z.string().trim().min(1).max(60),
  roll: personal(rollSchema),
};
const output = z.object({ jobId: z.uuid(), printer: z.string() });

interface Wish {
  readonly what: (typeof PAPERS)[number];
  readonly name: string;
  readonly roll: z.output<typeof rollSchema>;
}

/** A device prints on the printer that is set for it: a kiosk its tickets. */
export const printFromDevice = defineAction({
  name: 'devices.print-from-device',
  title: { uk: 'Надрукувати з пристрою', en: 'Print from a device' },
  input: z.object({ token: tokenInput, ...paper }),
  output,
  may: ['resident'],
  async run(deed, { token, ...wish }) {
    const device = await requireDevice(deed.tx, token);
    if (device.printerId === null)
      throw new Refusal('devices:refusals.noPrinterSet', { device: device.name });
    return leaveJob(deed, device.printerId, device.id, wish);
  },
});

/** A clerk prints on a printer of the Centre. */
export const printAtDesk = defineAction({
  name: 'devices.print-at-desk',
  title: { uk: 'Надрукувати на принтері Центру', en: 'Print on a printer of the Centre' },
  input: z.object({ printerId: printerIdInput, ...paper }),
  output,
  may: ['administrator', 'head'],
  run: (deed, { printerId, ...wish }) => leaveJob(deed, printerId, null, wish),
});

export async function leaveJob(deed: Deed, printerId: string, deviceId: string | null, wish: Wish) {
  const printer = await getPrinter(deed.tx, printerId);
  if (!printer.active) throw new Refusal('devices:refusals.printerOff', { printer: printer.name });
  const jobId = uuid();
  await insertPrintJob(deed.tx, { ...wish, id: jobId, printerId, deviceId, askedAt: deed.now });
  deed.about({ kind: 'printer', id: printerId });
  return { jobId, printer: printer.name };
}
