import type { Deed } from '../../kernel/actions/define.ts';
import { notifyLive } from '../../kernel/http/live-notifier.ts';
import type { LiveFeed } from '../../kernel/http/live-feed.ts';
import { noteSeen } from './device-store.ts';
import { findAskedOfDevice, readSignatureStates } from './signatures/signature-store.ts';

const DEVICE_CHANNEL = 'devices_device';
const SIGNATURE_CHANNEL = 'devices_signature';

export function deviceChanged(deed: Deed, deviceId: string): void {
  deed.afterCommit(() => notifyLive(DEVICE_CHANNEL, deviceId));
}

export function signatureChanged(deed: Deed, caseId: string, deviceId: string | null): void {
  deed.afterCommit(() => {
    notifyLive(SIGNATURE_CHANNEL, caseId);
    if (deviceId !== null) notifyLive(DEVICE_CHANNEL, deviceId);
  });
}

const UUID = /^[0-9a-f]{8}-[0-9a-f-]{27}$/;

/** A device listens for what is asked of it, and is seen by listening. Ids only: what they mean its page asks by its word. */
export const deviceFeed: LiveFeed = {
  path: '/live/device/:device',
  channel: DEVICE_CHANNEL,
  async read(database, device, now) {
    if (!UUID.test(device) || !(await noteSeen(database, device, now))) return null;
    return { asked: (await findAskedOfDevice(database, device))?.id ?? null };
  },
};

/** The administrator sees a signature arrive. States only. */
export const signatureFeed: LiveFeed = {
  path: '/live/signatures/:case',
  channel: SIGNATURE_CHANNEL,
  async read(database, caseId) {
    return UUID.test(caseId) ? { signatures: await readSignatureStates(database, caseId) } : null;
  },
};
