import { notFound } from '../../../kernel/actions/refusal.ts';
import { ReportBody } from '../../../kernel/figures/report/report-body.tsx';
import { reportBytes, sourceLine } from '../../../kernel/figures/report/report-export.ts';
import { Notice } from '../../../kernel/page/components/notice.tsx';
import { definePage, type PageRequest, view } from '../../../kernel/page/define-page.ts';
import { CONTENT_TYPES } from '../../../kernel/registers/list-download.ts';
import { type Edition, queryOf, titleOf } from '../edition.ts';
import type { PublishedReport } from '../publication-store.ts';
import { publishedVersion } from '../queries/report.ts';
import { tellPublication } from './publication-note.tsx';
import { editionOf, NOT_AT_HEAD } from './report-page.tsx';

/** `/voice/2021/versions/1`, and the same as `.xlsx`, `.csv`, `.pdf`: what people read then. */
export const versionPage = definePage({
  path: '/voice/:edition/versions/:version',
  may: 'anyone',
  shell: 'resident',
  cacheSeconds: 30,
  get: async (request) => {
    const { edition, version, format } = versionOf(request);
    const shown = await request.ask(publishedVersion, { ...edition, version });
    const title = `${titleOf(edition, request)}. ${request.t('voice-report:publication.versionNo', { version })}`;
    if (format === null)
      return view(title, <Version shown={shown} edition={edition} request={request} paper={false} />);
    const bytes = await reportBytes(shown.report, title, format, request);
    return { kind: 'download', name: `${title}.${format}`, type: CONTENT_TYPES[format], bytes };
  },
});

export const versionPrintPage = definePage({
  path: '/voice/:edition/versions/:version/print',
  may: 'anyone',
  shell: 'print',
  cacheSeconds: 30,
  get: async (request) => {
    const { edition, version } = versionOf(request);
    const shown = await request.ask(publishedVersion, { ...edition, version });
    return view(
      titleOf(edition, request),
      <Version shown={shown} edition={edition} request={request} paper />,
    );
  },
});

function versionOf(request: PageRequest) {
  const { edition } = editionOf(request);
  const [, version, format] =
    /^([1-9]\d{0,3})(?:\.(xlsx|csv|pdf))?$/.exec(request.params['version'] ?? '') ?? [];
  if (version === undefined) throw notFound('voice-report:refusals.noSuchVersion');
  const known = (['xlsx', 'csv', 'pdf'] as const).find((one) => one === format) ?? null;
  return { edition, version: Number(version), format: known };
}

interface Props {
  readonly shown: PublishedReport;
  readonly edition: Edition;
  readonly request: PageRequest;
  readonly paper: boolean;
}

function Version({ shown: { publication, report }, edition, request, paper }: Props) {
  const { t } = request;
  const now = `/voice/${edition.year}${queryOf(edition)}`;
  return (
    <>
      <h1>{titleOf(edition, request)}</h1>
      <Notice>
        <p>{tellPublication(publication, request)}</p>
        <p>
          {t('voice-report:publication.asThen')}{' '}
          {paper ? null : <a href={now}>{t('voice-report:publication.toToday')}</a>}
        </p>
      </Notice>
      <ReportBody
        report={report}
        request={request}
        path={`/voice/${edition.year}/versions/${publication.version}`}
        query={queryOf(edition)}
        paper={paper}
        notAtHead={NOT_AT_HEAD}
      />
      <p class="figure-note">{sourceLine(report, request)}</p>
    </>
  );
}
