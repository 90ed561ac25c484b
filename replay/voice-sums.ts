import { z } from 'zod';
import type { Api } from './api.ts';

const voice = z.object({ values: z.record(z.string(), z.number().nullable()) });

/** Shares and means have no parts that add up to them. */
const NO_SUMS = ['appeals.answered-in-term', 'information-requests.in-term', 'appeals.really-done'];

/** Breakdowns of the report whose parts are not their total; one with a hidden part cannot be added up. */
export async function unequalSums(api: Api, year: number) {
  const { values } = await api.get(`/api/queries/voice-report.report?year=${year}`, voice);
  const parts = Object.entries(values).flatMap(([key, value]) => {
    const [figure = '', by] = key.split('?');
    return by === undefined ? [] : [{ figure, by: by.split('=')[0] ?? '', value }];
  });
  return [...Map.groupBy(parts, ({ figure, by }) => `${figure} ${by}`)].flatMap(([name, cells]) => {
    const figure = cells[0]?.figure ?? '';
    if (NO_SUMS.includes(figure) || cells.some(({ value }) => value === null)) return [];
    const sum = cells.reduce((all, { value }) => all + (value ?? 0), 0);
    const total = values[figure] ?? 0;
    return sum === total ? [] : [{ name, sum, total }];
  });
}
