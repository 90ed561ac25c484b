import { z } from 'zod';
import { defineAction } from '../../../kernel/actions/define.ts';
import { Refusal } from '../../../kernel/actions/refusal.ts';
import { kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import { yearPeriod } from '../../../kernel/figures/period.ts';
import { takeSnapshot } from '../../../kernel/figures/snapshot.ts';
import { insertPublication } from '../publication-store.ts';
import { readReport } from '../../../kernel/figures/report/read-report.ts';
import { reportValues } from '../../../kernel/figures/report/report.ts';
import { CENTRE_REPORT } from '../report-plan.ts';
import { yearInput } from '../year-input.ts';

export const publishReport = defineAction({
  name: 'centre-report.publish-report',
  title: { uk: 'Опублікувати звіт Центру за рік', en: 'Publish the Centre’s report of a year' },
  input: z.object({ year: yearInput }),
  output: z.object({ year: z.number(), cells: z.number() }),
  may: ['head'],
  run: async ({ tx, actor, now, about }, { year }) => {
    if (Number(kyivDate(now).slice(0, 4)) <= year)
      throw new Refusal('centre-report:refusals.yearNotOver', { year });
    await takeSnapshot(tx);
    const values = reportValues(await readReport(tx, CENTRE_REPORT, yearPeriod(year), now));
    await insertPublication(
      tx,
      { year, published_at: now, counted_at: now, cell_values: values },
      actor.staffId,
    );
    about({ kind: 'report', id: `${year}` });
    return { year, cells: Object.keys(values).length };
  },
});
