import { hasRole } from '../../../kernel/actions/actor.ts';
import { formatDate, formatDateTime, kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import { Button } from '../../../kernel/page/components/button.tsx';
import { Form } from '../../../kernel/page/components/form.tsx';
import { Notice } from '../../../kernel/page/components/notice.tsx';
import type { PageRequest } from '../../../kernel/page/define-page.ts';
import type { Publication } from '../publication-store.ts';
import type { ShownReport } from '../queries/report.ts';
import { countCorrections, findCorrection } from '../../../kernel/figures/report/corrections.ts';
import { ReportBody } from '../../../kernel/figures/report/report-body.tsx';
import type { Report } from '../../../kernel/figures/report/report.ts';
import { title, yearOf } from '../report-title.ts';
import { sourceLine } from '../../../kernel/figures/report/report-export.ts';

interface Props {
  readonly shown: ShownReport;
  readonly request: PageRequest;
  /** On paper: no contents, no buttons, all lists open. */
  readonly paper: boolean;
}

export function ReportView({ shown, request, paper }: Props) {
  const { t } = request;
  const { report, publication } = shown;
  const year = yearOf(report);
  return (
    <>
      <h1>{title(report, request)}</h1>
      <p class="lead">{t(paper ? 'centre-report:leadPaper' : 'centre-report:lead')}</p>
      <PublicationNote report={report} publication={publication} request={request} />
      <ReportBody
        report={report}
        request={request}
        path={`/report/${year}`}
        paper={paper}
        notAtHead={['waiting', 'complex-parts', 'complex-kept']}
        {...(publication === undefined
          ? {}
          : { correctionOf: (figure, cell) => findCorrection(figure, cell, publication.cell_values) })}
      />
      <p class="figure-note">{sourceLine(report, request)}</p>
      <p class="figure-note">{t('centre-report:rowsWhere')}</p>
      {paper ? null : <Years year={year} request={request} />}
    </>
  );
}

/** Whether the report is published, since when, and how much was corrected after. */
function PublicationNote(props: {
  report: Report;
  publication: Publication | undefined;
  request: PageRequest;
}) {
  const { report, publication, request } = props;
  const { t, locale } = request;
  if (publication === undefined) {
    const year = yearOf(report);
    const isOver = Number(kyivDate(request.now).slice(0, 4)) > year;
    return (
      <>
        <p class="figure-note">
          {t(isOver ? 'centre-report:publication.notYet' : 'centre-report:publication.running', {
            moment: formatDateTime(report.countedAt, locale),
          })}
        </p>
        {isOver && hasRole(request.actor, 'head') ? (
          <Form action={`/report/${year}`}>
            <Button>{t('centre-report:publication.publish')}</Button>
          </Form>
        ) : null}
      </>
    );
  }
  const count = countCorrections(report, publication.cell_values);
  return (
    <Notice>
      <p>{t('centre-report:publication.published', { day: formatDate(publication.published_at, locale) })}</p>
      <p>
        {count === 0
          ? t('centre-report:publication.unchanged')
          : t('centre-report:publication.corrected', { count })}
      </p>
    </Notice>
  );
}

function Years({ year, request }: { year: number; request: PageRequest }) {
  const thisYear = Number(kyivDate(request.now).slice(0, 4));
  return (
    <p>
      <a href={`/report/${year - 1}`}>← {year - 1}</a>
      {year < thisYear ? (
        <>
          {' · '}
          <a href={`/report/${year + 1}`}>{year + 1} →</a>
        </>
      ) : null}
    </p>
  );
}
