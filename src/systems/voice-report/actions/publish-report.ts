import { z } from 'zod';
import { defineAction } from '../../../kernel/actions/define.ts';
import { Refusal } from '../../../kernel/actions/refusal.ts';
import { kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import { countCorrections } from '../../../kernel/figures/report/corrections.ts';
import { readReport } from '../../../kernel/figures/report/read-report.ts';
import { reportValues } from '../../../kernel/figures/report/report.ts';
import { takeSnapshot } from '../../../kernel/figures/snapshot.ts';
import { editionInput, periodOf } from '../edition.ts';
import { findPublished, insertPublication } from '../publication-store.ts';
import { VOICE_REPORT } from '../report-plan.ts';

/**
 * Publishes a report as it is counted now. What was published stays; corrected numbers come as the
 * next version, with the reason.
 */
export const publishReport = defineAction({
  name: 'voice-report.publish-report',
  title: { uk: 'Опублікувати звіт про звернення', en: 'Publish the report on appeals' },
  may: ['leader'],
  input: editionInput.extend({
    /** The last version that the publisher saw: 0 before the first. */
    after: z.coerce.number().int().min(0).max(10_000).default(0),
    /** Why the numbers changed since. */
    reason: z.string().trim().max(500).default(''),
  }),
  output: z.object({ version: z.int(), cells: z.int(), corrected: z.int() }),
  async run({ tx, actor, now, about }, { after, reason, ...edition }) {
    const period = periodOf(edition);
    if (kyivDate(now) <= period.to) throw new Refusal('voice-report:refusals.periodNotOver');
    await takeSnapshot(tx);
    const report = await readReport(tx, VOICE_REPORT, period, now);
    const values = reportValues(report);
    const last = await findPublished(tx, edition, null);
    const corrected = last === undefined ? 0 : countCorrections(report, reportValues(last.report));
    if ((last?.publication.version ?? 0) !== after)
      throw new Refusal('voice-report:refusals.publishedMeanwhile');
    if (last !== undefined && corrected === 0) throw new Refusal('voice-report:refusals.nothingChanged');
    if (last !== undefined && reason === '')
      throw new Refusal('voice-report:refusals.reasonMissing', {}, 422);
    const version = after + 1;
    const { staffId } = actor;
    await insertPublication(tx, {
      edition,
      version,
      reason: version === 1 ? null : reason,
      staffId,
      report,
    });
    about({ kind: 'report', id: `voice-${edition.year}-${edition.quarter ?? 0}` });
    return { version, cells: Object.keys(values).length, corrected };
  },
});
