import { formatNumber } from '../../i18n/format-number.ts';
import { usePage, useT } from '../page-context.tsx';
import { Legend } from './bar-chart.tsx';
import { linePath, niceTicks, percent } from './chart-scale.ts';

export interface LineChartProps {
  readonly title: string;
  /** Names under the points, as «січ», «лют». */
  readonly labels: readonly string[];
  /** One a label; `null` = nothing is known. */
  readonly values: readonly (number | null)[];
  /** The year before, in grey. */
  readonly before?: readonly (number | null)[];
  readonly names?: { readonly now: string; readonly before: string };
  format?(value: number): string;
}

/** How much of the drawing is left free above (labels of the greatest), below (names) in per cent. */
const TOP = 9;
const BOTTOM = 11;

/**
 * A line from zero. Words keep their size whatever the width, for only the line itself is
 * stretched; the numbers stand in a table under it.
 */
export function LineChart(props: LineChartProps) {
  const { locale, t } = usePage();
  const format = props.format ?? ((value: number) => formatNumber(value, locale));
  const known = [...props.values, ...(props.before ?? [])].filter((value) => value !== null);
  const ticks = niceTicks(Math.max(0, ...known));
  const greatest = ticks.at(-1) ?? 1;
  return (
    <figure class="chart">
      <figcaption class="chart-title">{props.title}</figcaption>
      {props.names === undefined || props.before === undefined ? null : <Legend {...props.names} />}
      <svg class="lines" role="img" aria-label={summary(props, format)}>
        <Rules ticks={ticks} format={format} />
        <svg x="4%" width="92%" y={`${TOP}%`} height={`${100 - TOP - BOTTOM}%`} overflow="visible">
          <svg viewBox="0 0 100 100" preserveAspectRatio="none" overflow="visible">
            {props.before === undefined ? null : (
              <path class="line-was" d={linePath(props.before, greatest)} />
            )}
            <path class="line" d={linePath(props.values, greatest)} />
          </svg>
          <Points values={props.values} greatest={greatest} format={format} />
        </svg>
        <Names labels={props.labels} />
      </svg>
      <details class="chart-table">
        <summary>{t('page:chart.table')}</summary>
        <Numbers {...props} format={format} />
      </details>
    </figure>
  );
}

interface Formatted {
  format(value: number): string;
}

/** Where a share of the greatest stands from the top of the whole drawing. */
function heightOf(value: number, greatest: number): string {
  return `${TOP + (100 - TOP - BOTTOM) * (1 - value / greatest)}%`;
}

function Rules({ ticks, format }: { ticks: readonly number[] } & Formatted) {
  const greatest = ticks.at(-1) ?? 1;
  return (
    <g>
      {ticks.map((tick) => {
        const y = heightOf(tick, greatest);
        return (
          <g key={tick}>
            <line
              class={tick === 0 ? 'line-rule line-rule-zero' : 'line-rule'}
              x1="0"
              x2="100%"
              y1={y}
              y2={y}
            />
            {tick === 0 ? null : (
              <text x="0" y={y} dy="-0.35em">
                {format(tick)}
              </text>
            )}
          </g>
        );
      })}
    </g>
  );
}

/** Dots everywhere; words only at the greatest, the least and the last: the rest is in the table. */
function Points(props: { values: readonly (number | null)[]; greatest: number } & Formatted) {
  const { values, greatest } = props;
  const named = labelled(values);
  return (
    <g>
      {values.map((value, index) => {
        if (value === null) return null;
        const x = percent(index, values.length - 1);
        const y = percent(greatest - value, greatest);
        return (
          <g key={index}>
            <circle class="line-dot" cx={x} cy={y} r="3.5" />
            {named.has(index) ? (
              <text
                class="line-label"
                x={x}
                y={y}
                dy={isLow(values, index) ? '1.6em' : '-0.75em'}
                text-anchor={index === values.length - 1 ? 'end' : 'middle'}
              >
                {props.format(value)}
              </text>
            ) : null}
          </g>
        );
      })}
    </g>
  );
}

/** In a hollow of the line the words stand under it. */
function isLow(values: readonly (number | null)[], index: number): boolean {
  const value = values[index] ?? 0;
  const neighbours = [values[index - 1], values[index + 1]].filter(
    (other) => other !== null && other !== undefined,
  );
  return neighbours.length > 0 && neighbours.every((other) => other > value);
}

function labelled(values: readonly (number | null)[]): ReadonlySet<number> {
  const known = values.flatMap((value, index) => (value === null ? [] : [{ value, index }]));
  const sorted = known.toSorted((one, other) => one.value - other.value);
  return new Set([sorted[0], sorted.at(-1), known.at(-1)].flatMap((point) => point?.index ?? []));
}

function Names({ labels }: { labels: readonly string[] }) {
  return (
    <svg class="line-names" x="4%" width="92%" y="0" height="100%" overflow="visible">
      {labels.map((label, index) => (
        <text key={label} x={percent(index, labels.length - 1)} y="98%" text-anchor="middle">
          {label}
        </text>
      ))}
    </svg>
  );
}

function Numbers(props: LineChartProps & Formatted) {
  return (
    <table class="table">
      <caption class="unseen">{props.title}</caption>
      <thead>
        <tr>
          <th scope="col">{useT()('page:chart.name')}</th>
          <th scope="col" class="numeric">
            {props.names?.now ?? props.title}
          </th>
          {props.before === undefined ? null : (
            <th scope="col" class="numeric">
              {props.names?.before}
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {props.labels.map((label, index) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <Value value={props.values[index]} format={props.format} />
            {props.before === undefined ? null : <Value value={props.before[index]} format={props.format} />}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Value({ value, format }: { value: number | null | undefined } & Formatted) {
  return <td class="numeric">{value === null || value === undefined ? '—' : format(value)}</td>;
}

/** «Заявники за місяцями: січ 8 120, лют 9 004, …». */
function summary(props: LineChartProps, format: (value: number) => string): string {
  const points = props.labels.map((label, index) => {
    const value = props.values[index];
    return `${label} ${value === null || value === undefined ? '—' : format(value)}`;
  });
  return `${props.title}: ${points.join(', ')}`;
}
