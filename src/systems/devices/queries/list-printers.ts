import { z } from 'zod';
import { defineQuery } from '../../../kernel/actions/define.ts';
import { printerView } from '../device-input.ts';
import { listPrinters as readPrinters } from '../printer-store.ts';

export const listPrinters = defineQuery({
  name: 'devices.list-printers',
  title: { uk: 'Принтери', en: 'Printers' },
  input: z.object({}),
  output: z.object({ printers: z.array(printerView) }),
  may: ['it', 'head', 'administrator'],
  run: async ({ tx }) => ({ printers: [...(await readPrinters(tx))] }),
});
