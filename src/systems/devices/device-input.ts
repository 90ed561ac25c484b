import { z } from 'zod';
import { personal } from '../../kernel/actions/define.ts';
import { DEVICE_KINDS, DEVICE_STATES } from './device.ts';
import { PRINTER_STATES } from './printer-store.ts';

/** The device's own word, out of its cookie. Secret, so the journal keeps its keyed hash. */
export const tokenInput = personal(z.string().max(100));

export const deviceIdInput = z.uuid('devices:input.noDevice');
export const printerIdInput = z.uuid('devices:input.noPrinter');

export const settingsInput = {
  name: z.string().trim().min(1, 'devices:input.nameMissing').max(80),
  hall: z
    .string()
    .max(40)
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'devices:input.hallWrong')
    .default('main'),
  windowNo: z.coerce
    .number('devices:input.windowWrong')
    .int()
    .min(1, 'devices:input.windowWrong')
    .max(999)
    .nullable()
    .default(null),
  printerId: printerIdInput.nullable().default(null),
  keepsHours: z.boolean().default(true),
};

export const deviceView = z.object({
  id: z.uuid(),
  name: z.string(),
  kind: z.enum(DEVICE_KINDS),
  hall: z.string(),
  windowNo: z.int().nullable(),
  printerId: z.uuid().nullable(),
  printerName: z.string().nullable(),
  keepsHours: z.boolean(),
  state: z.enum(DEVICE_STATES),
  enrolledAt: z.date().nullable(),
  lastSeenAt: z.date().nullable(),
});
export type DeviceView = z.output<typeof deviceView>;

export const printerView = z.object({
  id: z.uuid(),
  name: z.string(),
  host: z.string(),
  port: z.int(),
  widthDots: z.int(),
  active: z.boolean(),
  state: z.enum(PRINTER_STATES),
  stateAt: z.date().nullable(),
});
export type PrinterView = z.output<typeof printerView>;
