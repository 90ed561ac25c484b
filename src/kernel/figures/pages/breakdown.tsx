import { BarChart } from '../../page/components/bar-chart.tsx';
import { DataTable } from '../../page/components/data-table.tsx';
import type { Sector } from '../../page/components/tags.tsx';
import { Notice } from '../../page/components/notice.tsx';
import { usePage } from '../../page/page-context.tsx';
import { type ComparedReading, growthOf, monthBefore } from '../ask-figure.ts';
import type { Figure } from '../figure.ts';
import { rowsPath } from '../figure-question.ts';
import type { Cell } from '../read-figure.ts';
import { dimensionTitle, tellCell, tellCellName, tellGrowth, tellSample } from '../tell-figure.ts';
import { SyntheticTag } from './synthetic-note.tsx';

const MOST_BARS = 24;

/** The parts of a figure: bars of the greatest with last year in grey, and the table of all. */
export function Breakdown({ compared }: { compared: ComparedReading }) {
  const { t, locale } = usePage();
  const { now, before } = compared;
  const { figure, breakdown } = now;
  if (now.withheld) return <Notice>{t('figures:withheld')}</Notice>;
  if (breakdown.length === 0) return null;
  const names = Object.keys(breakdown[0]?.by ?? {}).filter((name) => !(name in now.where));
  const beforeOf = new Map(before.breakdown.map((cell) => [keyOf(cell), cell]));
  const wasOf = (cell: Cell): Cell | undefined => beforeOf.get(keyOf(cell, true));
  const title = t('figures:chart.by', {
    figure: figure.title[locale],
    dimension: names.map((name) => dimensionTitle(figure, name, locale)).join(' × '),
  });
  return (
    <>
      <Bars title={title} compared={compared} names={names} wasOf={wasOf} />
      <DataTable<Cell>
        caption={title}
        rows={breakdown}
        keyOf={(cell) => keyOf(cell)}
        columns={[
          {
            key: 'name',
            title: names.map((name) => dimensionTitle(figure, name, locale)).join(' · '),
            heading: true,
            cell: (cell) => tellCellName(cell, names, locale, t),
          },
          {
            key: 'value',
            title: t('figures:value'),
            numeric: true,
            cell: (cell) => <CellLink cell={cell} compared={compared} />,
          },
          {
            key: 'before',
            title: t('figures:before'),
            numeric: true,
            cell: (cell) => tellWas(figure, wasOf(cell)),
          },
          {
            key: 'growth',
            title: t('figures:growth'),
            numeric: true,
            cell: (cell) => tellGrowth(figure, growthOf(figure, cell, wasOf(cell)), locale),
          },
        ]}
        totals={[
          t('figures:total'),
          tellCell(figure, now.total, locale, t),
          tellCell(figure, before.total, locale, t),
          tellGrowth(figure, growthOf(figure, now.total, before.total), locale),
        ]}
      />
    </>
  );

  function tellWas(of: Figure, cell: Cell | undefined): string {
    return cell === undefined ? '–' : tellCell(of, cell, locale, t);
  }
}

function Bars(props: {
  title: string;
  compared: ComparedReading;
  names: readonly string[];
  wasOf(cell: Cell): Cell | undefined;
}) {
  const { t, locale } = usePage();
  const { now, before } = props.compared;
  const drawn = now.breakdown.filter(({ value }) => value !== null).slice(0, MOST_BARS);
  // Bars stand on zero: a balance that went below it is told by the table alone.
  const isBelow = (cell: Cell | undefined): boolean => (cell?.value ?? 0) < 0;
  if (drawn.length === 0 || drawn.some((cell) => isBelow(cell) || isBelow(props.wasOf(cell)))) return null;
  return (
    <>
      <BarChart
        title={props.title}
        names={{ now: yearOf(now.to), before: yearOf(before.to) }}
        format={(value) => tellCell(now.figure, { ...now.total, value, suppressed: false }, locale, t)}
        bars={drawn.map((cell) => {
          const sector = cell.by['sector'];
          return {
            label: tellCellName(cell, props.names, locale, t),
            value: cell.value ?? 0,
            before: props.wasOf(cell)?.value ?? null,
            href: cellPath(props.compared, cell),
            ...(props.names.length === 1 && isSector(sector) ? { sector } : {}),
          };
        })}
      />
      {drawn.length < now.breakdown.length ? (
        <p class="figure-note">
          {t('figures:chart.others', { shown: drawn.length, all: now.breakdown.length })}
        </p>
      ) : null}
    </>
  );
}

function CellLink({ cell, compared }: { cell: Cell; compared: ComparedReading }) {
  const { t, locale } = usePage();
  const { figure } = compared.now;
  const text = tellCell(figure, cell, locale, t);
  if (cell.suppressed) return <>{text}</>;
  return (
    <>
      <a href={cellPath(compared, cell)} title={tellSample(figure, cell, locale, t) ?? undefined}>
        {text}
      </a>
      {cell.synthetic === 'none' || compared.now.total.synthetic === 'all' ? null : (
        <>
          {' '}
          <SyntheticTag />
        </>
      )}
    </>
  );
}

function cellPath({ now }: ComparedReading, cell: Cell): string {
  return rowsPath(now.figure.id, { from: now.from, to: now.to, where: { ...now.where, ...cell.by } });
}

function yearOf(day: string): string {
  return day.slice(0, 4);
}

/** The same cell of the year before has the same codes, but for its month. */
function keyOf(cell: Cell, yearBefore = false): string {
  return Object.entries(cell.by)
    .map(
      ([name, code]) => `${name}=${name === 'month' && yearBefore && code !== '' ? monthBefore(code) : code}`,
    )
    .sort()
    .join('&');
}

function isSector(code: string | undefined): code is Sector {
  return code === 'registration' || code === 'social' || code === 'administrative';
}
