import { sql } from 'kysely';
import { z } from 'zod';
import { defineQuery } from '../../../kernel/actions/define.ts';
import { kyivDate } from '../../../kernel/calendar/kyiv-time.ts';

/** The four numbers above the list: each opens into its rows. */
export const moneySummary = defineQuery({
  name: 'fees.money-summary',
  title: { uk: 'Збори одним поглядом', en: 'Fees at a glance' },
  may: ['administrator', 'head', 'auditor'],
  input: z.object({}),
  output: z.object({
    month: z.string(),
    receivedThisMonth: z.string(),
    refundedThisMonth: z.string(),
    unmatched: z.string(),
    unmatchedCount: z.number(),
    unpaid: z.string(),
    unpaidCount: z.number(),
  }),
  async run({ tx, now }) {
    const month = kyivDate(now).slice(0, 7);
    const { rows } = await sql<{
      receivedThisMonth: string;
      refundedThisMonth: string;
      unmatched: string;
      unmatchedCount: number;
      unpaid: string;
      unpaidCount: number;
    }>`
      select
        (select coalesce(sum(amount), 0)::numeric(16, 2)::text from fees.receipts_facts
          where day >= ${`${month}-01`}::date and how is not null) as "receivedThisMonth",
        (select coalesce(sum(amount), 0)::numeric(16, 2)::text from fees.refunds_facts
          where day >= ${`${month}-01`}::date) as "refundedThisMonth",
        (select coalesce(sum(amount), 0)::numeric(16, 2)::text from fees.unmatched_facts) as unmatched,
        (select count(*)::int from fees.unmatched_facts) as "unmatchedCount",
        (select coalesce(sum(amount - paid), 0)::numeric(16, 2)::text from fees.due_states
          where state in ('due', 'part-paid')) as unpaid,
        (select count(*)::int from fees.due_states where state in ('due', 'part-paid')) as "unpaidCount"`.execute(
      tx,
    );
    const [row] = rows;
    if (row === undefined) throw new Error('a summary gave no row');
    return { month, ...row };
  },
});
