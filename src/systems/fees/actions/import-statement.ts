import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { defineAction, personal } from '../../../kernel/actions/define.ts';
import { Refusal } from '../../../kernel/actions/refusal.ts';
import { matchFresh } from '../match-payments.ts';
import { columnsSchema, REQUIRED_FIELDS } from '../statement.ts';
import { insertStatement, planStatement, rememberLayout, writeCounts } from '../statement-store.ts';

/** Lines of a bank's file as texts; who paid stands in them. */
export const linesInput = personal(
  z
    .array(z.array(z.string().max(2000)).max(200))
    .min(1, 'fees:input.emptyFile')
    .max(20_000, 'fees:input.longFile'),
);

export const importStatement = defineAction({
  name: 'fees.import-statement',
  title: { uk: 'Внести виписку банку', en: 'Import a bank’s statement' },
  may: ['head'],
  input: z.object({
    fileName: z.string().trim().min(1).max(200),
    lines: linesInput,
    /** Which column is what; left out where a file with these titles came before. */
    columns: columnsSchema.optional(),
  }),
  output: z.object({
    statementId: z.uuid(),
    fresh: z.number(),
    known: z.number(),
    matched: z.number(),
    notReceipts: z.number(),
  }),
  async run(deed, { fileName, lines, columns }) {
    const plan = await planStatement(deed.tx, lines, columns);
    const missing = REQUIRED_FIELDS.filter((field) => plan.columns[field] === undefined);
    if (missing.length > 0) throw new Refusal('fees:refusals.columnsMissing', {}, 422);
    const id = uuid();
    const statement = { id, fileName, at: deed.now, by: deed.actor.staffId };
    const fresh = await insertStatement(deed.tx, statement, plan);
    const matched = await matchFresh(deed, fresh);
    const counts = { fresh: fresh.length, known: plan.payments.length - fresh.length, matched };
    await writeCounts(deed.tx, id, counts);
    await rememberLayout(deed.tx, plan.titles, plan.columns, deed.now);
    deed.about({ kind: 'statement', id });
    return { statementId: id, ...counts, notReceipts: plan.notReceipts };
  },
});
