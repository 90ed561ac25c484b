import { SECTORS, type Sector } from '../sector.ts';

export interface Wait {
  readonly sector: Sector;
  /** Hour of the coming, in Kyiv. */
  readonly hour: number;
  readonly seconds: number;
}

export interface WaitSum {
  readonly count: number;
  /** Minutes; null where nobody waited. */
  readonly median: number | null;
  readonly p90: number | null;
}

export function sumWaits(waits: readonly Wait[]): WaitSum {
  const sorted = waits.map(({ seconds }) => seconds).toSorted((a, b) => a - b);
  return { count: sorted.length, median: minutesAt(sorted, 0.5), p90: minutesAt(sorted, 0.9) };
}

function minutesAt(sorted: readonly number[], share: number): number | null {
  const seconds = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  return seconds === undefined ? null : Math.round(seconds / 6) / 10;
}

export interface HourWaits extends WaitSum {
  readonly sector: Sector;
  readonly hour: number;
}

/** By sector and the hour of coming. */
export function sumByHour(waits: readonly Wait[]): readonly HourWaits[] {
  const hours = [...new Set(waits.map(({ hour }) => hour))].toSorted((a, b) => a - b);
  return SECTORS.flatMap((sector) =>
    hours.map((hour) => ({
      sector,
      hour,
      ...sumWaits(waits.filter((one) => one.sector === sector && one.hour === hour)),
    })),
  );
}
