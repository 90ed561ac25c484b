import type { z } from 'zod';
import { formatDate, formatDateTime } from '../../../kernel/calendar/kyiv-time.ts';
import { Button, LinkButton } from '../../../kernel/page/components/button.tsx';
import { Form } from '../../../kernel/page/components/form.tsx';
import { Notice } from '../../../kernel/page/components/notice.tsx';
import { StatusTag } from '../../../kernel/page/components/tags.tsx';
import { TextField } from '../../../kernel/page/components/text-field.tsx';
import { definePage, type FormState, redirect, view } from '../../../kernel/page/define-page.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';
import { groupedPayCode, parsePayCode } from '../bank-codes.ts';
import { DueFacts } from '../due-facts.tsx';
import { TONES } from '../due.ts';
import { formatMoneyText, lessBy } from '../money.ts';
import { getDueByCode, type publicDue } from '../queries/get-due-by-code.ts';
import { PaymentQr } from './payment-qr.tsx';

type PublicDue = z.output<typeof publicDue>;

export const feesPage = definePage({
  path: '/fees',
  may: 'anyone',
  shell: 'resident',
  get: async ({ t }, form) => view(t('fees:public.title'), <AskCode form={form} />),
  post: async (request) => {
    const { code } = await request.ask(getDueByCode, { code: request.field('code') });
    return redirect(`/fees/${code}`);
  },
});

function AskCode({ form }: { form: FormState | undefined }) {
  const { t } = usePage();
  return (
    <>
      <h1>{t('fees:public.title')}</h1>
      <p class="lead">{t('fees:public.lead')}</p>
      <Form state={form}>
        <TextField
          name="code"
          label={t('fees:public.code')}
          hint={t('fees:public.codeHint')}
          width={20}
          inputMode="numeric"
          first
        />
        <Button>{t('fees:public.show')}</Button>
      </Form>
    </>
  );
}

/** The bill for everyone who has its code: scan, pay, see that it came. */
export const feePage = definePage({
  path: '/fees/:code',
  may: 'anyone',
  shell: 'resident',
  async get(request) {
    const given = request.params['code'] ?? '';
    const due = await request.ask(getDueByCode, { code: given });
    if (parsePayCode(given) !== given) return redirect(`/fees/${due.code}`);
    return view(request.t('fees:public.bill', { code: groupedPayCode(due.code) }), <Bill due={due} />);
  },
});

function Bill({ due }: { due: PublicDue }) {
  const { t, locale } = usePage();
  const left = lessBy(due.amount, due.paid);
  return (
    <>
      <h1>{due.links === null ? t('fees:public.heading') : formatMoneyText(left, locale)}</h1>
      <p class="lead">{due.serviceName}</p>
      <p>
        <StatusTag tone={TONES[due.state]}>{t(`fees:states.${due.state}`)}</StatusTag>
      </p>
      <StateNotice due={due} />
      {due.links === null ? null : <WaysToPay due={due} links={due.links} />}
      <h2>{t('fees:public.details')}</h2>
      <DueFacts due={due} />
      <p>
        <LinkButton look="plain" href={`/fees/${due.code}/bill`}>
          {t('fees:public.print')}
        </LinkButton>
      </p>
    </>
  );
}

function StateNotice({ due }: { due: PublicDue }) {
  const { t, locale } = usePage();
  const day = due.lastPaidOn === null ? '' : formatDate(due.lastPaidOn, locale);
  switch (due.state) {
    case 'due':
      return null;
    case 'part-paid':
      return <Notice>{t('fees:public.partPaid', { paid: formatMoneyText(due.paid, locale) })}</Notice>;
    case 'paid':
      return <Notice kind="done">{t('fees:public.paid', { day })}</Notice>;
    case 'overpaid':
      return (
        <Notice>
          {t('fees:public.overpaid', { over: formatMoneyText(lessBy(due.paid, due.amount), locale) })}
        </Notice>
      );
    case 'waived':
      return <Notice kind="done">{t('fees:public.waived')}</Notice>;
    case 'cancelled':
      return <Notice kind="attention">{t('fees:public.cancelled')}</Notice>;
  }
}

function WaysToPay({ due, links }: { due: PublicDue; links: NonNullable<PublicDue['links']> }) {
  const { t } = usePage();
  return (
    <>
      <div class="pay-ways">
        <PaymentQr link={links.v003} what={t('fees:public.qr')} />
        <div>
          <p>{t('fees:public.scan')}</p>
          <p>
            <LinkButton href={links.v003}>{t('fees:public.openBank')}</LinkButton>
          </p>
          <p>{t('fees:public.when')}</p>
        </div>
      </div>
      <details>
        <summary>{t('fees:public.older')}</summary>
        <PaymentQr link={links.v002} what={t('fees:public.qrOlder')} />
        <p>{t('fees:public.olderWhy', { code: groupedPayCode(due.code) })}</p>
      </details>
    </>
  );
}

/** The city's own paper: to take along, or to fold into the receipt. */
export const billPage = definePage({
  path: '/fees/:code/bill',
  may: 'anyone',
  shell: 'print',
  async get(request) {
    const due = await request.ask(getDueByCode, { code: request.params['code'] ?? '' });
    return view(request.t('fees:paper.title', { number: due.caseNumber }), <Paper due={due} />);
  },
});

function Paper({ due }: { due: PublicDue }) {
  const { t, locale } = usePage();
  return (
    <>
      <h1>{t('fees:paper.heading')}</h1>
      <p class="receipt-number">{groupedPayCode(due.code)}</p>
      <p>{t('fees:paper.made', { moment: formatDateTime(due.chargedAt, locale) })}</p>
      <DueFacts due={due} />
      {due.links === null ? (
        <p>{t(`fees:states.${due.state}`)}</p>
      ) : (
        <div class="receipt-codes pay-codes">
          <figure>
            <PaymentQr link={due.links.v003} what={t('fees:public.qr')} />
            <figcaption>{t('fees:paper.qr003')}</figcaption>
          </figure>
          <figure>
            <PaymentQr link={due.links.v002} what={t('fees:public.qrOlder')} />
            <figcaption>{t('fees:paper.qr002')}</figcaption>
          </figure>
        </div>
      )}
      <p>{t('fees:paper.once')}</p>
    </>
  );
}
