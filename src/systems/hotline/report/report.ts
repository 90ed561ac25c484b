import { z } from 'zod';
import { defineQuery } from '../../../kernel/actions/define.ts';
import { readReport } from '../../../kernel/figures/report/read-report.ts';
import { type Report, reportValues } from '../../../kernel/figures/report/report.ts';
import { takeSnapshot } from '../../../kernel/figures/snapshot.ts';
import { editionInput, periodOf } from './edition.ts';
import { LINE_REPORT } from './report-plan.ts';

/** For the page: the whole report of a year or a month. */
export const shownLineReport = defineQuery({
  name: 'hotline.shown-report',
  title: { uk: 'Звіт гарячої лінії, як на сторінці', en: 'The hotline’s report as on its page' },
  may: ['resident'],
  input: editionInput,
  output: z.custom<Report>(),
  async run({ tx, now }, edition) {
    await takeSnapshot(tx);
    return readReport(tx, LINE_REPORT, periodOf(edition), now);
  },
});

/** For programs: every value of the report by the key of its cell. */
export const lineReport = defineQuery({
  name: 'hotline.report',
  title: { uk: 'Звіт гарячої лінії', en: 'Report of the hotline' },
  may: ['resident'],
  input: editionInput,
  output: z.object({
    from: z.iso.date(),
    to: z.iso.date(),
    countedAt: z.iso.datetime(),
    /** `hotline.really-done?unit=utilities` → value; null = there is nothing to count. */
    values: z.record(z.string(), z.number().nullable()),
  }),
  async run({ tx, now }, edition) {
    await takeSnapshot(tx);
    const report = await readReport(tx, LINE_REPORT, periodOf(edition), now);
    return { ...report.period, countedAt: now.toISOString(), values: reportValues(report) };
  },
});
