import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { defineAction, personal } from '../../../kernel/actions/define.ts';
import { DEVICE_KINDS } from '../device.ts';
import { settingsInput } from '../device-input.ts';
import { insertDevice } from '../device-store.ts';
import { giveCode } from '../give-code.ts';

export const addDevice = defineAction({
  name: 'devices.add-device',
  title: { uk: 'Додати пристрій', en: 'Add a device' },
  input: z.object({ id: z.uuid().optional(), kind: z.enum(DEVICE_KINDS), ...settingsInput }),
  output: z.object({
    deviceId: z.uuid(),
    /** Typed on the device within half an hour; shown once. */
    code: personal(z.string()),
  }),
  may: ['it'],
  async run(deed, { id, ...given }) {
    const deviceId = id ?? uuid();
    await insertDevice(deed.tx, { ...given, id: deviceId, addedAt: deed.now, addedBy: deed.actor.staffId });
    return { deviceId, code: await giveCode(deed, deviceId) };
  },
});
