import { z } from 'zod';
import { defineAction, personal } from '../../../kernel/actions/define.ts';
import { deviceIdInput } from '../device-input.ts';
import { getDevice } from '../device-store.ts';
import { giveCode } from '../give-code.ts';

export const renewCode = defineAction({
  name: 'devices.renew-code',
  title: { uk: 'Дати пристрою новий код', en: 'Give a device a new code' },
  input: z.object({ deviceId: deviceIdInput }),
  output: z.object({ deviceId: z.uuid(), code: personal(z.string()) }),
  may: ['it'],
  async run(deed, { deviceId }) {
    await getDevice(deed.tx, deviceId);
    return { deviceId, code: await giveCode(deed, deviceId) };
  },
});
