import { hasRole } from '../../../kernel/actions/actor.ts';
import { formatDate, formatDateTime, kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import { rowsPath } from '../../../kernel/figures/figure-question.ts';
import { SyntheticNote } from '../../../kernel/figures/pages/synthetic-note.tsx';
import { tellSample } from '../../../kernel/figures/tell-figure.ts';
import { Button, LinkButton } from '../../../kernel/page/components/button.tsx';
import { FigureNumber, FigureRow } from '../../../kernel/page/components/figure-number.tsx';
import { Form } from '../../../kernel/page/components/form.tsx';
import { Notice } from '../../../kernel/page/components/notice.tsx';
import type { PageRequest } from '../../../kernel/page/define-page.ts';
import type { Publication } from '../publication-store.ts';
import type { ShownReport } from '../queries/report.ts';
import { countCorrections } from '../corrections.ts';
import type { Report, ReportBlock } from '../report.ts';
import { sourceLine, title } from '../report-export.ts';
import { blockTitle, columnNames, partTitle, tellChange, tellValueOf } from '../tell-report.ts';
import { PartView } from './part-view.tsx';

interface Props {
  readonly shown: ShownReport;
  readonly request: PageRequest;
  /** On paper: no contents, no buttons, all lists open. */
  readonly paper: boolean;
}

export function ReportView({ shown, request, paper }: Props) {
  const { t } = request;
  const { report, publication } = shown;
  return (
    <>
      <h1>{title(report, request)}</h1>
      <p class="lead">{t(paper ? 'centre-report:leadPaper' : 'centre-report:lead')}</p>
      <PublicationNote report={report} publication={publication} request={request} />
      <Headline report={report} request={request} />
      {paper ? null : <Downloads year={report.year} request={request} />}
      {paper ? null : <Contents report={report} request={request} />}
      {report.blocks.map((block, index) => (
        <BlockView key={block.name} block={block} number={index + 1} {...{ shown, request, paper }} />
      ))}
      <p class="figure-note">{sourceLine(report, request)}</p>
      <p class="figure-note">{t('centre-report:rowsWhere')}</p>
      {paper ? null : <Years year={report.year} request={request} />}
    </>
  );
}

function Headline({ report, request }: { report: Report; request: PageRequest }) {
  return (
    <FigureRow>
      {report.blocks
        .filter(({ name }) => name !== 'waiting')
        .map((block) => {
          const { figure, total } = block;
          return (
            <FigureNumber
              key={block.name}
              name={blockTitle(block, request)}
              value={tellValueOf(figure, total.now, request)}
              {...(total.now.suppressed ? {} : { href: rowsPath(figure.id, block.period) })}
              {...headlineNote(block, request)}
            />
          );
        })}
    </FigureRow>
  );
}

/** Growth is told where there is something to grow from. */
function headlineNote(block: ReportBlock, request: PageRequest): { readonly note?: string } {
  const change = tellChange(block, block.total, request);
  if (change === '–') return {};
  return {
    note: `${change} (${columnNames(block, request).before}: ${tellValueOf(block.figure, block.total.before, request)})`,
  };
}

function Downloads({ year, request: { t } }: { year: number; request: PageRequest }) {
  return (
    <p class="buttons">
      <LinkButton look="plain" href={`/report/${year}.pdf`}>
        {t('registers:pdf')}
      </LinkButton>
      <LinkButton look="plain" href={`/report/${year}.xlsx`}>
        {t('registers:xlsx')}
      </LinkButton>
      <LinkButton look="plain" href={`/report/${year}.csv`}>
        {t('registers:csv')}
      </LinkButton>
      <LinkButton look="quiet" href={`/report/${year}/print`}>
        {t('centre-report:print')}
      </LinkButton>
    </p>
  );
}

function Contents({ report, request }: { report: Report; request: PageRequest }) {
  return (
    <nav aria-label={request.t('centre-report:contents')}>
      <h2>{request.t('centre-report:contents')}</h2>
      <ol>
        {report.blocks.map((block) => (
          <li key={block.name}>
            <a href={`#${block.name}`}>{blockTitle(block, request)}</a>
            {block.parts.length < 2 ? null : (
              <>
                {': '}
                {block.parts.map((part, index) => (
                  <>
                    {index === 0 ? '' : ', '}
                    <a href={`#${block.name}-${part.plan.by}`}>
                      {partTitle(part, block, request).toLocaleLowerCase(request.locale)}
                    </a>
                  </>
                ))}
              </>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}

function BlockView({ block, number, shown, request, paper }: Props & { block: ReportBlock; number: number }) {
  const { t, locale } = request;
  const { figure, total, period } = block;
  const sample = tellSample(figure, total.now, locale, t);
  return (
    <section id={block.name}>
      <h2>
        {number}. {blockTitle(block, request)}
      </h2>
      <FigureNumber
        name={figure.measure.kind === 'share' ? '' : figure.unit[locale]}
        value={tellValueOf(figure, total.now, request)}
        definition={figure.definition[locale]}
        {...(total.now.suppressed ? {} : { href: rowsPath(figure.id, period) })}
        note={
          <>
            {sample}
            <SyntheticNote synthetic={total.now.synthetic} />
          </>
        }
      />
      {block.parts.map((part, index) => (
        <PartView
          key={part.plan.by}
          part={part}
          block={block}
          number={`${number}.${index + 1}`}
          publication={shown.publication}
          teller={request}
          paper={paper}
        />
      ))}
      {figure.suppressBelow === 0 ? null : (
        <p class="figure-note">{t('figures:hiddenWhy', { below: figure.suppressBelow })}</p>
      )}
      {paper ? null : (
        <p>
          <a href={`/figures/${figure.id}?from=${period.from}&to=${period.to}`}>
            {t('centre-report:openFigure')}
          </a>
        </p>
      )}
    </section>
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
    const isOver = Number(kyivDate(request.now).slice(0, 4)) > report.year;
    return (
      <>
        <p class="figure-note">
          {t(isOver ? 'centre-report:publication.notYet' : 'centre-report:publication.running', {
            moment: formatDateTime(report.countedAt, locale),
          })}
        </p>
        {isOver && hasRole(request.actor, 'head') ? (
          <Form action={`/report/${report.year}`}>
            <Button>{t('centre-report:publication.publish')}</Button>
          </Form>
        ) : null}
      </>
    );
  }
  const count = countCorrections(report, publication);
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
