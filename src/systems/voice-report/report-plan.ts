import type { Figure } from '../../kernel/figures/figure.ts';
import type { Arrangement, PlannedBlock, PlannedPart } from '../../kernel/figures/report/arrangement.ts';
import { appealsFigures } from '../appeals/index.ts';
import { hotlineFigures } from '../hotline/index.ts';
import { informationRequestFigures } from '../information-requests/index.ts';
import { receptionFigures } from '../reception/index.ts';

const FIGURES: readonly Figure[] = [
  appealsFigures,
  informationRequestFigures,
  hotlineFigures,
  receptionFigures,
].flatMap((figures) => Object.values<Figure>(figures));

/** What no source states stands last, however much it is. */
const part = (by: string, more: Omit<PlannedPart, 'by'> = {}): PlannedPart => ({
  by,
  last: ['not-stated', ''],
  ...more,
});
const MONTHS: PlannedPart = { by: 'month' };
const OUTCOMES = part('outcome', { order: ['satisfied', 'explained', 'refused'] });

function block(name: string, figureId: string, parts: readonly PlannedPart[]): PlannedBlock {
  const figure = FIGURES.find(({ id }) => id === figureId);
  if (figure === undefined) throw new Error(`The voice report asks for the figure ${figureId}`);
  return { name, figure, compare: 'year-before', parts };
}

/** The citizens' voice of a year or a quarter, beside the same period of the year before. */
export const VOICE_REPORT: Arrangement = {
  system: 'voice-report',
  blocks: [
    block('received', 'appeals.received', [
      part('channel'),
      part('kind'),
      part('sign'),
      part('subject'),
      part('document'),
      OUTCOMES,
      part('sex'),
      part('status'),
      MONTHS,
    ]),
    block('people', 'appeals.people', [part('subject')]),
    block('authors', 'appeals.authors', [part('category')]),
    block('questions', 'appeals.questions', [part('topic', { top: 10 }), OUTCOMES, MONTHS]),
    block('repeated', 'appeals.repeated', [part('channel'), part('kind')]),
    block('collective', 'appeals.collective', [part('channel'), part('kind')]),
    block('answered', 'appeals.answered', [OUTCOMES]),
    block('in-term', 'appeals.answered-in-term', [part('kind')]),
    block('overdue', 'appeals.overdue', [part('channel'), part('kind')]),
    block('requests', 'information-requests.received', [part('channel'), part('outcome')]),
    block('requests-in-term', 'information-requests.in-term', [part('requester')]),
    block('reception', 'reception.questions', [
      part('outcome', { order: ['solved', 'explained', 'refused'] }),
      part('topic', { top: 10 }),
    ]),
    block('calls', 'hotline.calls', [part('topic', { top: 10 }), part('outcome')]),
    block('done', 'appeals.really-done', [part('done')]),
  ],
};
