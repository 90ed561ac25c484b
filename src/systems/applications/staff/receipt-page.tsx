import type { z } from 'zod';
import { formatDate, formatDateTime } from '../../../kernel/calendar/kyiv-time.ts';
import { QrCode } from '../../../kernel/page/components/qr-code.tsx';
import { SummaryList } from '../../../kernel/page/components/summary-list.tsx';
import { Button } from '../../../kernel/page/components/button.tsx';
import { Form } from '../../../kernel/page/components/form.tsx';
import { definePage, type PageRequest, redirect, view } from '../../../kernel/page/define-page.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';
import { DEVICE_COOKIE, printFromDevice, type RollInput, thisDevice } from '../../devices/index.ts';
import { getReceipt } from '../queries/get-receipt.ts';
import { StepList } from '../../../kernel/cases/view/step-list.tsx';
import { findTrackingCode } from './tracking-cookie.ts';

export type Receipt = z.output<(typeof getReceipt)['output']>;

/** Number, code, date of the result and the steps that led to it, with articles. */
export const receiptPage = definePage({
  path: '/desk/applications/:id/receipt',
  may: ['administrator', 'specialist', 'head'],
  shell: 'print',
  async get(request) {
    const caseId = request.params['id'] ?? '';
    const receipt = await request.ask(getReceipt, { caseId });
    const code = findTrackingCode(request, caseId);
    const { device } = await request.ask(thisDevice, { token: request.cookie(DEVICE_COOKIE) });
    return view(
      request.t('applications:receipt.title', { number: receipt.number }),
      <>
        {device === null || device.printerId === null ? null : <PrintOnRoll />}
        <ReceiptPaper receipt={receipt} code={code} origin={request.origin} />
      </>,
      request.query['print'] === 'now' ? { scripts: ['print-paper'] } : {},
    );
  },
  async post(request) {
    const caseId = request.params['id'] ?? '';
    const receipt = await request.ask(getReceipt, { caseId });
    const roll = rollOf(request, receipt, findTrackingCode(request, caseId));
    const token = request.cookie(DEVICE_COOKIE);
    await request.run(printFromDevice, { token, what: 'receipt', name: receipt.number, roll });
    return redirect(request.path, 'applications:receipt.onRoll');
  },
});

/** Where this computer is a device with a printer: the receipt on its roll. */
function PrintOnRoll() {
  const { t } = usePage();
  return (
    <div class="no-print">
      <Form id="roll" label={t('applications:receipt.printRoll')}>
        <Button look="plain" hotkey="F2">
          {t('applications:receipt.printRoll')}
        </Button>
      </Form>
    </div>
  );
}

function rollOf({ t, locale, origin }: PageRequest, receipt: Receipt, code: string | undefined): RollInput {
  const track = new URLSearchParams({ number: receipt.number, ...(code === undefined ? {} : { code }) });
  const lines = [
    ['service', receipt.service],
    ['applicant', receipt.applicant],
    ['body', receipt.body],
    ['registered', formatDateTime(receipt.registeredAt, locale)],
    ['dueOn', receipt.dueOn === null ? null : formatDate(receipt.dueOn, locale)],
    ['clerk', receipt.clerk],
    ['code', code ?? t('applications:receipt.codeGone')],
  ] as const;
  return [
    { kind: 'text', text: t('applications:receipt.heading') },
    { kind: 'text', text: receipt.number, size: 'large', bold: true },
    { kind: 'rule' },
    ...lines.flatMap(
      ([term, value]): RollInput =>
        value === null
          ? []
          : [{ kind: 'line', term: t(`applications:receipt.${term}`), value: value.slice(0, 600) }],
    ),
    { kind: 'qr', text: `${origin}/track?${track.toString()}` },
    { kind: 'text', text: t('applications:receipt.trackQr'), size: 'small' },
  ];
}

function ReceiptPaper({
  receipt,
  code,
  origin,
}: {
  receipt: Receipt;
  code: string | undefined;
  origin: string;
}) {
  const { t, locale } = usePage();
  const word = (name: string) => t(`applications:receipt.${name}`);
  const track = new URLSearchParams({ number: receipt.number, ...(code === undefined ? {} : { code }) });
  return (
    <>
      <h1>{word('heading')}</h1>
      <p class="receipt-number">{receipt.number}</p>
      <SummaryList
        lines={[
          { term: word('code'), value: code ?? word('codeGone') },
          { term: word('service'), value: receipt.service },
          { term: word('applicant'), value: receipt.applicant },
          { term: word('body'), value: receipt.body },
          { term: word('registered'), value: formatDateTime(receipt.registeredAt, locale) },
          { term: word('dueOn'), value: receipt.dueOn === null ? null : formatDate(receipt.dueOn, locale) },
          { term: word('clerk'), value: receipt.clerk },
        ]}
      />
      <h2>{t('cases:steps.title')}</h2>
      <StepList steps={receipt.steps} />
      <div class="receipt-codes">
        <figure>
          <QrCode text={`${origin}/track?${track.toString()}`} what={word('trackQr')} />
          <figcaption>{word('trackQr')}</figcaption>
        </figure>
        {receipt.ratingCode === null ? null : (
          <figure>
            <QrCode text={`${origin}/rate/${receipt.ratingCode}`} what={word('rateQr')} />
            <figcaption>{word('rateQr')}</figcaption>
          </figure>
        )}
      </div>
      <h2>{t('applications:track.next')}</h2>
      <p>{word('next')}</p>
    </>
  );
}
