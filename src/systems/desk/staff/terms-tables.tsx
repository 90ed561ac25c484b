import type { z } from 'zod';
import type { ComponentChildren } from 'preact';
import { formatNumber } from '../../../kernel/i18n/format-number.ts';
import { type Column, DataTable } from '../../../kernel/page/components/data-table.tsx';
import { usePage } from '../../../kernel/page/page-context.tsx';
import type { controlOfTerms } from '../queries/control-of-terms.ts';
import { COUNTED, type Counted, type Counts, NO_UNIT } from '../terms.ts';
import { KindMark } from './kind-mark.tsx';

export type Control = z.output<(typeof controlOfTerms)['output']>;

export interface Asked {
  readonly kind?: string;
  readonly unit?: string;
}

interface Props {
  readonly control: Control;
  readonly asked: Asked;
  /** On paper numbers lead nowhere. */
  readonly paper?: boolean;
}

export function KindTable({ control: { kinds, total }, asked, paper }: Props) {
  const { t, locale } = usePage();
  return (
    <TermTable
      caption={t('desk:terms.byKind')}
      rows={kinds}
      keyOf={({ name }) => name}
      title={t('desk:columns.kind')}
      name={({ name, title, icon }) => {
        const mark = <KindMark icon={icon} title={title[locale]} />;
        return paper || asked.kind !== undefined ? (
          mark
        ) : (
          <a href={termsPath('', { ...asked, kind: name })}>{mark}</a>
        );
      }}
      askedOf={({ name }) => ({ ...asked, kind: name })}
      total={total}
      asked={asked}
      paper={paper}
    />
  );
}

export function UnitTable({ control: { units, total }, asked, paper }: Props) {
  const { t } = usePage();
  const nameOf = ({ code, name }: Control['units'][number]) =>
    code === NO_UNIT ? t('desk:terms.noUnit') : (name ?? code);
  return (
    <TermTable
      caption={t('desk:terms.byUnit')}
      rows={units}
      keyOf={({ code }) => code}
      title={t('desk:columns.unit')}
      name={(row) =>
        paper || asked.unit !== undefined ? (
          nameOf(row)
        ) : (
          <a href={termsPath('', { ...asked, unit: row.code })}>{nameOf(row)}</a>
        )
      }
      askedOf={({ code }) => ({ ...asked, unit: code })}
      total={total}
      asked={asked}
      paper={paper}
    />
  );
}

interface TableProps<Row> {
  readonly caption: string;
  readonly title: string;
  readonly rows: readonly Row[];
  keyOf(row: Row): string;
  name(row: Row): ComponentChildren;
  askedOf(row: Row): Asked;
  readonly total: Counts;
  readonly asked: Asked;
  readonly paper: boolean | undefined;
}

function TermTable<Row extends Counts>(props: TableProps<Row>) {
  const { t } = usePage();
  const { rows, total, asked, paper } = props;
  const counted = (name: Counted): Column<Row> => ({
    key: name,
    title: t(`desk:marks.${name}`),
    numeric: true,
    cell: (row) => (
      <RowsBehind count={row[name]} mark={name} asked={paper ? undefined : props.askedOf(row)} />
    ),
  });
  return (
    <DataTable
      caption={props.caption}
      captionHidden
      rows={rows}
      keyOf={(row) => props.keyOf(row)}
      empty={t('desk:terms.nothing')}
      mark={({ overdue }) => (overdue > 0 ? 'late' : undefined)}
      columns={[
        { key: 'name', title: props.title, heading: true, cell: (row) => props.name(row) },
        ...COUNTED.map(counted),
      ]}
      totals={[
        t('desk:terms.total'),
        ...COUNTED.map((name) => (
          <RowsBehind key={name} count={total[name]} mark={name} asked={paper ? undefined : asked} />
        )),
      ]}
    />
  );
}

/** A number that opens into its rows; nought has none. */
function RowsBehind({ count, mark, asked }: { count: number; mark: Counted; asked: Asked | undefined }) {
  const { locale } = usePage();
  const shown = formatNumber(count, locale);
  if (asked === undefined || count === 0) return <>{shown}</>;
  return <a href={termsPath('/cases', asked, mark)}>{shown}</a>;
}

export function termsPath(under: '' | '/cases' | '/print', asked: Asked, mark: Counted = 'open'): string {
  const query = new URLSearchParams({ ...asked, ...(mark === 'open' ? {} : { mark }) }).toString();
  return `/desk/terms${under}${query === '' ? '' : `?${query}`}`;
}
