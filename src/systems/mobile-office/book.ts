/** Number books of devices: the name of the book and the letters in its numbers. */
export function bookWords(no: number): { readonly book: string; readonly letters: string } {
  const digits = String(no).padStart(2, '0');
  return { book: `v${digits}`, letters: `В${digits}` };
}

/** `ЦНАП-В01-2026-000001`, as the device prints it on the receipt. */
export function bookNumber(no: number, year: number, seq: number): string {
  return `ЦНАП-${bookWords(no).letters}-${year}-${String(seq).padStart(6, '0')}`;
}

/** A working day with the way home; the next morning begins with a new permission. */
export const LEASE_HOURS = 14;

/** Clocks of laptops differ a little from the server's. */
const SLACK_MS = 5 * 60_000;

/** What is wrong with the moment a device claims; null where it may be right. */
export function judgeMoment(
  occurredAt: Date,
  lease: { readonly givenAt: Date; readonly validUntil: Date },
  now: Date,
): 'clockAhead' | 'beforeLease' | 'afterLease' | null {
  const at = occurredAt.getTime();
  if (at > now.getTime() + SLACK_MS) return 'clockAhead';
  if (at < lease.givenAt.getTime() - SLACK_MS) return 'beforeLease';
  return at > lease.validUntil.getTime() + SLACK_MS ? 'afterLease' : null;
}
