import { Refusal } from '../../kernel/actions/refusal.ts';
import { formatDateTime } from '../../kernel/calendar/kyiv-time.ts';
import { loadReception } from '../../kernel/calendar/load-calendar.ts';
import { isOpenAt, nextOpening } from '../../kernel/calendar/reception-calendar.ts';
import type { Transaction } from '../../kernel/database/database.ts';
import type { Device } from './device-store.ts';
import { findDeviceByToken } from './device-store.ts';

interface KioskHours {
  readonly isOpen: boolean;
  /** When a closed one opens; null for an open one, and where the hall does not open within a year. */
  readonly opensAt: Date | null;
}

/** A kiosk that keeps the hall's reception hours gives tickets only in them; everything else always. */
export async function kioskHours(tx: Transaction, device: Device, now: Date): Promise<KioskHours> {
  if (device.kind !== 'kiosk' || !device.keepsHours) return { isOpen: true, opensAt: null };
  const reception = await loadReception(tx, device.hall);
  if (isOpenAt(reception, now)) return { isOpen: true, opensAt: null };
  return { isOpen: false, opensAt: nextOpening(reception, now) };
}

/** Throws a `Refusal` where the kiosk of this word gives no tickets now. A browser that is no device has no hours. */
export async function refuseClosedKiosk(tx: Transaction, token: string, now: Date): Promise<void> {
  const device = await findDeviceByToken(tx, token);
  if (device === undefined) return;
  const { isOpen, opensAt } = await kioskHours(tx, device, now);
  if (isOpen) return;
  if (opensAt === null) throw new Refusal('devices:refusals.closedForGood');
  throw new Refusal('devices:refusals.closed', { moment: formatDateTime(opensAt, 'uk') });
}
