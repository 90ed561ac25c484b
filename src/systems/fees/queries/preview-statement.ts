import { z } from 'zod';
import { defineQuery } from '../../../kernel/actions/define.ts';
import { linesInput } from '../actions/import-statement.ts';
import { columnsSchema, STATEMENT_FIELDS } from '../statement.ts';
import { planStatement } from '../statement-store.ts';

const line = z.object({
  row: z.number(),
  document: z.string(),
  paidOn: z.iso.date(),
  amount: z.string(),
  purpose: z.string(),
  payerName: z.string().nullable(),
});

/** The dry run: what would come in, and each row that must be mended. Writes nothing. */
export const previewStatement = defineQuery({
  name: 'fees.preview-statement',
  title: { uk: 'Перевірити виписку, не вносячи', en: 'Check a statement without importing it' },
  may: ['head'],
  input: z.object({ lines: linesInput, columns: columnsSchema.optional() }),
  output: z.object({
    titles: z.array(z.string()),
    columns: columnsSchema,
    remembered: z.boolean(),
    fresh: z.number(),
    known: z.number(),
    notReceipts: z.number(),
    bad: z.array(
      z.object({
        row: z.number(),
        field: z.enum(STATEMENT_FIELDS),
        problem: z.enum(['missing', 'not-a-date', 'not-money', 'twice']),
        other: z.number().optional(),
      }),
    ),
    /** The first lines as they were read. */
    sample: z.array(line),
  }),
  async run({ tx }, { lines, columns }) {
    const plan = await planStatement(tx, lines, columns);
    return {
      ...plan,
      titles: [...plan.titles],
      bad: [...plan.bad],
      sample: plan.payments.slice(0, 10).map((payment) => line.parse(payment)),
    };
  },
});
