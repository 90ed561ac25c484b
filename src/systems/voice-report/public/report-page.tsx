import { notFound } from '../../../kernel/actions/refusal.ts';
import { findCorrection } from '../../../kernel/figures/report/corrections.ts';
import { ReportBody } from '../../../kernel/figures/report/report-body.tsx';
import { reportBytes, type ReportFormat, sourceLine } from '../../../kernel/figures/report/report-export.ts';
import { LinkButton } from '../../../kernel/page/components/button.tsx';
import {
  definePage,
  type FormState,
  type PageRequest,
  redirect,
  view,
} from '../../../kernel/page/define-page.ts';
import { CONTENT_TYPES } from '../../../kernel/registers/list-download.ts';
import { publishReport } from '../actions/publish-report.ts';
import { type Edition, editionInput, QUARTERS, queryOf, titleOf } from '../edition.ts';
import { PublicationNote } from './publication-note.tsx';
import { currentYear, shownVoice, type ShownVoice } from '../queries/report.ts';

/** `/voice` leads to this year. */
export const lastVoicePage = definePage({
  path: '/voice',
  may: 'anyone',
  shell: 'resident',
  get: (request) => Promise.resolve(redirect(`/voice/${currentYear(request.now)}`)),
});

/** `/voice/2021`, `/voice/2021?quarter=2`, and the same as `.xlsx`, `.csv`, `.pdf`. */
export const voicePage = definePage({
  path: '/voice/:edition',
  may: 'anyone',
  shell: 'resident',
  cacheSeconds: 30,
  get: async (request, form) => {
    const { edition, format } = editionOf(request);
    const shown = await request.ask(shownVoice, edition);
    const title = titleOf(edition, request);
    if (format === null)
      return view(title, <VoiceReport shown={shown} request={request} paper={false} form={form} />);
    const bytes = await reportBytes(shown.report, title, format, request);
    return { kind: 'download', name: `${title}.${format}`, type: CONTENT_TYPES[format], bytes };
  },
  post: async (request) => {
    const { edition } = editionOf(request);
    const [after, reason] = [request.field('after'), request.field('reason')];
    await request.run(publishReport, { ...edition, after, reason });
    return redirect(`/voice/${edition.year}${queryOf(edition)}`, 'voice-report:publication.done');
  },
});

/** The report on bare paper, all lists open. */
export const voicePrintPage = definePage({
  path: '/voice/:edition/print',
  may: 'anyone',
  shell: 'print',
  cacheSeconds: 30,
  get: async (request) => {
    const { edition } = editionOf(request);
    const shown = await request.ask(shownVoice, edition);
    return view(titleOf(edition, request), <VoiceReport shown={shown} request={request} paper />);
  },
});

/** What the address asks for. @throws Refusal 404 where there is no such report. */
export function editionOf({ params, query }: PageRequest): {
  readonly edition: Edition;
  readonly format: ReportFormat | null;
} {
  const [, year, format] = /^(\d{4})(?:\.(xlsx|csv|pdf))?$/.exec(params['edition'] ?? '') ?? [];
  const quarter = query['quarter'] ?? '';
  const edition = editionInput.safeParse({ year, ...(quarter === '' ? {} : { quarter }) });
  if (!edition.success) throw notFound('voice-report:refusals.noSuchReport');
  return {
    edition: edition.data,
    format: format === 'xlsx' || format === 'csv' || format === 'pdf' ? format : null,
  };
}

/** Blocks whose totals do not stand at the head. */
export const NOT_AT_HEAD = ['authors', 'answered', 'requests-in-term', 'done'];

interface Props {
  readonly shown: ShownVoice;
  readonly request: PageRequest;
  readonly paper: boolean;
  readonly form?: FormState | undefined;
}

function VoiceReport({ shown, request, paper, form }: Props) {
  const { t } = request;
  const { report, edition, published } = shown;
  const path = `/voice/${edition.year}`;
  return (
    <>
      <h1>{titleOf(edition, request)}</h1>
      <p class="lead">{t(paper ? 'voice-report:leadPaper' : 'voice-report:lead')}</p>
      {paper ? null : <Periods edition={edition} request={request} />}
      <PublicationNote shown={shown} request={request} form={form} paper={paper} />
      <ReportBody
        report={report}
        request={request}
        path={path}
        query={queryOf(edition)}
        paper={paper}
        notAtHead={NOT_AT_HEAD}
        {...(published === undefined
          ? {}
          : { correctionOf: (figure, cell) => findCorrection(figure, cell, published) })}
      >
        {paper ? null : (
          <p class="buttons">
            <LinkButton look="plain" href={`${path}/form${queryOf(edition)}`}>
              {t('voice-report:form.open')}
            </LinkButton>
          </p>
        )}
      </ReportBody>
      <p class="figure-note">{sourceLine(report, request)}</p>
      <p class="figure-note">{t('voice-report:rowsWhere')}</p>
    </>
  );
}

/** The year, its quarters, the years beside it. */
export function Periods({
  edition,
  request,
  end = '',
}: {
  edition: Edition;
  request: PageRequest;
  end?: string;
}) {
  const { t, now } = request;
  const { year } = edition;
  const address = (one: Edition) => `/voice/${one.year}${end}${queryOf(one)}`;
  const years = [year - 1, year, year + 1].filter((one) => one <= currentYear(now));
  const editions: readonly Edition[] = [
    ...years.map((one) => ({ year: one })),
    ...QUARTERS.map((quarter) => ({ year, quarter })),
  ];
  const nameOf = (one: Edition) =>
    one.quarter === undefined ? one.year : t(`voice-report:quarters.${one.quarter}`);
  const isShown = (one: Edition) => one.year === year && one.quarter === edition.quarter;
  return (
    <nav aria-label={t('voice-report:periods')}>
      <p>
        {editions.map((one, index) => (
          <>
            {index === 0 ? '' : ' · '}
            {isShown(one) ? (
              <strong aria-current="page">{nameOf(one)}</strong>
            ) : (
              <a href={address(one)}>{nameOf(one)}</a>
            )}
          </>
        ))}
      </p>
    </nav>
  );
}
