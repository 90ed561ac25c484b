import { z } from 'zod';
import { defineQuery } from '../../../kernel/actions/define.ts';
import { DEVICE_KINDS, startPath } from '../device.ts';
import { tokenInput } from '../device-input.ts';
import { findDeviceByToken } from '../device-store.ts';
import { kioskHours } from '../kiosk-hours.ts';

/** Who I am: a device asks by its word. */
export const thisDevice = defineQuery({
  name: 'devices.this-device',
  title: { uk: 'Що це за пристрій', en: 'Which device this is' },
  input: z.object({ token: tokenInput }),
  output: z.object({
    device: z
      .object({
        id: z.uuid(),
        name: z.string(),
        kind: z.enum(DEVICE_KINDS),
        hall: z.string(),
        windowNo: z.int().nullable(),
        printerId: z.uuid().nullable(),
        start: z.string(),
        /** The moment it gives tickets again; null = it gives them now. */
        closedUntil: z.date().nullable(),
        /** It keeps the hall's hours, and the hall does not open within a year. */
        closedForGood: z.boolean(),
      })
      .nullable(),
  }),
  may: ['resident'],
  async run({ tx, now }, { token }) {
    const found = await findDeviceByToken(tx, token);
    if (found === undefined) return { device: null };
    const { id, name, kind, hall, windowNo, printerId } = found;
    const hours = await kioskHours(tx, found, now);
    return {
      device: {
        id,
        name,
        kind,
        hall,
        windowNo,
        printerId,
        start: startPath(found),
        closedUntil: hours.opensAt,
        closedForGood: !hours.isOpen && hours.opensAt === null,
      },
    };
  },
});
