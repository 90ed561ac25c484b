import { formatDateTime } from '../../../kernel/calendar/kyiv-time.ts';
import { SummaryList } from '../../../kernel/page/components/summary-list.tsx';
import { definePage, view } from '../../../kernel/page/define-page.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';
import { getReceipt } from '../queries/get-receipt.ts';
import type { Receipt } from './receipt-page.tsx';

/** Опис вхідного пакета документів: signed by who brings and who takes the papers (model regulation, КМУ 588). */
export const packagePage = definePage({
  path: '/desk/applications/:id/package',
  may: ['administrator', 'specialist', 'head'],
  shell: 'print',
  async get(request) {
    const receipt = await request.ask(getReceipt, { caseId: request.params['id'] ?? '' });
    return view(
      request.t('applications:package.title', { number: receipt.number }),
      <PackagePaper receipt={receipt} />,
      request.query['print'] === 'now' ? { scripts: ['print-paper'] } : {},
    );
  },
});

function PackagePaper({ receipt }: { receipt: Receipt }) {
  const { t, locale } = usePage();
  const word = (name: string) => t(`applications:receipt.${name}`);
  return (
    <>
      <h1>{t('applications:package.heading')}</h1>
      <p class="receipt-number">{receipt.number}</p>
      <SummaryList
        lines={[
          { term: word('service'), value: receipt.service },
          { term: word('applicant'), value: receipt.applicant },
          { term: word('body'), value: receipt.body },
          { term: word('registered'), value: formatDateTime(receipt.registeredAt, locale) },
        ]}
      />
      <h2>{t('applications:package.documents')}</h2>
      {receipt.documents.length === 0 ? (
        <p>{t('applications:package.none')}</p>
      ) : (
        <ol>
          {receipt.documents.map((name) => (
            <li key={name}>{name}</li>
          ))}
        </ol>
      )}
      <div class="signatures">
        <p>{t('applications:package.given', { name: receipt.applicant ?? '' })}</p>
        <p>{t('applications:package.taken', { name: receipt.clerk ?? '' })}</p>
      </div>
    </>
  );
}
