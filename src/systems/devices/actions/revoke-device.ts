import { z } from 'zod';
import { defineAction } from '../../../kernel/actions/define.ts';
import { deviceIdInput } from '../device-input.ts';
import { getDevice, revoke } from '../device-store.ts';
import { deviceChanged } from '../device-live.ts';

export const revokeDevice = defineAction({
  name: 'devices.revoke-device',
  title: { uk: 'Відкликати пристрій', en: 'Revoke a device' },
  input: z.object({ deviceId: deviceIdInput }),
  output: z.object({ deviceId: z.uuid() }),
  may: ['it'],
  async run(deed, { deviceId }) {
    await getDevice(deed.tx, deviceId);
    await revoke(deed.tx, deviceId, deed.now);
    deed.about({ kind: 'device', id: deviceId });
    deviceChanged(deed, deviceId);
    return { deviceId };
  },
});
