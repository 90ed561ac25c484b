import type { z } from 'zod';
import { formatDate } from '../../../kernel/calendar/kyiv-time.ts';
import { Button, LinkButton } from '../../../kernel/page/components/button.tsx';
import { DataTable } from '../../../kernel/page/components/data-table.tsx';
import { Form } from '../../../kernel/page/components/form.tsx';
import { Notice } from '../../../kernel/page/components/notice.tsx';
import { StatusTag } from '../../../kernel/page/components/tags.tsx';
import { TextField } from '../../../kernel/page/components/text-field.tsx';
import { definePage, type FormState, redirect, view } from '../../../kernel/page/define-page.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';
import { cancelDue } from '../actions/cancel-due.ts';
import { groupedPayCode } from '../bank-codes.ts';
import { DueFacts } from '../due-facts.tsx';
import { TONES } from '../due.ts';
import { formatMoneyText, lessBy } from '../money.ts';
import { PaymentQr } from '../public/payment-qr.tsx';
import { getDueQuery } from '../queries/get-due.ts';
import { RefundTable } from './refund-table.tsx';

type Whole = z.output<typeof getDueQuery.output>;

/** One bill: its code to scan at the window, what came for it, and its end. */
export const duePage = definePage({
  path: '/desk/fees/dues/:id',
  may: ['administrator', 'head', 'auditor'],
  shell: 'staff',
  async get(request, form) {
    const found = await request.ask(getDueQuery, { dueId: request.params['id'] ?? '' });
    return view(groupedPayCode(found.due.code), <DueView found={found} form={form} />);
  },
  async post(request) {
    const dueId = request.params['id'] ?? '';
    await request.run(cancelDue, { dueId, reason: request.field('reason') });
    return redirect(`/desk/fees/dues/${dueId}`, 'fees:notices.cancelled');
  },
});

function DueView({ found, form }: { found: Whole; form: FormState | undefined }) {
  const { t, actor, locale } = usePage();
  const { due, links } = found;
  const mayCancel = actor.roles.includes('administrator') || actor.roles.includes('head');
  return (
    <>
      <p>
        <a href="/desk/fees">← {t('fees:dues.title')}</a>
      </p>
      <h1>{groupedPayCode(due.code)}</h1>
      <p>
        <StatusTag tone={TONES[due.state]}>{t(`fees:states.${due.state}`)}</StatusTag> {found.applicant}
      </p>
      {due.state === 'cancelled' ? <Notice>{due.cancelReason ?? ''}</Notice> : null}
      {due.state === 'overpaid' ? (
        <Notice kind="attention">
          {t('fees:due.overpaid', { over: formatMoneyText(lessBy(due.paid, due.amount), locale) })}
        </Notice>
      ) : null}
      <div class="case-parts">
        <section aria-label={t('fees:due.facts')}>
          <DueFacts due={due} />
        </section>
        <section aria-label={t('fees:due.pay')}>
          {links === null ? null : <PaymentQr link={links.v003} what={t('fees:public.qr')} />}
          <p>
            <LinkButton look="plain" href={`/fees/${due.code}/bill`} hotkey="Alt+P">
              {t('fees:public.print')}
            </LinkButton>{' '}
            <LinkButton look="quiet" href={`/fees/${due.code}`}>
              {t('fees:due.publicPage')}
            </LinkButton>
          </p>
        </section>
      </div>
      <Covered cases={found.cases} />
      <PaymentLines payments={found.payments} />
      <RefundTable refunds={found.refunds} />
      {mayCancel && due.state !== 'cancelled' && found.payments.length === 0 ? (
        <CancelForm form={form} />
      ) : null}
    </>
  );
}

function Covered({ cases }: Pick<Whole, 'cases'>) {
  const { t } = usePage();
  if (cases.length === 0) return null;
  return (
    <p>
      {t('fees:due.covers')}{' '}
      {cases.map(({ id, number }) => (
        <a key={id} class="covered-case" href={`/desk/applications/${id}`}>
          {number}
        </a>
      ))}
    </p>
  );
}

function PaymentLines({ payments }: Pick<Whole, 'payments'>) {
  const { t, locale, actor } = usePage();
  const opens = actor.roles.includes('head') || actor.roles.includes('auditor');
  return (
    <DataTable
      caption={t('fees:due.payments')}
      rows={payments}
      keyOf={({ id }) => id}
      empty={t('fees:due.noPayments')}
      columns={[
        {
          key: 'document',
          title: t('fees:columns.document'),
          heading: true,
          cell: ({ id, document }) =>
            opens ? <a href={`/desk/fees/payments/${id}`}>{document}</a> : document,
        },
        {
          key: 'paidOn',
          title: t('fees:columns.paidOn'),
          narrow: true,
          cell: ({ paidOn }) => formatDate(paidOn, locale),
        },
        {
          key: 'amount',
          title: t('fees:columns.amount'),
          numeric: true,
          cell: ({ amount }) => formatMoneyText(amount, locale),
        },
        {
          key: 'how',
          title: t('fees:columns.how'),
          cell: ({ how }) => (how === null ? '–' : t(`fees:how.${how}`)),
        },
      ]}
    />
  );
}

function CancelForm({ form }: { form: FormState | undefined }) {
  const { t } = usePage();
  return (
    <details class="case-deed" open={form !== undefined}>
      <summary>{t('fees:due.cancel')}</summary>
      <Form state={form} id="cancel" label={t('fees:due.cancel')}>
        <TextField name="reason" label={t('fees:due.cancelReason')} rows={2} />
        <Button look="plain">{t('fees:due.cancel')}</Button>
      </Form>
    </details>
  );
}
