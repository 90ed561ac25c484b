import { toEpochDay } from '../calendar/epoch-day.ts';
import { kyivDate } from '../calendar/kyiv-time.ts';
import type { CaseEvent, HolderKind } from './case-event.ts';

/** One holder's time, `[from, to)`. Neighbours touch; the days of all sum up to the whole. */
export interface HolderPeriod {
  readonly holderKind: HolderKind;
  readonly unitId: string | null;
  readonly from: Date;
  readonly to: Date;
  /** Midnights in Kyiv within the period: the day of a hand-over counts for whom it ends with. */
  readonly days: number;
}

/**
 * Whose day it was, from the first event until `until` (a moment not before the last event). A
 * closed case's ledger ends when it was closed. Periods without length are left out.
 */
export function ledgerOf(
  events: readonly Pick<CaseEvent, 'occurredAt' | 'holder'>[],
  until: Date,
): readonly HolderPeriod[] {
  const periods: HolderPeriod[] = [];
  for (const [index, { occurredAt, holder }] of events.entries()) {
    const next = events[index + 1]?.occurredAt ?? later(occurredAt, until);
    if (holder.kind === 'closed' || next <= occurredAt) continue;
    append(periods, { holderKind: holder.kind, unitId: holder.unitId, from: occurredAt, to: next });
  }
  return periods;
}

/** Days of the ledger by holder, most days first. */
export function daysByHolder(
  ledger: readonly HolderPeriod[],
): readonly Pick<HolderPeriod, 'holderKind' | 'unitId' | 'days'>[] {
  const sums = new Map<string, Pick<HolderPeriod, 'holderKind' | 'unitId' | 'days'>>();
  for (const { holderKind, unitId, days } of ledger) {
    const key = `${holderKind} ${unitId ?? ''}`;
    sums.set(key, { holderKind, unitId, days: days + (sums.get(key)?.days ?? 0) });
  }
  return [...sums.values()].sort((a, b) => b.days - a.days);
}

function append(periods: HolderPeriod[], period: Omit<HolderPeriod, 'days'>): void {
  const last = periods.at(-1);
  const goesOn =
    last !== undefined &&
    last.to.getTime() === period.from.getTime() &&
    last.holderKind === period.holderKind &&
    last.unitId === period.unitId;
  if (goesOn) periods.pop();
  const whole = goesOn ? { ...period, from: last.from } : period;
  periods.push({ ...whole, days: midnightsBetween(whole.from, whole.to) });
}

// Differences of civil dates telescope: however a span is cut, the parts sum up to the whole.
function midnightsBetween(from: Date, to: Date): number {
  return toEpochDay(kyivDate(to)) - toEpochDay(kyivDate(from));
}

function later(a: Date, b: Date): Date {
  return a > b ? a : b;
}
