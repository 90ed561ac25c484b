import { defineSystem } from '../../kernel/system.ts';
import { cancelDue } from './actions/cancel-due.ts';
import { chargeFeeAction } from './actions/charge-fee.ts';
import { coverRefiling } from './actions/cover-refiling.ts';
import { importStatement } from './actions/import-statement.ts';
import { matchPayment } from './actions/match-payment.ts';
import { recordRefund } from './actions/record-refund.ts';
import { endRuleAction, setAccountAction, setVariantAction, setWaiverAction } from './actions/set-rules.ts';
import { unmatchPayment } from './actions/unmatch-payment.ts';
import { chargedFigure, refundsFigure, revenueFigure, unmatchedFigure } from './figures.ts';
import { mayOpenRefundFile } from './may-open-file.ts';
import { billPage, feePage, feesPage } from './public/fee-pages.tsx';
import { getDueByCode } from './queries/get-due-by-code.ts';
import { getDueQuery } from './queries/get-due.ts';
import { getPaymentQuery } from './queries/get-payment.ts';
import { listDuesQuery } from './queries/list-dues.ts';
import { listPaymentsQuery } from './queries/list-payments.ts';
import { listRules } from './queries/list-rules.ts';
import { listStatementsQuery } from './queries/list-statements.ts';
import { moneySummary } from './queries/money-summary.ts';
import { prepareCharge } from './queries/prepare-charge.ts';
import { previewStatement } from './queries/preview-statement.ts';
import { seedFees } from './seed/seed-fees.ts';
import { chargePage } from './staff/charge-page.tsx';
import { duePage } from './staff/due-page.tsx';
import { duesPage } from './staff/dues-page.tsx';
import { paymentPage } from './staff/payment-page.tsx';
import { paymentsPage } from './staff/payments-page.tsx';
import { rulesPage } from './staff/rules-page.tsx';
import { statementsPage } from './staff/statements-page.tsx';

export const fees = defineSystem({
  name: 'fees',
  title: { uk: 'Збори', en: 'Fees' },
  folder: import.meta.dirname,
  actions: [
    chargeFeeAction,
    coverRefiling,
    cancelDue,
    importStatement,
    matchPayment,
    unmatchPayment,
    recordRefund,
    setAccountAction,
    setVariantAction,
    setWaiverAction,
    endRuleAction,
  ],
  queries: [
    getDueByCode,
    listRules,
    prepareCharge,
    getDueQuery,
    listDuesQuery,
    moneySummary,
    listPaymentsQuery,
    getPaymentQuery,
    listStatementsQuery,
    previewStatement,
  ],
  pages: [
    feesPage,
    feePage,
    billPage,
    duesPage,
    chargePage,
    duePage,
    paymentsPage,
    paymentPage,
    statementsPage,
    rulesPage,
  ],
  menu: [
    { menu: 'resident', group: 'centre', path: '/fees', label: 'fees:menu', order: 35 },
    {
      menu: 'staff',
      group: 'centre',
      path: '/desk/fees',
      label: 'fees:menuDesk',
      order: 22,
      may: ['administrator', 'head', 'auditor'],
    },
    {
      menu: 'staff',
      group: 'house',
      path: '/desk/fees/rules',
      label: 'fees:tabs.rules',
      order: 72,
      may: ['it'],
    },
  ],
  figures: [revenueFigure, refundsFigure, unmatchedFigure, chargedFigure],
  retention: [
    {
      table: 'fees.payments',
      personalColumns: ['payer_name', 'payer_code', 'purpose'],
      months: 60,
      since: 't.paid_on',
      article: 'Наказ Мін’юсту 578/5 від 12.04.2012',
    },
  ],
  mayOpenFile: mayOpenRefundFile,
  seed: { run: (database, { demo, now }) => seedFees(database, demo, now) },
});
