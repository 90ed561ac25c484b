import { formatNumber } from '../../i18n/format-number.ts';
import { usePage, useT } from '../page-context.tsx';
import { percent } from './chart-scale.ts';
import type { Sector } from './tags.tsx';

export interface Bar {
  readonly label: string;
  readonly value: number;
  /** The year before, drawn in grey under it. */
  readonly before?: number | null;
  /** The rows it was counted from. */
  readonly href?: string;
  readonly sector?: Sector;
}

export interface BarChartProps {
  readonly title: string;
  readonly bars: readonly Bar[];
  /** Names of the two years, shown when any bar has `before`. */
  readonly names?: { readonly now: string; readonly before: string };
  /** A value in words; whole numbers by default. */
  format?(value: number): string;
}

/**
 * Bars from zero with the number at each. It is a table with a drawn column, so a screen reader
 * and a printout have every number.
 */
export function BarChart(props: BarChartProps) {
  const { locale } = usePage();
  const format = props.format ?? ((value: number) => formatNumber(value, locale));
  const names = props.bars.some(({ before }) => before !== undefined && before !== null)
    ? props.names
    : undefined;
  const greatest = Math.max(0, ...props.bars.flatMap((bar) => [bar.value, bar.before ?? 0]));
  return (
    <figure class="chart">
      <figcaption class="chart-title">{props.title}</figcaption>
      {names === undefined ? null : <Legend {...names} />}
      <table class="bars" aria-label={props.title}>
        {names === undefined ? null : <Head {...names} />}
        <tbody>
          {props.bars.map((bar) => (
            <tr key={bar.label}>
              <th scope="row">{bar.label}</th>
              <Plot bar={bar} greatest={greatest} doubled={names !== undefined} />
              <td class="bars-value">
                {bar.href === undefined ? format(bar.value) : <a href={bar.href}>{format(bar.value)}</a>}
              </td>
              {names === undefined ? null : (
                <td class="bars-was">
                  {bar.before === undefined || bar.before === null ? '' : format(bar.before)}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}

export function Legend({ now, before }: { now: string; before: string }) {
  return (
    <p class="chart-legend" aria-hidden="true">
      <span>{now}</span>
      <span class="was">{before}</span>
    </p>
  );
}

function Head({ now, before }: { now: string; before: string }) {
  const t = useT();
  return (
    <thead class="unseen">
      <tr>
        <th scope="col">{t('page:chart.name')}</th>
        <th scope="col" aria-hidden="true">
          {t('page:chart.drawing')}
        </th>
        <th scope="col">{now}</th>
        <th scope="col">{before}</th>
      </tr>
    </thead>
  );
}

function Plot({ bar, greatest, doubled }: { bar: Bar; greatest: number; doubled: boolean }) {
  return (
    <td class="bars-plot" aria-hidden="true">
      <svg data-sector={bar.sector} focusable="false">
        <rect
          class="bar"
          x="0"
          y={doubled ? '4%' : '14%'}
          width={percent(bar.value, greatest)}
          height={doubled ? '56%' : '72%'}
        />
        {bar.before === undefined || bar.before === null ? null : (
          <rect class="bar-was" x="0" y="66%" width={percent(bar.before, greatest)} height="26%" />
        )}
        <line class="bar-zero" x1="0" x2="0" y1="-5%" y2="105%" />
      </svg>
    </td>
  );
}
