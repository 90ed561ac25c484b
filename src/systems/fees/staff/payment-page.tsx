import type { z } from 'zod';
import { formatDate } from '../../../kernel/calendar/kyiv-time.ts';
import { Button } from '../../../kernel/page/components/button.tsx';
import { SelectField } from '../../../kernel/page/components/choice-field.tsx';
import { DataTable } from '../../../kernel/page/components/data-table.tsx';
import { Form } from '../../../kernel/page/components/form.tsx';
import { SummaryList } from '../../../kernel/page/components/summary-list.tsx';
import {
  FileField,
  HiddenField,
  SearchField,
  TextField,
} from '../../../kernel/page/components/text-field.tsx';
import {
  type Answer,
  definePage,
  type FormState,
  type PagePost,
  redirect,
  view,
} from '../../../kernel/page/define-page.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';
import { matchPayment } from '../actions/match-payment.ts';
import { recordRefund } from '../actions/record-refund.ts';
import { unmatchPayment } from '../actions/unmatch-payment.ts';
import { groupedPayCode } from '../bank-codes.ts';
import { REFUND_REASONS } from '../due.ts';
import { formatMoneyText, lessBy } from '../money.ts';
import { getPaymentQuery } from '../queries/get-payment.ts';
import { RefundTable } from './refund-table.tsx';

type Whole = z.output<typeof getPaymentQuery.output>;

/** One payment: what it may be for, undoing a wrong match, giving it back. */
export const paymentPage = definePage({
  path: '/desk/fees/payments/:id',
  may: ['head', 'auditor'],
  shell: 'staff',
  async get(request, form) {
    const words = (request.query['words'] ?? '').slice(0, 100);
    const found = await request.ask(getPaymentQuery, { paymentId: request.params['id'] ?? '', words });
    return view(request.t('fees:payment.title'), <PaymentView found={found} words={words} form={form} />);
  },
  post: act,
});

async function act(request: PagePost): Promise<Answer> {
  const paymentId = request.params['id'] ?? '';
  const here = `/desk/fees/payments/${paymentId}`;
  switch (request.field('deed')) {
    case 'match':
      await request.run(matchPayment, { paymentId, dueId: request.field('dueId') });
      return redirect(here, 'fees:notices.matched');
    case 'unmatch':
      await request.run(unmatchPayment, { paymentId });
      return redirect(here, 'fees:notices.unmatched');
    default:
      return refund(request, paymentId, here);
  }
}

async function refund(request: PagePost, paymentId: string, here: string): Promise<Answer> {
  const [file] = request.files;
  const kept = file === undefined ? null : await request.keepFile(file);
  await request.run(recordRefund, {
    paymentId,
    amount: request.field('amount'),
    // An address that anyone may have written: without a reason of ours the schema tells.
    reason: REFUND_REASONS.find((one) => one === request.field('reason')) ?? 'overpaid',
    documentNumber: request.field('documentNumber'),
    documentDate: request.field('documentDate'),
    fileId: kept?.id ?? null,
  });
  return redirect(here, 'fees:notices.refunded');
}

interface Props {
  readonly found: Whole;
  readonly words: string;
  readonly form: FormState | undefined;
}

function PaymentView({ found, words, form }: Props) {
  const { t, locale, actor } = usePage();
  const { payment } = found;
  const mayAct = actor.roles.includes('head');
  const left = lessBy(payment.amount, payment.refunded);
  return (
    <>
      <p>
        <a href="/desk/fees/payments">← {t('fees:payments.title')}</a>
      </p>
      <h1>{formatMoneyText(payment.amount, locale)}</h1>
      <SummaryList
        lines={[
          { term: t('fees:columns.document'), value: payment.document },
          { term: t('fees:columns.paidOn'), value: formatDate(payment.paidOn, locale) },
          { term: t('fees:columns.payer'), value: payment.payerName },
          { term: t('fees:columns.payerCode'), value: payment.payerCode },
          { term: t('fees:columns.purpose'), value: payment.purpose },
          {
            term: t('fees:columns.due'),
            value:
              payment.dueId === null ? (
                t('fees:payments.none')
              ) : (
                <a href={`/desk/fees/dues/${payment.dueId}`}>
                  {payment.caseNumber}, {payment.serviceName}
                </a>
              ),
          },
          { term: t('fees:columns.how'), value: payment.how === null ? null : t(`fees:how.${payment.how}`) },
        ]}
      />
      <RefundTable refunds={found.refunds} />
      {mayAct && payment.dueId !== null ? <UnmatchForm /> : null}
      {payment.dueId === null ? (
        <Offers offers={found.offers} words={words} mayAct={mayAct} form={form} />
      ) : null}
      {mayAct && left !== '0.00' ? <RefundForm form={form} left={left} /> : null}
    </>
  );
}

function stateOf(form: FormState | undefined, deed: string): FormState | undefined {
  return form?.values['deed'] === deed ? form : undefined;
}

function UnmatchForm() {
  const { t } = usePage();
  return (
    <Form id="unmatch" label={t('fees:payment.unmatch')}>
      <HiddenField name="deed" value="unmatch" />
      <Button look="plain">{t('fees:payment.unmatch')}</Button>
    </Form>
  );
}

function Offers({
  offers,
  words,
  mayAct,
  form,
}: {
  offers: Whole['offers'];
  words: string;
  mayAct: boolean;
  form: FormState | undefined;
}) {
  const { t, locale } = usePage();
  return (
    <>
      <h2>{t(words === '' ? 'fees:payment.offers' : 'fees:payment.found')}</h2>
      <Form method="get" id="find" inline label={t('fees:payment.search')}>
        <SearchField label={t('fees:payment.words')} value={words} />
        <Button look="plain">{t('fees:payment.search')}</Button>
      </Form>
      {stateOf(form, 'match')?.problem === undefined ? null : <p class="field-error">{form?.problem}</p>}
      <DataTable
        caption={t('fees:payment.offers')}
        captionHidden
        rows={offers}
        keyOf={({ dueId }) => dueId}
        empty={t(words === '' ? 'fees:payment.noOffers' : 'fees:payment.nothing')}
        columns={[
          {
            key: 'number',
            title: t('fees:columns.number'),
            heading: true,
            narrow: true,
            cell: ({ dueId, caseNumber }) => <a href={`/desk/fees/dues/${dueId}`}>{caseNumber}</a>,
          },
          {
            key: 'code',
            title: t('fees:columns.code'),
            narrow: true,
            cell: ({ code }) => groupedPayCode(code),
          },
          { key: 'applicant', title: t('fees:columns.applicant'), cell: ({ applicant }) => applicant ?? '–' },
          { key: 'service', title: t('fees:columns.service'), cell: ({ serviceName }) => serviceName },
          {
            key: 'left',
            title: t('fees:columns.left'),
            numeric: true,
            cell: ({ left }) => formatMoneyText(left, locale),
          },
          { key: 'why', title: t('fees:payment.why'), cell: (offer) => <Why offer={offer} /> },
          {
            key: 'deed',
            title: t('fees:payment.deed'),
            narrow: true,
            cell: ({ dueId, caseNumber }) => (mayAct ? <MatchForm dueId={dueId} number={caseNumber} /> : '–'),
          },
        ]}
      />
    </>
  );
}

function Why({ offer }: { offer: Whole['offers'][number] }) {
  const { t } = usePage();
  const reasons = [
    ...(offer.samePayer ? [t('fees:payment.samePayer')] : []),
    ...(offer.sameAmount ? [t('fees:payment.sameAmount')] : []),
    ...(offer.likeness >= 35 && !offer.samePayer
      ? [t('fees:payment.likeName', { likeness: offer.likeness })]
      : []),
  ];
  return <>{reasons.length === 0 ? '–' : reasons.join(', ')}</>;
}

function MatchForm({ dueId, number }: { dueId: string; number: string }) {
  const { t } = usePage();
  return (
    <Form id={`match-${dueId}`} inline label={t('fees:payment.matchWith', { number })}>
      <HiddenField name="deed" value="match" />
      <HiddenField name="dueId" value={dueId} />
      <Button look="plain" label={t('fees:payment.matchWith', { number })}>
        {t('fees:payment.match')}
      </Button>
    </Form>
  );
}

function RefundForm({ form, left }: { form: FormState | undefined; left: string }) {
  const { t, locale } = usePage();
  const state = stateOf(form, 'refund');
  return (
    <details class="case-deed" open={state !== undefined}>
      <summary>{t('fees:refund.record')}</summary>
      <Form multipart id="refund" state={state} label={t('fees:refund.record')}>
        <HiddenField name="deed" value="refund" />
        <TextField
          name="amount"
          label={t('fees:refund.amount')}
          hint={t('fees:refund.amountHint', { left: formatMoneyText(left, locale) })}
          inputMode="decimal"
          width={10}
          suffix={t('fees:refund.unit')}
        />
        <SelectField
          name="reason"
          label={t('fees:refund.reason')}
          options={REFUND_REASONS.map((reason) => ({
            value: reason,
            label: t(`fees:refund.reasons.${reason}`),
          }))}
        />
        <TextField name="documentNumber" label={t('fees:refund.documentNumber')} width={20} />
        <TextField name="documentDate" label={t('fees:refund.documentDate')} type="date" />
        <FileField name="file" label={t('fees:refund.file')} accept=".pdf,.png,.jpg,.p7s,.asice" optional />
        <Button>{t('fees:refund.record')}</Button>
      </Form>
    </details>
  );
}
