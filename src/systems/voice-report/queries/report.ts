import { z } from 'zod';
import { defineQuery } from '../../../kernel/actions/define.ts';
import { kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import { readReport } from '../../../kernel/figures/report/read-report.ts';
import { cellKey, type Report, reportValues } from '../../../kernel/figures/report/report.ts';
import { takeSnapshot } from '../../../kernel/figures/snapshot.ts';
import { type ClassifierEntry, inForce, loadClassifier } from '../../appeals/index.ts';
import { type Edition, editionInput, periodOf } from '../edition.ts';
import { VOICE_REPORT } from '../report-plan.ts';

export interface ShownVoice {
  readonly edition: Edition;
  readonly report: Report;
  /** The classifier as it holds at the period's end, for the form. */
  readonly classifier: readonly ClassifierEntry[];
}

const AXES = ['channel', 'sign', 'kind', 'subject', 'category', 'status', 'outcome', 'topic'] as const;

/** For the pages: the whole report of a year or a quarter. */
export const shownVoice = defineQuery({
  name: 'voice-report.shown-report',
  title: { uk: 'Звіт про звернення, як на сторінці', en: 'The report on appeals as on its page' },
  input: editionInput,
  output: z.custom<ShownVoice>(),
  may: ['resident'],
  run: async ({ tx, now }, edition) => {
    await takeSnapshot(tx);
    const period = periodOf(edition);
    const report = await readReport(tx, VOICE_REPORT, period, now);
    const all = await loadClassifier(tx);
    return { edition, report, classifier: AXES.flatMap((axis) => inForce(all, axis, period.to)) };
  },
});

const values = z.record(z.string(), z.number().nullable());

/** For programs: every value of the report by the key of its cell. */
export const report = defineQuery({
  name: 'voice-report.report',
  title: { uk: 'Звіт про звернення', en: 'Report on appeals' },
  input: editionInput,
  output: z.object({
    from: z.iso.date(),
    to: z.iso.date(),
    countedAt: z.iso.datetime(),
    /** `appeals.questions?outcome=refused` → value; null = hidden, for it would name a person. */
    values,
    before: values,
  }),
  may: ['resident'],
  run: async ({ tx, now }, edition) => {
    await takeSnapshot(tx);
    const counted = await readReport(tx, VOICE_REPORT, periodOf(edition), now);
    const before = counted.blocks.flatMap(({ figure, total, parts }) =>
      [total, ...parts.flatMap(({ lines }) => lines)].flatMap((line) =>
        line.before === undefined ? [] : [[cellKey(figure, line.now), line.before.value] as const],
      ),
    );
    return {
      ...counted.period,
      countedAt: now.toISOString(),
      values: reportValues(counted),
      before: Object.fromEntries(before),
    };
  },
});

/** Where `/voice` leads: this year. */
export const currentYear = (now: Date): number => Number(kyivDate(now).slice(0, 4));
