import type { Transaction } from '../../database/database.ts';
import { monthBefore } from '../ask-figure.ts';
import type { Arrangement, Comparison, PlannedBlock } from './arrangement.ts';
import type { Period } from '../figure.ts';
import { yearBefore } from '../period.ts';
import { type Breakdowns, readBreakdowns } from '../read-breakdowns.ts';
import type { Cell } from '../read-figure.ts';
import { orderLines, type Report, type ReportBlock, type ReportLine } from './report.ts';

/**
 * Counts a period. Run it inside a snapshot: each figure is one statement a period, and all of them see
 * one moment, so that totals, parts and the figures between them agree.
 */
export async function readReport(
  tx: Transaction,
  { system, blocks: planned }: Arrangement,
  period: Period,
  now: Date,
): Promise<Report> {
  const blocks: ReportBlock[] = [];
  for (const one of planned) blocks.push(await readBlock(tx, system, one, period));
  return { system, period, countedAt: now, blocks };
}

async function readBlock(
  tx: Transaction,
  system: string,
  planned: PlannedBlock,
  period: Period,
): Promise<ReportBlock> {
  const { figure } = planned;
  const names = planned.parts.map(({ by }) => by);
  const now = await readBreakdowns(tx, figure, period, names);
  const before = await readBreakdowns(tx, figure, comparedPeriod(planned.compare, period), names);
  return {
    system,
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
