import { DAY_MS, type EpochDay } from './epoch-day.ts';

/**
 * Orthodox Easter Sunday, by Meeus' algorithm for the Julian calendar, brought to the Gregorian
 * date. The state's holiday follows it after the church reform of 2023 too.
 */
export function orthodoxEaster(year: number): EpochDay {
  const d = (19 * (year % 19) + 15) % 30;
  const e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7;
  const month = Math.floor((d + e + 114) / 31);
  const date = ((d + e + 114) % 31) + 1;
  const julianLag = Math.floor(year / 100) - Math.floor(year / 400) - 2;
  return Date.UTC(year, month - 1, date + julianLag) / DAY_MS;
}
