import { z } from 'zod';
import { defineQuery } from '../../../kernel/actions/define.ts';
import { kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import { readKnownJournal } from '../brought-store.ts';
import { journalRow, MOST_ROWS, planJournal, rowPlan, sourceInput } from '../past-journal.ts';

/** The dry run of a past journal: what each row does, and what of it to mend. */
export const previewAppeals = defineQuery({
  name: 'appeals.preview-appeals',
  title: { uk: 'Що внесе журнал звернень', en: 'What a past journal of appeals would bring' },
  may: ['registrar'],
  input: z.object({
    source: sourceInput,
    rows: z.array(journalRow).min(1, 'appeals:input.noEntries').max(MOST_ROWS),
  }),
  output: z.object({ rows: z.array(rowPlan) }),
  async run({ tx, now }, { source, rows }) {
    const plans = planJournal(rows, await readKnownJournal(tx, source, rows, kyivDate(now)));
    return { rows: plans.map(({ kind, problems }) => ({ kind, problems })) };
  },
});
