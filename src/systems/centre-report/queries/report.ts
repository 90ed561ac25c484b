import { z } from 'zod';
import { defineQuery } from '../../../kernel/actions/define.ts';
import { yearPeriod } from '../../../kernel/figures/period.ts';
import { takeSnapshot } from '../../../kernel/figures/snapshot.ts';
import { findPublication, type Publication } from '../publication-store.ts';
import { readReport } from '../../../kernel/figures/report/read-report.ts';
import { cellKey, type Report, reportValues } from '../../../kernel/figures/report/report.ts';
import { CENTRE_REPORT } from '../report-plan.ts';
import { yearInput } from '../year-input.ts';

export interface ShownReport {
  readonly report: Report;
  readonly publication: Publication | undefined;
}

/** For the pages: the whole report with what it was published with. */
export const shownReport = defineQuery({
  name: 'centre-report.shown-report',
  title: { uk: 'Звіт Центру за рік, як на сторінці', en: 'The Centre’s report of a year as on its page' },
  input: z.object({ year: yearInput }),
  output: z.custom<ShownReport>(),
  may: ['resident'],
  run: async ({ tx, now }, { year }) => {
    await takeSnapshot(tx);
    const report = await readReport(tx, CENTRE_REPORT, yearPeriod(year), now);
    return { report, publication: await findPublication(tx, year) };
  },
});

/** For programs: every value of the report by the key of its cell. */
export const report = defineQuery({
  name: 'centre-report.report',
  title: { uk: 'Звіт Центру за рік', en: 'The Centre’s report of a year' },
  input: z.object({ year: yearInput }),
  output: z.object({
    year: z.number(),
    countedAt: z.iso.datetime(),
    publishedAt: z.iso.datetime().nullable(),
    /** `applications.registered?sector=social` → value; null = hidden, for it would name a person. */
    values: z.record(z.string(), z.number().nullable()),
    before: z.record(z.string(), z.number().nullable()),
    published: z.record(z.string(), z.number().nullable()).nullable(),
  }),
  may: ['resident'],
  run: async ({ tx, now }, { year }) => {
    await takeSnapshot(tx);
    const counted = await readReport(tx, CENTRE_REPORT, yearPeriod(year), now);
    const publication = await findPublication(tx, year);
    const lines = counted.blocks.flatMap(({ figure, total, parts }) =>
      [total, ...parts.flatMap((part) => part.lines)].map((line) => ({ figure, line })),
    );
    return {
      year,
      countedAt: now.toISOString(),
      publishedAt: publication?.published_at.toISOString() ?? null,
      values: reportValues(counted),
      before: Object.fromEntries(
        lines.flatMap(({ figure, line }) =>
          line.before === undefined ? [] : [[cellKey(figure, line.now), line.before.value]],
        ),
      ),
      published: publication?.cell_values ?? null,
    };
  },
});
