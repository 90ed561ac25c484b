import { z } from 'zod';
import { defineAction, personal } from '../../../kernel/actions/define.ts';
import { DEVICE_KINDS, startPath } from '../device.ts';
import { tokenInput } from '../device-input.ts';
import { enrol } from '../device-store.ts';

export const enrolDevice = defineAction({
  name: 'devices.enrol-device',
  title: { uk: 'Ввести код на пристрої', en: 'Enrol a device by its code' },
  input: z.object({
    code: personal(z.string().max(40)),
    /** Made by the device: what it sends as its answer would stand in the table of request keys. */
    token: tokenInput.min(40, 'devices:refusals.wrongCode'),
  }),
  output: z.object({ deviceId: z.uuid(), kind: z.enum(DEVICE_KINDS), start: z.string() }),
  may: ['resident'],
  async run(deed, { code, token }) {
    const device = await enrol(deed.tx, code, token, deed.now);
    deed.about({ kind: 'device', id: device.id });
    return { deviceId: device.id, kind: device.kind, start: startPath(device) };
  },
});
