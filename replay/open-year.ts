import { ReplayProblem } from './api.ts';
import { hasYearFile, readYearFile, type YearFile } from './year-file.ts';

/** @throws ReplayProblem where there is no file of that year. */
export function openYear(year: number): YearFile {
  if (!hasYearFile(year)) throw new ReplayProblem('noYear', { year });
  return readYearFile(year);
}
