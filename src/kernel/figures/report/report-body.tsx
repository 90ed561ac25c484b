import type { ComponentChildren } from 'preact';
import { LinkButton } from '../../page/components/button.tsx';
import { FigureNumber, FigureRow } from '../../page/components/figure-number.tsx';
import type { PageRequest } from '../../page/define-page.ts';
import { rowsPath } from '../figure-question.ts';
import { SyntheticNote } from '../pages/synthetic-note.tsx';
import { tellSample } from '../tell-figure.ts';
import { type CorrectionOf, PartView } from './part-view.tsx';
import type { Report, ReportBlock } from './report.ts';
import { blockTitle, columnNames, partTitle, tellChange, tellValueOf } from './tell-report.ts';

interface Props {
  readonly report: Report;
  readonly request: PageRequest;
  /** Address without the format: `/report/2020`. */
  readonly path: string;
  /** `?quarter=2`, where the report is of less than a year. */
  readonly query?: string;
  /** On paper: no contents, no buttons, all lists open. */
  readonly paper: boolean;
  /** Names of blocks whose totals do not stand at the head. */
  readonly notAtHead?: readonly string[];
  readonly correctionOf?: CorrectionOf;
  /** Stands after the contents. */
  readonly children?: ComponentChildren;
}

/** Numbers at the head, downloads, contents and the blocks with their tables; every number opens. */
export function ReportBody({
  report,
  request,
  path,
  query = '',
  paper,
  notAtHead = [],
  correctionOf,
  children,
}: Props) {
  return (
    <>
      <Headline blocks={report.blocks.filter(({ name }) => !notAtHead.includes(name))} request={request} />
      {paper ? null : <Downloads path={path} query={query} request={request} />}
      {paper ? null : <Contents report={report} request={request} />}
      {children}
      {report.blocks.map((block, index) => (
        <BlockView key={block.name} block={block} number={index + 1} {...{ request, paper, correctionOf }} />
      ))}
    </>
  );
}

function Headline({ blocks, request }: { blocks: readonly ReportBlock[]; request: PageRequest }) {
  return (
    <FigureRow>
      {blocks.map((block) => {
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

function Downloads({ path, query, request: { t } }: { path: string; query: string; request: PageRequest }) {
  return (
    <p class="buttons">
      <LinkButton look="plain" href={`${path}.pdf${query}`}>
        {t('registers:pdf')}
      </LinkButton>
      <LinkButton look="plain" href={`${path}.xlsx${query}`}>
        {t('registers:xlsx')}
      </LinkButton>
      <LinkButton look="plain" href={`${path}.csv${query}`}>
        {t('registers:csv')}
      </LinkButton>
      <LinkButton look="quiet" href={`${path}/print${query}`}>
        {t('figures:report.print')}
      </LinkButton>
    </p>
  );
}

function Contents({ report, request }: { report: Report; request: PageRequest }) {
  return (
    <nav aria-label={request.t('figures:report.contents')}>
      <h2>{request.t('figures:report.contents')}</h2>
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

interface BlockProps {
  readonly block: ReportBlock;
  readonly number: number;
  readonly request: PageRequest;
  readonly paper: boolean;
  readonly correctionOf: CorrectionOf | undefined;
}

function BlockView({ block, number, request, paper, correctionOf }: BlockProps) {
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
          {...(correctionOf === undefined ? {} : { correctionOf })}
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
            {t('figures:report.openFigure')}
          </a>
        </p>
      )}
    </section>
  );
}
