import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { defineAction } from '../../../kernel/actions/define.ts';
import { savePrinter as writePrinter } from '../printer-store.ts';

export const savePrinter = defineAction({
  name: 'devices.save-printer',
  title: { uk: 'Записати принтер', en: 'Save a printer' },
  input: z.object({
    id: z.uuid().optional(),
    name: z.string().trim().min(1, 'devices:input.nameMissing').max(80),
    host: z
      .string()
      .trim()
      .max(200)
      .regex(/^[a-zA-Z0-9.:-]+$/, 'devices:input.hostWrong'),
    port: z.coerce
      .number('devices:input.portWrong')
      .int()
      .min(1, 'devices:input.portWrong')
      .max(65535, 'devices:input.portWrong')
      .default(9100),
    widthDots: z.coerce
      .number('devices:input.widthWrong')
      .int()
      .min(200, 'devices:input.widthWrong')
      .max(1024, 'devices:input.widthWrong')
      .multipleOf(8, 'devices:input.widthWrong')
      .default(576),
    active: z.boolean().default(true),
  }),
  output: z.object({ printerId: z.uuid() }),
  may: ['it'],
  async run(deed, given) {
    const printerId = given.id ?? uuid();
    await writePrinter(deed.tx, { ...given, id: printerId });
    deed.about({ kind: 'printer', id: printerId });
    return { printerId };
  },
});
