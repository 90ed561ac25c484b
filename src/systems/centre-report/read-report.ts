import type { Transaction } from '../../kernel/database/database.ts';
import { monthBefore } from '../../kernel/figures/ask-figure.ts';
import type { Period } from '../../kernel/figures/figure.ts';
import { yearBefore, yearPeriod } from '../../kernel/figures/period.ts';
import { type Breakdowns, readBreakdowns } from '../../kernel/figures/read-breakdowns.ts';
import type { Cell } from '../../kernel/figures/read-figure.ts';
import { getCityFigure } from './city-figures.ts';
import { orderLines, type Report, type ReportBlock, type ReportLine } from './report.ts';
import { type Comparison, type PlannedBlock, REPORT_PLAN } from './report-plan.ts';

/**
 * Counts a year. Run it inside a snapshot: each figure is one statement a year, and all of them see
 * one moment, so that totals, parts and the figures between them agree.
 */
export async function readReport(tx: Transaction, year: number, now: Date): Promise<Report> {
  const blocks: ReportBlock[] = [];
  for (const planned of REPORT_PLAN) blocks.push(await readBlock(tx, planned, year));
  return { year, countedAt: now, blocks };
}

async function readBlock(tx: Transaction, planned: PlannedBlock, year: number): Promise<ReportBlock> {
  const figure = getCityFigure(planned.figure);
  const period = yearPeriod(year);
  const names = planned.parts.map(({ by }) => by);
  const now = await readBreakdowns(tx, figure, period, names);
  const before = await readBreakdowns(tx, figure, comparedPeriod(planned.compare, period), names);
  return {
    name: planned.name,
    figure,
    compare: planned.compare,
    period,
    total: { now: now.total, before: before.total },
    parts: planned.parts.map((plan, index) => ({
      plan,
      withheld: now.parts[index]?.withheld ?? false,
      lines: orderLines(pairLines(now, before, index, planned.compare), plan),
    })),
  };
}

/** The services that a centre gave "at the year's start" are those of its first day. */
export function comparedPeriod(compare: Comparison, period: Period): Period {
  return compare === 'year-before' ? yearBefore(period) : { from: period.from, to: period.from };
}

function pairLines(now: Breakdowns, before: Breakdowns, index: number, compare: Comparison): ReportLine[] {
  const was = new Map((before.parts[index]?.cells ?? []).map((cell) => [codesOf(cell, false), cell]));
  return (now.parts[index]?.cells ?? []).map((cell) => ({
    now: cell,
    before: was.get(codesOf(cell, compare === 'year-before')),
  }));
}

function codesOf({ by }: Cell, yearEarlier: boolean): string {
  return Object.entries(by)
    .map(([name, code]) => (name === 'month' && yearEarlier ? monthBefore(code) : code))
    .join('\n');
}
