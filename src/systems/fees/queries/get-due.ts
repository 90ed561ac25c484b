import { sql } from 'kysely';
import { z } from 'zod';
import { defineQuery } from '../../../kernel/actions/define.ts';
import { getCase } from '../../../kernel/cases/index.ts';
import { linksOf, linksView } from '../due-links.ts';
import { dueView, getDue } from '../due-store.ts';
import { paymentView, readPaymentsOf, readRefundsOf, refundView } from '../payment-store.ts';

export const getDueQuery = defineQuery({
  name: 'fees.get-due',
  title: { uk: 'Нарахування з платежами', en: 'A due with its payments' },
  may: ['administrator', 'head', 'auditor'],
  input: z.object({ dueId: z.uuid('fees:refusals.noSuchDue') }),
  output: z.object({
    due: dueView,
    applicant: z.string().nullable(),
    links: linksView,
    payments: z.array(paymentView),
    refunds: z.array(refundView),
    /** Every case the payment serves: the first, and those filed again. */
    cases: z.array(z.object({ id: z.uuid(), number: z.string() })),
  }),
  async run({ tx, looked }, { dueId }) {
    const due = await getDue(tx, dueId);
    const { applicant } = await getCase(tx, due.caseId);
    const payments = await readPaymentsOf(tx, dueId);
    const { rows: cases } = await sql<{ id: string; number: string }>`
      select c.id, c.number from fees.covered_cases x join kernel.cases c on c.id = x.case_id
       where x.due_id = ${dueId} order by x.covered_at, c.id`.execute(tx);
    looked({ kind: 'case', id: due.caseId });
    return {
      due,
      applicant: applicant?.name ?? null,
      links: linksOf(due),
      payments: [...payments],
      refunds: await readRefundsOf(
        tx,
        payments.map(({ id }) => id),
      ),
      cases,
    };
  },
});
