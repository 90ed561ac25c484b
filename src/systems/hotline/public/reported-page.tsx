import { formatDate } from '../../../kernel/calendar/kyiv-time.ts';
import { SummaryList } from '../../../kernel/page/components/summary-list.tsx';
import { definePage, redirect, view } from '../../../kernel/page/define-page.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';

export const REPORTED = 'reported-problem';
/** The code is shown once; whoever comes to the computer next must not find it for long. */
export const SHOWN_MINUTES = 15;

export const reportedPage = definePage({
  path: '/report-a-problem/done',
  may: 'anyone',
  shell: 'resident',
  async get(request) {
    const [number = '', code = '', due = ''] = request.cookie(REPORTED).split('_');
    if (number === '') return redirect('/report-a-problem');
    return view(request.t('hotline:report.done'), <Reported number={number} code={code} due={due} />);
  },
});

function Reported({ number, code, due }: { number: string; code: string; due: string }) {
  const { t, locale } = usePage();
  return (
    <>
      <h1>{t('hotline:report.done')}</h1>
      <p class="lead">{t('hotline:report.doneLead')}</p>
      <SummaryList
        lines={[
          { term: t('hotline:columns.number'), value: <strong>{number}</strong> },
          { term: t('hotline:track.code'), value: <strong>{code}</strong> },
          { term: t('hotline:columns.due'), value: due === '' ? null : formatDate(due, locale) },
        ]}
      />
      <p>
        <a href={`/problems/track?${new URLSearchParams({ number, code }).toString()}`}>
          {t('hotline:track.title')}
        </a>
      </p>
    </>
  );
}
