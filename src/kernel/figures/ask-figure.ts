import { sql } from 'kysely';
import { Refusal } from '../actions/refusal.ts';
import type { Transaction } from '../database/database.ts';
import type { Figure } from './figure.ts';
import { yearBefore } from './period.ts';
import { type Cell, type Question, type Reading, readFigure } from './read-figure.ts';

/** A figure with what it was the year before, from one snapshot. */
export interface ComparedReading {
  readonly now: Reading;
  readonly before: Reading;
}

/** Run it inside a snapshot. */
export async function readCompared(
  tx: Transaction,
  figure: Figure,
  question: Question,
): Promise<ComparedReading> {
  const now = await readFigure(tx, figure, question);
  const before = await readFigure(tx, figure, { ...shiftMonths(question), ...yearBefore(question) });
  return { now, before };
}

/** A chosen month belongs to its year: the year before it is another month. */
function shiftMonths(question: Question): Question {
  const month = question.where?.['month'];
  if (month === undefined) return question;
  return { ...question, where: { ...question.where, month: monthBefore(month) } };
}

export function monthBefore(month: string): string {
  return `${Number(month.slice(0, 4)) - 1}${month.slice(4)}`;
}

/**
 * Growth in per cent, of a share or a balance in points; null where the year before is nothing or hidden.
 */
export function growthOf(figure: Figure, now: Cell, before: Cell | undefined): number | null {
  if (before === undefined || now.value === null || before.value === null) return null;
  if (figure.measure.kind === 'share' || figure.measure.kind === 'balance')
    return tenths(now.value - before.value);
  return before.value === 0 ? null : tenths(((now.value - before.value) / before.value) * 100);
}

function tenths(value: number): number {
  return Math.round(value * 10) / 10;
}

export function getFigure(figures: readonly Figure[], id: string): Figure {
  const figure = figures.find((one) => one.id === id);
  if (figure === undefined)
    throw new Refusal('figures:refusals.noSuchFigure', { figure: id.slice(0, 80) }, 404);
  return figure;
}

/** How the facts themselves are chosen: the text of the view, as the database keeps it. */
export async function readFactsSource(tx: Transaction, figure: Figure): Promise<string> {
  const { rows } = await sql<{ source: string | null }>`
    select pg_get_viewdef(to_regclass(${figure.facts}), true) as source`.execute(tx);
  return rows[0]?.source?.trim() ?? '';
}
