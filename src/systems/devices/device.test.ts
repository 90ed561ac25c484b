import { expect, test } from 'vitest';
import { type DeviceFacts, deviceState } from './device.ts';

const now = new Date('2026-03-02T09:00:00Z');
const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
const kiosk: DeviceFacts = {
  kind: 'kiosk',
  codeUntil: null,
  enrolledAt: ago(600),
  revokedAt: null,
  lastSeenAt: ago(1),
};

test('a device is what its dates say', () => {
  expect(deviceState(kiosk, now)).toBe('working');
  expect(deviceState({ ...kiosk, lastSeenAt: ago(11) }, now)).toBe('silent');
  expect(deviceState({ ...kiosk, kind: 'van', lastSeenAt: ago(5000) }, now)).toBe('working');
  expect(deviceState({ ...kiosk, revokedAt: ago(2) }, now)).toBe('revoked');
  expect(deviceState({ ...kiosk, enrolledAt: null, codeUntil: ago(-5) }, now)).toBe('invited');
  expect(deviceState({ ...kiosk, enrolledAt: null, codeUntil: ago(1) }, now)).toBe('lapsed');
});
