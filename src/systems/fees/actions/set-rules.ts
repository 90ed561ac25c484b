import { z } from 'zod';
import { defineAction } from '../../../kernel/actions/define.ts';
import { Refusal } from '../../../kernel/actions/refusal.ts';
import { isEdrpou } from '../../../kernel/cases/applicant-code.ts';
import { isIban, plainIban } from '../bank-codes.ts';
import { purposeOf } from '../due.ts';
import { paymentLink, WrongPaymentField } from '../payment-qr.ts';
import { endRule, setAccount, setVariant, setWaiver } from '../rules-store.ts';
import { scopeInput } from '../scope.ts';

const may = ['head', 'it'] as const;
const dateInput = z.iso.date('fees:input.dateWrong');
const title = z.string().trim().min(3, 'fees:input.titleMissing').max(300);
const article = z.string().trim().min(5, 'fees:input.articleMissing').max(300);
const certainty = z.enum(['V', 'V2', 'M', 'M?']).default('M?');
const codeInput = z
  .string()
  .trim()
  .regex(/^[a-z]+(-[a-z0-9]+)*$/, 'fees:input.codeWrong')
  .max(40);

export const setAccountAction = defineAction({
  name: 'fees.set-account',
  title: { uk: 'Змінити рахунок для зборів', en: 'Change the account of fees' },
  may,
  input: z.object({
    scope: scopeInput,
    recipient: z.string().trim().min(3, 'fees:input.recipientMissing').max(140, 'fees:input.recipientLong'),
    edrpou: z.string().trim().refine(isEdrpou, 'fees:input.edrpouWrong'),
    iban: z.string().overwrite(plainIban).refine(isIban, 'fees:input.ibanWrong'),
    budgetCode: z
      .string()
      .trim()
      .regex(/^\d{8}$/, 'fees:input.budgetCodeWrong')
      .nullable()
      .default(null),
    validFrom: dateInput,
  }),
  output: z.object({ accountId: z.uuid() }),
  async run(deed, given) {
    requirePayable(given, deed.now);
    const accountId = await setAccount(deed.tx, given);
    deed.changed(`account.${given.scope}`, null, given.iban);
    deed.about({ kind: 'fee-account', id: accountId });
    return { accountId };
  },
});

/** An account whose bill would not fit into the bank's QR code is refused when it is written, not at a window. */
function requirePayable(
  given: { recipient: string; edrpou: string; iban: string; budgetCode: string | null },
  now: Date,
): void {
  const code = '100000000287';
  const { edrpou: recipientCode, ...account } = given;
  const purpose = purposeOf(code, 'ЦНАП-2026-000000', given.budgetCode);
  const order = {
    ...account,
    recipientCode,
    amount: '999999999.99',
    reference: code,
    purpose,
    createdAt: now,
  };
  try {
    paymentLink('003', order);
  } catch (error) {
    if (error instanceof WrongPaymentField) throw new Refusal('fees:refusals.accountTooLong', {}, 422);
    throw error;
  }
}

export const setVariantAction = defineAction({
  name: 'fees.set-variant',
  title: { uk: 'Змінити тариф збору', en: 'Change a tariff of fees' },
  may,
  input: z.object({
    scope: scopeInput.refine((scope) => scope !== '*', 'fees:input.scopeAll'),
    code: codeInput,
    title,
    titleEn: title,
    /** Per cent of the subsistence minimum: «1,5». */
    percent: z
      .string()
      .trim()
      .regex(/^\d{1,4}([.,]\d{1,2})?$/, 'fees:input.percentWrong'),
    article,
    certainty,
    validFrom: dateInput,
  }),
  output: z.object({ variantId: z.uuid() }),
  async run(deed, { percent, ...given }) {
    const [whole = '0', fraction = ''] = percent.split(/[.,]/);
    const basisPoints = Number(whole) * 100 + Number(fraction.padEnd(2, '0'));
    if (basisPoints === 0) throw new Refusal('fees:refusals.percentZero', {}, 422);
    const variantId = await setVariant(deed.tx, { ...given, basisPoints });
    deed.changed(`tariff.${given.scope}.${given.code}`, null, basisPoints);
    deed.about({ kind: 'fee-variant', id: variantId });
    return { variantId };
  },
});

export const setWaiverAction = defineAction({
  name: 'fees.set-waiver',
  title: { uk: 'Змінити пільгу зі сплати збору', en: 'Change a waiver of fees' },
  may,
  input: z.object({
    scope: scopeInput,
    code: codeInput,
    title,
    titleEn: title,
    percent: z.coerce
      .number()
      .int('fees:input.waiverPercentWrong')
      .min(1, 'fees:input.waiverPercentWrong')
      .max(100, 'fees:input.waiverPercentWrong'),
    article,
    certainty,
    validFrom: dateInput,
  }),
  output: z.object({ waiverId: z.uuid() }),
  async run(deed, given) {
    const waiverId = await setWaiver(deed.tx, given);
    deed.changed(`waiver.${given.scope}.${given.code}`, null, given.percent);
    deed.about({ kind: 'fee-waiver', id: waiverId });
    return { waiverId };
  },
});

export const endRuleAction = defineAction({
  name: 'fees.end-rule',
  title: { uk: 'Припинити рахунок, тариф чи пільгу', en: 'End an account, a tariff or a waiver' },
  may,
  input: z.object({ kind: z.enum(['account', 'variant', 'waiver']), id: z.uuid(), validTo: dateInput }),
  output: z.object({ validTo: z.iso.date() }),
  async run(deed, { kind, id, validTo }) {
    await endRule(deed.tx, kind, id, validTo);
    deed.changed('validTo', null, validTo);
    deed.about({ kind: `fee-${kind}`, id });
    return { validTo };
  },
});
