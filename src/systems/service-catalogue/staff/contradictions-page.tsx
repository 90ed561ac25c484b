import { SelectField } from '../../../kernel/page/components/choice-field.tsx';
import { type Column, DataTable } from '../../../kernel/page/components/data-table.tsx';
import { FilterBar } from '../../../kernel/page/components/navigation.tsx';
import { StatusTag } from '../../../kernel/page/components/tags.tsx';
import { SearchField } from '../../../kernel/page/components/text-field.tsx';
import { definePage, type Page, type PageRequest, view } from '../../../kernel/page/define-page.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';
import { listDownload, type ListFormat } from '../../../kernel/registers/list-download.ts';
import { type ContradictionKey, CONTRADICTIONS, type ContradictionLevel } from '../contradictions.ts';
import { type ContradictionLine, listContradictionsQuery } from '../queries/list-contradictions.ts';

const PATH = '/desk/services/contradictions';
const LEVELS: readonly ContradictionLevel[] = ['error', 'warning'];
const KEYS = Object.keys(CONTRADICTIONS) as ContradictionKey[];

function askedOf({ query }: PageRequest) {
  const words = query['words']?.trim().slice(0, 200) ?? '';
  const level = LEVELS.find((one) => one === query['level']);
  const key = KEYS.find((one) => one === query['key']);
  return {
    ...(words === '' ? {} : { words }),
    ...(level === undefined ? {} : { level }),
    ...(key === undefined ? {} : { key }),
  };
}
type Asked = ReturnType<typeof askedOf>;

/** Everything in the catalogue that cannot be true at once, each in one sentence. */
export const contradictionsPage = definePage({
  path: PATH,
  may: ['head', 'it', 'auditor'],
  shell: 'staff',
  get: async (request) => {
    const asked = askedOf(request);
    const { lines, services } = await request.ask(listContradictionsQuery, asked);
    const sort = request.query['sort'];
    return view(
      request.t('service-catalogue:contradictionsPage.title'),
      <Contradictions asked={asked} lines={sortLines(lines, sort)} services={services} sort={sort} />,
    );
  },
});

export const contradictionDownloads: readonly Page[] = (['xlsx', 'csv'] as const).map((format: ListFormat) =>
  definePage({
    path: `${PATH}.${format}`,
    may: ['head', 'it', 'auditor'],
    shell: 'staff',
    get: async (request) => {
      const { t } = request;
      const { lines } = await request.ask(listContradictionsQuery, askedOf(request));
      return listDownload<ContradictionLine>(
        [
          { title: t('service-catalogue:fields.code'), value: ({ code }) => code },
          { title: t('service-catalogue:fields.name'), value: ({ name }) => name, width: 50 },
          {
            title: t('service-catalogue:contradictionsPage.level'),
            value: ({ level }) => t(`service-catalogue:levels.${level}`),
          },
          {
            title: t('service-catalogue:contradictionsPage.what'),
            value: ({ key, params }) => t(`service-catalogue:contradictions.${key}`, params),
            width: 80,
          },
        ],
        lines,
        format,
        t('service-catalogue:contradictionsPage.file'),
      );
    },
  }),
);

const collator = new Intl.Collator('uk');

function sortLines(lines: readonly ContradictionLine[], sort: string | undefined) {
  const field = (['code', 'name', 'level'] as const).find((one) => one === sort?.replace(/^-/, ''));
  if (field === undefined) return lines;
  const sign = sort?.startsWith('-') ? -1 : 1;
  return lines.toSorted((a, b) => sign * collator.compare(a[field], b[field]));
}

interface Props {
  readonly asked: Asked;
  readonly lines: readonly ContradictionLine[];
  readonly services: number;
  readonly sort: string | undefined;
}

function Contradictions({ asked, lines, services, sort }: Props) {
  const { t, url } = usePage();
  const query = url.includes('?') ? url.slice(url.indexOf('?')) : '';
  return (
    <>
      <p>
        <a href="/desk/catalogue">← {t('service-catalogue:desk.backToList')}</a>
      </p>
      <h1>{t('service-catalogue:contradictionsPage.title')}</h1>
      <p class="soft">{t('service-catalogue:contradictionsPage.lead', { count: services })}</p>
      <p>
        <a href={`${PATH}.xlsx${query}`}>XLSX</a> · <a href={`${PATH}.csv${query}`}>CSV</a>
      </p>
      <FilterBar found={lines.length} clearPath={Object.keys(asked).length > 0 ? PATH : undefined}>
        <SearchField label={t('service-catalogue:desk.words')} value={asked.words ?? ''} />
        <SelectField
          name="level"
          label={t('service-catalogue:contradictionsPage.level')}
          empty={t('service-catalogue:contradictionsPage.any')}
          value={asked.level ?? ''}
          options={LEVELS.map((value) => ({ value, label: t(`service-catalogue:levels.${value}`) }))}
        />
        <SelectField
          name="key"
          label={t('service-catalogue:contradictionsPage.kind')}
          empty={t('service-catalogue:contradictionsPage.any')}
          value={asked.key ?? ''}
          options={KEYS.map((value) => ({
            value,
            label: t(`service-catalogue:contradictionKinds.${value}`),
          }))}
        />
      </FilterBar>
      <DataTable
        caption={t('service-catalogue:contradictionsPage.title')}
        captionHidden
        columns={useColumns()}
        rows={lines}
        keyOf={({ code, key, params }) => `${code} ${key} ${JSON.stringify(params)}`}
        {...(sort === undefined ? {} : { sort })}
        empty={t('service-catalogue:contradictionsPage.none')}
      />
    </>
  );
}

function useColumns(): readonly Column<ContradictionLine>[] {
  const { t } = usePage();
  return [
    {
      key: 'code',
      title: t('service-catalogue:fields.code'),
      cell: ({ code }) => <a href={`/desk/catalogue/${code}/edit`}>{code}</a>,
      sortable: true,
      narrow: true,
    },
    {
      key: 'name',
      title: t('service-catalogue:fields.name'),
      cell: ({ name }) => name,
      sortable: true,
      heading: true,
    },
    {
      key: 'level',
      title: t('service-catalogue:contradictionsPage.level'),
      cell: ({ level }) => (
        <StatusTag tone={level === 'error' ? 'waiting' : 'plain'}>
          {t(`service-catalogue:levels.${level}`)}
        </StatusTag>
      ),
      sortable: true,
      narrow: true,
    },
    {
      key: 'what',
      title: t('service-catalogue:contradictionsPage.what'),
      cell: ({ key, params }) => t(`service-catalogue:contradictions.${key}`, params),
    },
  ];
}
