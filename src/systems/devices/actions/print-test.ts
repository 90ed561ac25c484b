import { z } from 'zod';
import { defineAction } from '../../../kernel/actions/define.ts';
import { formatDateTime } from '../../../kernel/calendar/kyiv-time.ts';
import { printerIdInput } from '../device-input.ts';
import { getPrinter } from '../printer-store.ts';
import { rollSchema } from '../printing/roll.ts';
import { leaveJob } from './print-paper.ts';

/** The sentence with every letter of the Ukrainian alphabet. */
const PANGRAM = 'Жебракують філософи при ґанку церкви в Гадячі, ще й шатро їхнє п’яне знаємо.';

export const printTest = defineAction({
  name: 'devices.print-test',
  title: { uk: 'Пробний друк', en: 'Test print' },
  input: z.object({ printerId: printerIdInput }),
  output: z.object({ jobId: z.uuid(), printer: z.string() }),
  may: ['it'],
  async run(deed, { printerId }) {
    const { name, host, port, widthDots } = await getPrinter(deed.tx, printerId);
    const roll = rollSchema.parse([
      { kind: 'text', text: name, size: 'large', bold: true },
      { kind: 'text', text: PANGRAM },
      { kind: 'rule' },
      { kind: 'line', term: `${host}:${port}`, value: `${widthDots} × 203 dpi` },
      { kind: 'text', text: formatDateTime(deed.now, 'uk'), size: 'small' },
    ]);
    return leaveJob(deed, printerId, null, { what: 'test', name, roll });
  },
});
