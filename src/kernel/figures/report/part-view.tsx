import { rowsPath } from '../figure-question.ts';
import { SyntheticTag } from '../pages/synthetic-note.tsx';
import { monthName, tellSample, tellValue } from '../tell-figure.ts';
import { BarChart } from '../../page/components/bar-chart.tsx';
import { DataTable } from '../../page/components/data-table.tsx';
import { LineChart } from '../../page/components/line-chart.tsx';
import { Notice } from '../../page/components/notice.tsx';
import type { Sector } from '../../page/components/tags.tsx';
import type { Figure } from '../figure.ts';
import type { Cell } from '../read-figure.ts';
import type { ReportBlock, ReportLine, ReportPart } from './report.ts';
import {
  blockTitle,
  changeName,
  columnNames,
  partTitle,
  tellChange,
  tellLineName,
  type Teller,
  tellValueOf,
} from './tell-report.ts';

export type CorrectionOf = (figure: Figure, cell: Cell) => { readonly published: number | null } | undefined;

interface Props {
  readonly part: ReportPart;
  readonly block: ReportBlock;
  readonly number: string;
  /** What a cell was published with, where it is counted otherwise now. */
  readonly correctionOf?: CorrectionOf;
  readonly teller: Teller;
  readonly paper: boolean;
}

const MOST_BARS = 12;

/** One table of the report with its drawing; every number leads to its rows. */
export function PartView(props: Props) {
  const { part, block, number, teller } = props;
  return (
    <section id={`${block.name}-${part.plan.by}`}>
      <h3>
        {number}. {partTitle(part, block, teller)}
      </h3>
      {part.withheld ? <Notice>{teller.t('figures:withheld')}</Notice> : <Shown {...props} />}
    </section>
  );
}

function Shown(props: Props) {
  const { part, teller, paper } = props;
  const top = part.plan.top ?? Number.POSITIVE_INFINITY;
  const isLong = !paper && part.lines.length > top;
  return (
    <>
      <Drawing {...props} />
      <Table {...props} lines={isLong ? part.lines.slice(0, top) : part.lines} totals={!isLong} />
      {isLong ? (
        <details>
          <summary>{teller.t('figures:report.all', { count: part.lines.length })}</summary>
          <Table {...props} lines={part.lines} totals />
        </details>
      ) : null}
    </>
  );
}

function Drawing({ part, block, teller }: Props) {
  const { figure } = block;
  const title = `${blockTitle(block, teller)}: ${partTitle(part, block, teller).toLocaleLowerCase(teller.locale)}`;
  const names = columnNames(block, teller);
  const format = (value: number): string => tellValue(figure, value, teller.locale);
  if (part.plan.by === 'month') {
    if (part.lines.length < 2) return null;
    const months = monthsOf(block.period);
    const lines = months.map((month) => part.lines.find(({ now }) => now.by['month'] === month));
    const before = lines.map((line) => line?.before?.value ?? null);
    return (
      <LineChart
        title={title}
        labels={months.map((month) => monthName(Number(month.slice(5)), teller.locale, true))}
        values={lines.map((line) => line?.now.value ?? null)}
        {...(before.some((value) => value !== null) ? { before } : {})}
        names={names}
        format={format}
      />
    );
  }
  const drawn = part.lines.filter(({ now }) => now.value !== null).slice(0, MOST_BARS);
  if (drawn.length < 2) return null;
  return (
    <BarChart
      title={title}
      names={names}
      format={format}
      bars={drawn.map((line) => {
        const sector = line.now.by['sector'];
        return {
          label: tellLineName(line, part.plan.by, teller),
          value: line.now.value ?? 0,
          before: line.before?.value ?? null,
          href: pathOf(block, line),
          ...(isSector(sector) ? { sector } : {}),
        };
      })}
    />
  );
}

function Table({
  part,
  block,
  teller,
  correctionOf,
  lines,
  totals,
}: Props & { lines: readonly ReportLine[]; totals: boolean }) {
  const { t, locale } = teller;
  const { figure, total } = block;
  const names = columnNames(block, teller);
  const title = partTitle(part, block, teller);
  return (
    <DataTable<ReportLine>
      caption={`${blockTitle(block, teller)}: ${title}`}
      captionHidden
      rows={lines}
      keyOf={({ now }) => now.by[part.plan.by] ?? ''}
      columns={[
        { key: 'name', title, heading: true, cell: (line) => tellLineName(line, part.plan.by, teller) },
        {
          key: 'now',
          title: names.now,
          numeric: true,
          cell: (line) => <Value line={line} block={block} correctionOf={correctionOf} teller={teller} />,
        },
        {
          key: 'before',
          title: names.before,
          numeric: true,
          cell: ({ before }) => tellValueOf(figure, before, teller),
        },
        {
          key: 'change',
          title: changeName(block, teller),
          numeric: true,
          cell: (line) => tellChange(block, line, teller),
        },
        ...(figure.measure.kind === 'share'
          ? [
              {
                key: 'sample',
                title: t('figures:report.sheet.sample'),
                cell: ({ now }: ReportLine) => tellSample(figure, now, locale, t) ?? '',
              },
            ]
          : []),
      ]}
      {...(totals
        ? {
            totals: [
              t('figures:total'),
              tellValueOf(figure, total.now, teller),
              tellValueOf(figure, total.before, teller),
              tellChange(block, total, teller),
            ],
          }
        : {})}
      empty={t('figures:report.empty')}
    />
  );
}

/** A published number stays; where it is counted otherwise now, both stand, and the rows are today's. */
function Value(props: {
  line: ReportLine;
  block: ReportBlock;
  correctionOf: CorrectionOf | undefined;
  teller: Teller;
}) {
  const { line, block, correctionOf, teller } = props;
  const { figure } = block;
  const correction = correctionOf?.(figure, line.now);
  const text = tellValueOf(figure, line.now, teller);
  const now = line.now.suppressed ? <>{text}</> : <a href={pathOf(block, line)}>{text}</a>;
  return (
    <>
      {correction === undefined ? (
        now
      ) : (
        <>
          {tellValue(figure, correction.published, teller.locale)}{' '}
          <small>
            ({teller.t('figures:report.now')} {now})
          </small>
        </>
      )}
      {line.now.synthetic === 'none' || block.total.now.synthetic === 'all' ? null : (
        <>
          {' '}
          <SyntheticTag />
        </>
      )}
    </>
  );
}

/** `2020-01` … `2020-12` of a year; three of a quarter. */
function monthsOf({ from, to }: ReportBlock['period']): readonly string[] {
  const first = Number(from.slice(5, 7));
  const last = Number(to.slice(5, 7));
  return Array.from(
    { length: last - first + 1 },
    (_, index) => `${to.slice(0, 4)}-${String(first + index).padStart(2, '0')}`,
  );
}

function pathOf({ figure, period }: ReportBlock, { now }: ReportLine): string {
  return rowsPath(figure.id, { ...period, where: now.by });
}

function isSector(code: string | undefined): code is Sector {
  return code === 'registration' || code === 'social' || code === 'administrative';
}
