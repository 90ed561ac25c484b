import type { Transaction } from '../../kernel/database/database.ts';
import { kyivDate } from '../../kernel/calendar/kyiv-time.ts';
import type { Figure } from '../../kernel/figures/figure.ts';
import { rowsPath } from '../../kernel/figures/figure-question.ts';
import { type Cell, readFigure } from '../../kernel/figures/read-figure.ts';
import { getCityFigure } from './city-figures.ts';

const TODAY = ['queue.visitors', 'applications.registered', 'applications.consultations'] as const;

export interface TodayFigure {
  readonly figure: Figure;
  readonly total: Cell;
  /** Its rows. */
  readonly path: string;
}

/** What the Centre did today so far, for the citizens' home page: one day's facts, found by their index. */
export async function todayFigures(tx: Transaction, now: Date): Promise<readonly TodayFigure[]> {
  const day = kyivDate(now);
  const today: TodayFigure[] = [];
  for (const id of TODAY) {
    const figure = getCityFigure(id);
    const { total } = await readFigure(tx, figure, { from: day, to: day });
    today.push({ figure, total, path: rowsPath(id, { from: day, to: day }) });
  }
  return today;
}
