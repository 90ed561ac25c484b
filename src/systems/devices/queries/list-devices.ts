import { z } from 'zod';
import { defineQuery } from '../../../kernel/actions/define.ts';
import { DEVICE_KINDS, deviceState } from '../device.ts';
import { deviceIdInput, deviceView } from '../device-input.ts';
import { type Device, getDevice, listDevices as readDevices } from '../device-store.ts';

function viewDevice(device: Device, now: Date) {
  return { ...device, state: deviceState(device, now) };
}

export const listDevices = defineQuery({
  name: 'devices.list-devices',
  title: { uk: 'Пристрої', en: 'Devices' },
  input: z.object({
    words: z.string().trim().max(80).default(''),
    kind: z.enum(DEVICE_KINDS).optional(),
  }),
  output: z.object({ devices: z.array(deviceView) }),
  may: ['it', 'head', 'administrator'],
  async run({ tx, now }, { words, kind }) {
    const devices = await readDevices(tx, { words, kind });
    return { devices: devices.map((device) => viewDevice(device, now)) };
  },
});

export const getDeviceQuery = defineQuery({
  name: 'devices.get-device',
  title: { uk: 'Пристрій', en: 'A device' },
  input: z.object({ deviceId: deviceIdInput }),
  output: deviceView,
  may: ['it', 'head'],
  run: async ({ tx, now }, { deviceId }) => viewDevice(await getDevice(tx, deviceId), now),
});
