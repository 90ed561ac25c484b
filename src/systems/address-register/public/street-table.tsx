import { formatDate } from '../../../kernel/calendar/kyiv-time.ts';
import { SelectField } from '../../../kernel/page/components/choice-field.tsx';
import { CheckboxField } from '../../../kernel/page/components/choice-field.tsx';
import { DataTable } from '../../../kernel/page/components/data-table.tsx';
import { FilterBar, Pagination } from '../../../kernel/page/components/navigation.tsx';
import { TextField } from '../../../kernel/page/components/text-field.tsx';
import type { PageRequest } from '../../../kernel/page/define-page.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';
import { countOf } from '../../../kernel/page/read-address.ts';
import { KIND_WORDS, STREET_KINDS, streetLine } from '../address.ts';
import { SORTS, type StreetLine } from '../queries/list-streets.ts';
import { formerWords } from './street-words.ts';

export const PAGE = 50;

/** What the address of the page asks of the list. */
export function askedStreets({ query }: PageRequest) {
  const kind = STREET_KINDS.find((one) => one === query['kind']);
  return {
    words: query['words']?.slice(0, 200) ?? '',
    renamed: query['renamed'] === 'on',
    sort: SORTS.find((one) => one === query['sort']) ?? ('name' as const),
    offset: Math.min(100_000, countOf(query['after'])),
    ...(kind === undefined ? {} : { kind }),
  };
}

interface Props {
  readonly asked: ReturnType<typeof askedStreets>;
  readonly streets: readonly StreetLine[];
  readonly count: number;
  /** Where a street is opened: `/addresses` or `/desk/addresses`. */
  readonly base: string;
}

/** Search, filters and the list of streets with their former names. */
export function StreetTable({ asked, streets, count, base }: Props) {
  const { t, locale } = usePage();
  const isFiltered = asked.words !== '' || asked.kind !== undefined || asked.renamed;
  const next = asked.offset + PAGE;
  return (
    <>
      <FilterBar found={count} clearPath={isFiltered ? base : undefined}>
        <TextField
          name="words"
          type="search"
          label={t('address-register:list.words')}
          value={asked.words}
          width={20}
        />
        <SelectField
          name="kind"
          label={t('address-register:fields.kind')}
          empty={t('address-register:list.anyKind')}
          value={asked.kind ?? ''}
          options={STREET_KINDS.map((kind) => ({ value: kind, label: KIND_WORDS[kind].full }))}
        />
        <CheckboxField name="renamed" label={t('address-register:list.renamed')} checked={asked.renamed} />
      </FilterBar>
      <DataTable
        caption={t('address-register:list.title')}
        captionHidden
        rows={streets}
        keyOf={({ id }) => id}
        sort={asked.sort}
        empty={t('address-register:list.nothing')}
        columns={[
          {
            key: 'name',
            title: t('address-register:list.street'),
            heading: true,
            sortable: true,
            cell: (street) => <a href={`${base}/${street.id}`}>{streetLine(street)}</a>,
          },
          {
            key: 'former',
            title: t('address-register:list.former'),
            cell: (street) => formerWords(street, t, locale) || '–',
          },
          {
            key: 'since',
            title: t('address-register:list.since'),
            narrow: true,
            sortable: true,
            cell: ({ since }) => (since === null ? '–' : formatDate(since, locale)),
          },
          {
            key: 'houses',
            title: t('address-register:list.houses'),
            numeric: true,
            sortable: true,
            cell: ({ houses }) => houses,
          },
        ]}
      />
      <Pagination first={asked.offset === 0} next={next < count ? String(next) : undefined} />
    </>
  );
}
