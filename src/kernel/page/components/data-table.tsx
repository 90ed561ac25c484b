// Displayed as cards on a phone, a table keeps its meaning for some screen readers by explicit roles alone.
/* oxlint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-interactive-element-to-noninteractive-role */
import type { ComponentChildren } from 'preact';
import { changeQuery, usePage } from '../page-context.tsx';
import { EmptyState } from './empty-state.tsx';

export interface Column<Row> {
  /** Name in `?sort=`. */
  readonly key: string;
  readonly title: string;
  cell(row: Row): ComponentChildren;
  /** Right-aligned, tabular figures. */
  readonly numeric?: boolean;
  readonly sortable?: boolean;
  /** The cell that names the row. */
  readonly heading?: boolean;
  /** The narrowest the words allow: dates, numbers, tags. */
  readonly narrow?: boolean;
}

export interface DataTableProps<Row> {
  /** What the table is; read first by a screen reader. */
  readonly caption: string;
  readonly captionHidden?: boolean;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  keyOf(row: Row): string;
  /** Gives every row an id (`<id>-<key>`), so that a live page keeps the rows apart. */
  readonly id?: string;
  /** The order the rows are in: `registered` or `-registered`. Links change it in `?sort=`. */
  readonly sort?: string;
  /** The last line: totals, one cell a column. */
  readonly totals?: readonly ComponentChildren[];
  readonly empty?: ComponentChildren;
  /** Draws the eye to a row: `late` red rule, `now` the highlighter. */
  mark?(row: Row): 'late' | 'now' | undefined;
}

export function DataTable<Row>(props: DataTableProps<Row>) {
  if (props.rows.length === 0 && props.empty !== undefined) {
    return typeof props.empty === 'string' ? <EmptyState>{props.empty}</EmptyState> : <>{props.empty}</>;
  }
  const stacks = isStacked(props);
  return (
    // On a phone it scrolls sideways, so the keyboard must reach it (WCAG 2.1.1).
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section class="table-frame" aria-label={props.caption} tabIndex={0}>
      <table class={stacks ? 'table stacked' : 'table'} role="table">
        <caption class={props.captionHidden ? 'unseen' : undefined}>{props.caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {props.columns.map((column) => (
              <HeadCell key={column.key} column={column} sort={props.sort} />
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {props.rows.map((row) => (
            <tr key={props.keyOf(row)} id={rowId(props, row)} data-mark={props.mark?.(row)} role="row">
              {props.columns.map((column) => (
                <BodyCell key={column.key} column={column} row={row} />
              ))}
            </tr>
          ))}
        </tbody>
        {props.totals === undefined ? null : (
          <tfoot>
            <tr>
              {props.totals.map((total, index) => (
                <td key={index} class={props.columns[index]?.numeric ? 'numeric' : undefined}>
                  {total}
                </td>
              ))}
            </tr>
          </tfoot>
        )}
      </table>
    </section>
  );
}

/** Lines that have a name and more to tell than a phone is wide; columns of figures stay beside each other. */
function isStacked<Row>({ columns, totals }: DataTableProps<Row>): boolean {
  const figures = columns.filter(({ numeric }) => numeric).length;
  const named = columns.some(({ heading }) => heading);
  return totals === undefined && named && columns.length > 3 && figures * 2 < columns.length;
}

function HeadCell<Row>({ column, sort }: { column: Column<Row>; sort: string | undefined }) {
  const { url } = usePage();
  const order = orderOf(column.key, sort);
  return (
    <th
      scope="col"
      role="columnheader"
      class={classOf(column)}
      aria-sort={column.sortable ? order : undefined}
    >
      {column.sortable ? (
        <a class="sort" href={changeQuery(url, { sort: nextSort(column, order), after: null })}>
          {column.title}
          <span class="sort-mark" aria-hidden="true">
            {order === 'ascending' ? '↑' : order === 'descending' ? '↓' : ''}
          </span>
        </a>
      ) : (
        column.title
      )}
    </th>
  );
}

function BodyCell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  return column.heading ? (
    <th scope="row" role="rowheader" class={classOf(column)}>
      {column.cell(row)}
    </th>
  ) : (
    <td role="cell" class={classOf(column)} data-title={column.title}>
      {column.cell(row)}
    </td>
  );
}

function rowId<Row>({ id, keyOf }: DataTableProps<Row>, row: Row): string | undefined {
  return id === undefined ? undefined : `${id}-${keyOf(row)}`;
}

function classOf<Row>(column: Column<Row>): string | undefined {
  if (column.numeric) return 'numeric';
  return column.narrow ? 'narrow' : undefined;
}

type Order = 'ascending' | 'descending' | 'none';

function orderOf(key: string, sort: string | undefined): Order {
  if (sort === key) return 'ascending';
  return sort === `-${key}` ? 'descending' : 'none';
}

/** Numbers are wanted from the greatest, words from the first letter. */
function nextSort<Row>({ key, numeric }: Column<Row>, order: Order): string {
  if (order === 'none') return numeric ? `-${key}` : key;
  return order === 'ascending' ? `-${key}` : key;
}
