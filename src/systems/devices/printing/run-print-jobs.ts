import type { Database } from '../../../kernel/database/database.ts';
import type { Job } from '../../../kernel/jobs/job.ts';
import { getPrinter, notePrinter, type Printer } from '../printer-store.ts';
import { drawBitmap } from './bitmap.ts';
import { endAttempt, type PrintEnd } from './print-job.ts';
import {
  doubtForgottenJobs,
  endPrintJob,
  findBusyPrinters,
  forgetRolls,
  type PrintJob,
  takePrintJob,
} from './print-job-store.ts';
import { rollSvg } from './roll-svg.ts';
import { type Printed, sendToPrinter } from './send-to-printer.ts';

/** Prints what waits; one printer that is slow holds up no other. */
export const printJob: Job = {
  name: 'devices.print',
  everySeconds: 1,
  async run({ database, now }) {
    await doubtForgottenJobs(database, now);
    const busy = await findBusyPrinters(database, now);
    await Promise.all(busy.map((printerId) => workOff(database, printerId, now)));
  },
};

const DAY_MS = 24 * 60 * 60 * 1000;

/** Receipts that were given up can be asked for again for a day; then their words go. */
export const forgetRollsJob: Job = {
  name: 'devices.forget-rolls',
  everySeconds: 3600,
  run: ({ database, now }) => forgetRolls(database, new Date(now.getTime() - DAY_MS)),
};

/** One paper after another, until the printer is done or in trouble. */
async function workOff(database: Database, printerId: string, now: Date): Promise<void> {
  const printer = await getPrinter(database, printerId);
  for (;;) {
    const job = await takePrintJob(database, printerId, now);
    if (job === undefined) return;
    const end = await printOne(printer, job, now);
    await endPrintJob(database, job.id, end.end, now);
    await notePrinter(database, printerId, stateOf(end.printed), now);
    if (end.printed !== 'printed') return;
  }
}

async function printOne(
  printer: Printer,
  job: PrintJob,
  now: Date,
): Promise<{ readonly printed: Printed; readonly end: PrintEnd }> {
  const printed =
    job.roll === null || !printer.active
      ? 'offline'
      : await sendToPrinter(printer, await drawBitmap(rollSvg(job.roll, printer.widthDots)));
  return { printed, end: endAttempt(job, printed, now) };
}

function stateOf(printed: Printed) {
  if (printed === 'printed') return 'ready';
  return printed === 'silent' ? 'unknown' : printed;
}
