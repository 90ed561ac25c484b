import { notFound } from '../../../kernel/actions/refusal.ts';
import { kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import { ReportBody } from '../../../kernel/figures/report/report-body.tsx';
import { reportBytes, type ReportFormat, sourceLine } from '../../../kernel/figures/report/report-export.ts';
import type { Report } from '../../../kernel/figures/report/report.ts';
import { definePage, type PageRequest, redirect, view } from '../../../kernel/page/define-page.ts';
import { CONTENT_TYPES } from '../../../kernel/registers/list-download.ts';
import { codeOf, type Edition, editionInput } from './edition.ts';
import { shownLineReport } from './report.ts';

const currentYear = (now: Date): number => Number(kyivDate(now).slice(0, 4));

/** `/hotline/report` leads to this year. */
export const lastLineReportPage = definePage({
  path: '/hotline/report',
  may: 'anyone',
  shell: 'resident',
  get: (request) => Promise.resolve(redirect(`/hotline/report/${currentYear(request.now)}`)),
});

/** `/hotline/report/2026`, `/hotline/report/2026-11`, and the same as `.xlsx`, `.csv`, `.pdf`. */
export const lineReportPage = definePage({
  path: '/hotline/report/:edition',
  may: 'anyone',
  shell: 'resident',
  cacheSeconds: 30,
  async get(request) {
    const { edition, format } = editionOf(request);
    const report = await request.ask(shownLineReport, edition);
    const title = titleOf(edition, request);
    if (format === null) return view(title, <LineReport {...{ report, edition, request }} />);
    const bytes = await reportBytes(report, title, format, request);
    return { kind: 'download', name: `${title}.${format}`, type: CONTENT_TYPES[format], bytes };
  },
});

/** The report on bare paper, all lists open. */
export const lineReportPrintPage = definePage({
  path: '/hotline/report/:edition/print',
  may: 'anyone',
  shell: 'print',
  cacheSeconds: 30,
  async get(request) {
    const { edition } = editionOf(request);
    const report = await request.ask(shownLineReport, edition);
    return view(titleOf(edition, request), <LineReport {...{ report, edition, request }} paper />);
  },
});

/** What the address asks for. @throws Refusal 404 where there is no such report. */
function editionOf({ params }: PageRequest): {
  readonly edition: Edition;
  readonly format: ReportFormat | null;
} {
  const parts = /^(\d{4})(?:-(\d\d))?(?:\.(xlsx|csv|pdf))?$/.exec(params['edition'] ?? '');
  const [, year, month, format] = parts ?? [];
  const edition = editionInput.safeParse({ year, ...(month === undefined ? {} : { month }) });
  if (!edition.success) throw notFound('hotline:refusals.noSuchReport');
  const known = format === 'xlsx' || format === 'csv' || format === 'pdf' ? format : null;
  return { edition: edition.data, format: known };
}

function titleOf({ year, month }: Edition, { t }: PageRequest): string {
  if (month === undefined) return t('hotline:line-report.title', { year });
  return t('hotline:line-report.titleOfMonth', { year, month: t(`hotline:line-report.months.${month}`) });
}

interface Props {
  readonly report: Report;
  readonly edition: Edition;
  readonly request: PageRequest;
  readonly paper?: boolean;
}

function LineReport({ report, edition, request, paper = false }: Props) {
  const { t } = request;
  return (
    <>
      <h1>{titleOf(edition, request)}</h1>
      <p class="lead">{t('hotline:line-report.lead')}</p>
      {paper ? null : <Periods edition={edition} request={request} />}
      <ReportBody
        report={report}
        request={request}
        path={`/hotline/report/${codeOf(edition)}`}
        paper={paper}
        notAtHead={['at-once', 'mark']}
      />
      <p class="figure-note">{sourceLine(report, request)}</p>
    </>
  );
}

/** The year, its months, the years beside it. */
function Periods({ edition, request }: Omit<Props, 'report'>) {
  const { t, now } = request;
  const { year } = edition;
  const years = [year - 1, year, year + 1].filter((one) => one <= currentYear(now));
  const editions: readonly Edition[] = [
    ...years.map((one) => ({ year: one })),
    ...Array.from({ length: 12 }, (_, index) => ({ year, month: index + 1 })),
  ];
  return (
    <nav aria-label={t('hotline:line-report.periods')}>
      <p>
        {editions.map((one, index) => (
          <>
            {index === 0 ? '' : ' · '}
            <a
              href={`/hotline/report/${codeOf(one)}`}
              {...(codeOf(one) === codeOf(edition) ? { 'aria-current': 'page' as const } : {})}
            >
              {one.month === undefined ? one.year : t(`hotline:line-report.months.${one.month}`)}
            </a>
          </>
        ))}
      </p>
    </nav>
  );
}
