import { notFound } from '../../../kernel/actions/refusal.ts';
import {
  definePage,
  type Download,
  type PageRequest,
  redirect,
  view,
} from '../../../kernel/page/define-page.ts';
import { CONTENT_TYPES } from '../../../kernel/registers/list-download.ts';
import { publishReport } from '../actions/publish-report.ts';
import { lastYearQuery } from '../queries/last-year.ts';
import { shownReport } from '../queries/report.ts';
import type { Report } from '../../../kernel/figures/report/report.ts';
import { type ReportFormat, reportBytes } from '../../../kernel/figures/report/report-export.ts';
import { title } from '../report-title.ts';
import { ReportView } from './report-view.tsx';

/** `/report` leads to the last year of which anything is counted. */
export const lastReportPage = definePage({
  path: '/report',
  may: 'anyone',
  shell: 'resident',
  get: async (request) => redirect(`/report/${(await request.ask(lastYearQuery, {})).year}`),
});

/** `/report/2020`, and the same as `/report/2020.xlsx`, `.csv`, `.pdf`. */
export const reportPage = definePage({
  path: '/report/:edition',
  may: 'anyone',
  shell: 'resident',
  cacheSeconds: 30,
  get: async (request) => {
    const { year, format } = editionOf(request);
    const shown = await request.ask(shownReport, { year });
    if (format !== null) return reportDownload(shown.report, format, request);
    return view(title(shown.report, request), <ReportView shown={shown} request={request} paper={false} />);
  },
  post: async (request) => {
    const { year } = editionOf(request);
    await request.run(publishReport, { year });
    return redirect(`/report/${year}`, 'centre-report:publication.done');
  },
});

/** The report on bare paper, all lists open. */
export const reportPrintPage = definePage({
  path: '/report/:edition/print',
  may: 'anyone',
  shell: 'print',
  cacheSeconds: 30,
  get: async (request) => {
    const shown = await request.ask(shownReport, { year: editionOf(request).year });
    return view(title(shown.report, request), <ReportView shown={shown} request={request} paper />);
  },
});

function editionOf({ params }: PageRequest): { readonly year: number; readonly format: ReportFormat | null } {
  const [, year, format] = /^(\d{4})(?:\.(xlsx|csv|pdf))?$/.exec(params['edition'] ?? '') ?? [];
  if (year === undefined || Number(year) < 1991 || Number(year) > 2200)
    throw notFound('centre-report:refusals.noSuchYear');
  return {
    year: Number(year),
    format: format === 'xlsx' || format === 'csv' || format === 'pdf' ? format : null,
  };
}

async function reportDownload(report: Report, format: ReportFormat, request: PageRequest): Promise<Download> {
  return {
    kind: 'download',
    name: `${title(report, request)}.${format}`,
    type: CONTENT_TYPES[format],
    bytes: await reportBytes(report, title(report, request), format, request),
  };
}
