import { z } from 'zod';
import { defineQuery } from '../../../kernel/actions/define.ts';
import { kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import { type Cell, readFigure } from '../../../kernel/figures/read-figure.ts';
import { questions } from '../figures.ts';

/** A number, or null where fewer people stand behind it than are told of. */
const count = z.int().nullable();

const answers = z.object({
  all: count,
  satisfied: count,
  explained: count,
  refused: count,
  underReview: count,
  /** Forwarded, returned, not considered, withdrawn, not stated. */
  other: count,
});

const topicLine = answers.extend({ topic: z.string(), label: z.string(), labelEn: z.string() });
export type TopicLine = z.output<typeof topicLine>;

/** What people ask of the city and what came of it: topics and outcomes of a year, nothing of anyone. */
export const questionsByTopic = defineQuery({
  name: 'appeals.questions-by-topic',
  title: { uk: 'Питання громадян за темами', en: 'Citizens’ questions by topic' },
  input: z.object({ year: z.coerce.number().int().min(1991).max(2200).optional() }),
  output: z.object({
    year: z.int(),
    from: z.iso.date(),
    to: z.iso.date(),
    /** No outcome of any topic can be told without naming somebody. */
    outcomesHidden: z.boolean(),
    total: answers,
    topics: z.array(topicLine),
  }),
  may: ['resident'],
  async run({ tx, now }, asked) {
    const today = kyivDate(now);
    const year = asked.year ?? Number(today.slice(0, 4));
    const period = { from: `${year}-01-01`, to: `${year}-12-31` };
    const reading = await readFigure(tx, questions, { ...period, by: ['topic', 'outcome'] });
    const topics = reading.margins
      .filter(({ by }) => by['topic'] !== undefined)
      .map((margin) => {
        const topic = margin.by['topic'] ?? '';
        const own = reading.breakdown.filter(({ by }) => by['topic'] === topic);
        const { uk = topic, en = topic } = margin.labels['topic'] ?? {};
        return { topic, label: uk, labelEn: en, ...answersOf(reading.withheld ? null : own, margin) };
      });
    const outcomes = reading.margins.filter(({ by }) => by['topic'] === undefined);
    const { from, to } = reading;
    const outcomesHidden = reading.withheld;
    return { year, from, to, outcomesHidden, total: answersOf(outcomes, reading.total), topics };
  },
});

/** Without cells nothing can be told but the whole. */
function answersOf(cells: readonly Cell[] | null, whole: Cell): z.output<typeof answers> {
  const valueOf = (chosen: (outcome: string) => boolean) =>
    cells === null ? null : sumOf(cells.filter(({ by }) => chosen(by['outcome'] ?? '')));
  const named = ['satisfied', 'explained', 'refused', 'under-review'];
  return {
    all: whole.suppressed ? null : (whole.value ?? 0),
    satisfied: valueOf((outcome) => outcome === 'satisfied'),
    explained: valueOf((outcome) => outcome === 'explained'),
    refused: valueOf((outcome) => outcome === 'refused'),
    underReview: valueOf((outcome) => outcome === 'under-review'),
    other: valueOf((outcome) => !named.includes(outcome)),
  };
}

function sumOf(cells: readonly Cell[]): number | null {
  if (cells.some(({ suppressed }) => suppressed)) return null;
  return cells.reduce((all, { value }) => all + (value ?? 0), 0);
}
