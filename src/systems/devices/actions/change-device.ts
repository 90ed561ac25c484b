import { z } from 'zod';
import { defineAction } from '../../../kernel/actions/define.ts';
import { deviceIdInput, settingsInput } from '../device-input.ts';
import { changeDevice as writeDevice, getDevice } from '../device-store.ts';
import { deviceChanged } from '../device-live.ts';

export const changeDevice = defineAction({
  name: 'devices.change-device',
  title: { uk: 'Змінити налаштування пристрою', en: 'Change a device' },
  input: z.object({ deviceId: deviceIdInput, ...settingsInput }),
  output: z.object({ deviceId: z.uuid() }),
  may: ['it'],
  async run(deed, { deviceId, ...given }) {
    const before = await getDevice(deed.tx, deviceId);
    await writeDevice(deed.tx, deviceId, given);
    deed.about({ kind: 'device', id: deviceId });
    for (const field of ['name', 'hall', 'windowNo', 'printerId', 'keepsHours'] as const) {
      if (before[field] !== given[field]) deed.changed(field, before[field], given[field]);
    }
    deviceChanged(deed, deviceId);
    return { deviceId };
  },
});
