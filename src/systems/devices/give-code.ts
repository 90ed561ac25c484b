import type { Deed } from '../../kernel/actions/define.ts';
import { CODE_MINUTES } from './device.ts';
import { setCode } from './device-store.ts';
import { makeDeviceCode } from './device-word.ts';

/** A one-time code for the device; the database keeps its hash. */
export async function giveCode(deed: Deed, deviceId: string): Promise<string> {
  const code = makeDeviceCode();
  await setCode(deed.tx, deviceId, code, new Date(deed.now.getTime() + CODE_MINUTES * 60_000));
  deed.about({ kind: 'device', id: deviceId });
  return code;
}
