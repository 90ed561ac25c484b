import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { defineAction } from '../../../kernel/actions/define.ts';
import { Refusal } from '../../../kernel/actions/refusal.ts';
import { kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import { getFile } from '../../../kernel/files/files.ts';
import { REFUND_REASONS } from '../due.ts';
import { parseAmount } from '../money.ts';
import { insertRefund } from '../payment-store.ts';

const amountInput = z
  .string()
  .max(40)
  .transform((text, context) => {
    const read = parseAmount(text);
    if (read !== null && !read.negative && read.money !== '0.00') return read.money;
    context.addIssue({ code: 'custom', message: 'fees:input.amountWrong' });
    return z.NEVER;
  });

/** Money that the treasury gave back: recorded by its document, for the city itself does not pay. */
export const recordRefund = defineAction({
  name: 'fees.record-refund',
  title: { uk: 'Записати повернення збору', en: 'Record a refund' },
  may: ['head'],
  input: z.object({
    paymentId: z.uuid(),
    amount: amountInput,
    reason: z.enum(REFUND_REASONS, 'fees:input.refundReasonMissing'),
    documentNumber: z.string().trim().min(1, 'fees:input.documentMissing').max(100),
    documentDate: z.iso.date('fees:input.dateWrong'),
    fileId: z.uuid().nullable().default(null),
  }),
  output: z.object({ refundId: z.uuid() }),
  async run(deed, { paymentId, ...given }) {
    const today = kyivDate(deed.now);
    if (given.documentDate > today) throw new Refusal('fees:refusals.futureDocument', {}, 422);
    if (given.fileId !== null) await requireOwnFile(deed, given.fileId);
    const refund = { id: uuid(), paymentId, ...given, on: today, at: deed.now, by: deed.actor.staffId };
    await insertRefund(deed.tx, refund);
    deed.changed('refunded', null, given.amount);
    deed.about({ kind: 'payment', id: paymentId });
    return { refundId: refund.id };
  },
});

async function requireOwnFile(
  { tx, actor }: Parameters<typeof recordRefund.run>[0],
  fileId: string,
): Promise<void> {
  const { uploaded_by: uploadedBy } = await getFile(tx, fileId);
  if (uploadedBy !== actor.staffId) throw new Refusal('files:refusals.noSuchFile', {}, 404);
}
