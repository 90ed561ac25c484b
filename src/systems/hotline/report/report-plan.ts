import type { Figure } from '../../../kernel/figures/figure.ts';
import type { Arrangement, PlannedBlock, PlannedPart } from '../../../kernel/figures/report/arrangement.ts';
import { hotlineFigures } from '../figures.ts';

const TOPICS: PlannedPart = { by: 'topic', top: 10, last: ['not-stated'] };
const UNITS: PlannedPart = { by: 'unit', last: ['none'] };

function block(name: string, figure: Figure, parts: readonly PlannedPart[]): PlannedBlock {
  return { name, figure, compare: 'year-before', parts };
}

/** The line of a month or a year: what people called about, what was done, and whether they agree that it was. */
export const LINE_REPORT: Arrangement = {
  system: 'hotline',
  blocks: [
    block('calls', hotlineFigures.calls, [TOPICS, { by: 'outcome', last: ['not-stated'] }]),
    block('at-once', hotlineFigures.atOnce, [TOPICS]),
    block('tickets', hotlineFigures.tickets, [TOPICS, UNITS, { by: 'channel' }]),
    block('in-term', hotlineFigures.inTerm, [TOPICS, UNITS]),
    block('overdue', hotlineFigures.overdue, [UNITS]),
    block('really-done', hotlineFigures.reallyDone, [TOPICS, UNITS]),
    block('mark', hotlineFigures.mark, [TOPICS, UNITS]),
  ],
};
