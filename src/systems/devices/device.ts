/** What stands in the halls and has an identity of its own. */
export const DEVICE_KINDS = ['kiosk', 'board', 'tablet', 'desk', 'van'] as const;
export type DeviceKind = (typeof DEVICE_KINDS)[number];

/** `invited`: has a code and has not used it; `silent`: enrolled, and not seen for longer than it should be. */
export const DEVICE_STATES = ['invited', 'lapsed', 'working', 'silent', 'revoked'] as const;
export type DeviceState = (typeof DEVICE_STATES)[number];

/** As long a one-time code is good. */
export const CODE_MINUTES = 30;

/** A device that shows a page of ours is seen at least every minute. */
const SILENT_AFTER_MS = 10 * 60_000;

/** Who never shows a page all the time is not missed. */
const ALWAYS_ON: readonly DeviceKind[] = ['kiosk', 'board', 'tablet'];

export interface DeviceFacts {
  readonly kind: DeviceKind;
  readonly codeUntil: Date | null;
  readonly enrolledAt: Date | null;
  readonly revokedAt: Date | null;
  readonly lastSeenAt: Date | null;
}

export function deviceState(device: DeviceFacts, now: Date): DeviceState {
  if (device.revokedAt !== null) return 'revoked';
  if (device.enrolledAt === null) {
    return device.codeUntil !== null && device.codeUntil > now ? 'invited' : 'lapsed';
  }
  const seen = device.lastSeenAt ?? device.enrolledAt;
  const isMissed = ALWAYS_ON.includes(device.kind) && now.getTime() - seen.getTime() > SILENT_AFTER_MS;
  return isMissed ? 'silent' : 'working';
}

/** Where the device begins: the page it shows when it is switched on. */
export function startPath({ kind, hall }: { readonly kind: DeviceKind; readonly hall: string }): string {
  switch (kind) {
    case 'kiosk':
      return `/kiosk/${hall}`;
    case 'board':
      return `/board/${hall}`;
    case 'tablet':
      return '/tablet';
    case 'desk':
      return '/desk/window';
    case 'van':
      return '/desk/van';
  }
}
