import type { z } from 'zod';
import { formatDate, formatDateTime } from '../../../kernel/calendar/kyiv-time.ts';
import { QrCode } from '../../../kernel/page/components/qr-code.tsx';
import { SummaryList } from '../../../kernel/page/components/summary-list.tsx';
import { definePage, view } from '../../../kernel/page/define-page.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';
import { OnePromise, PartList } from '../part-list.tsx';
import { getComplexQuery } from '../queries/get-complex.ts';
import { findTrackingCode } from './tracking-cookie.ts';

type Whole = z.output<(typeof getComplexQuery)['output']>;

/** One receipt for all parts: number, code, the one date, each part with its body and date. */
export const receiptPage = definePage({
  path: '/desk/complex/:id/receipt',
  may: ['administrator', 'head'],
  shell: 'print',
  async get(request) {
    const caseId = request.params['id'] ?? '';
    const found = await request.ask(getComplexQuery, { caseId });
    const code = findTrackingCode(request, caseId);
    return view(found.number, <Paper found={found} code={code} origin={request.origin} />);
  },
});

function Paper({ found, code, origin }: { found: Whole; code: string | undefined; origin: string }) {
  const { t, locale } = usePage();
  const word = (name: string) => t(`complex-services:receipt.${name}`);
  const track = new URLSearchParams({ number: found.number, ...(code === undefined ? {} : { code }) });
  return (
    <>
      <h1>{word('heading')}</h1>
      <p class="receipt-number">{found.number}</p>
      <SummaryList
        lines={[
          { term: word('code'), value: code ?? word('codeGone') },
          { term: word('service'), value: found.title },
          { term: t('complex-services:file.applicant'), value: found.applicant },
          { term: t('complex-services:track.filed'), value: formatDateTime(found.registeredAt, locale) },
          {
            term: t('complex-services:track.promised'),
            value: found.promisedOn === null ? null : formatDate(found.promisedOn, locale),
          },
        ]}
      />
      <OnePromise promise={found.promise} />
      <h2>{t('complex-services:parts.title')}</h2>
      <PartList parts={found.parts} />
      <div class="receipt-codes">
        <figure>
          <QrCode text={`${origin}/track?${track.toString()}`} what={word('trackQr')} />
          <figcaption>{word('trackQr')}</figcaption>
        </figure>
      </div>
    </>
  );
}
