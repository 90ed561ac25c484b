import { LinkButton } from '../../../kernel/page/components/button.tsx';
import { SelectField } from '../../../kernel/page/components/choice-field.tsx';
import { type Column, DataTable } from '../../../kernel/page/components/data-table.tsx';
import { FilterBar, Pagination } from '../../../kernel/page/components/navigation.tsx';
import { SectorTag } from '../../../kernel/page/components/tags.tsx';
import { SearchField } from '../../../kernel/page/components/text-field.tsx';
import { definePage, view } from '../../../kernel/page/define-page.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';
import { formatDate } from '../../../kernel/calendar/kyiv-time.ts';
import { type Asked, askedOf } from '../public/services-page.tsx';
import type { ListedService } from '../public/service-list.tsx';
import { searchServicesQuery } from '../queries/search-services.ts';
import { SECTORS } from '../service.ts';
import { priceWords, termWords } from '../service-words.ts';

const PAGE_SIZE = 100;

export const cataloguePage = definePage({
  path: '/desk/catalogue',
  may: ['head', 'it'],
  shell: 'staff',
  get: async (request) => {
    const asked = askedOf(request);
    const { services, total } = await request.ask(searchServicesQuery, asked);
    const sort = request.query['sort'];
    const skip = /^\d{1,4}$/.test(request.query['after'] ?? '') ? Number(request.query['after']) : 0;
    const sorted = sortServices(services, sort);
    return view(
      request.t('service-catalogue:desk.title'),
      <Catalogue asked={asked} services={sorted} total={total} sort={sort} skip={skip} />,
    );
  },
});

const SORTS: Readonly<Record<string, (service: ListedService) => string | number>> = {
  code: ({ code }) => code,
  name: ({ name }) => name,
  sector: ({ sector }) => sector,
  minutes: ({ averageMinutes }) => averageMinutes,
  price: ({ price }) => Number(price ?? -1),
  validFrom: ({ validFrom }) => validFrom,
  card: ({ hasCard }) => (hasCard ? 0 : 1),
};

const collator = new Intl.Collator('uk');

function sortServices(
  services: readonly ListedService[],
  sort: string | undefined,
): readonly ListedService[] {
  const key = SORTS[sort?.replace(/^-/, '') ?? ''];
  if (key === undefined) return services;
  const sign = sort?.startsWith('-') ? -1 : 1;
  return services.toSorted((a, b) => {
    const [left, right] = [key(a), key(b)];
    if (typeof left === 'number' && typeof right === 'number') return sign * (left - right);
    return sign * collator.compare(String(left), String(right));
  });
}

interface CatalogueProps {
  readonly asked: Asked;
  readonly services: readonly ListedService[];
  readonly total: number;
  readonly sort: string | undefined;
  readonly skip: number;
}

function Catalogue({ asked, services, total, sort, skip }: CatalogueProps) {
  const { t } = usePage();
  const isNarrowed = asked.words !== '' || asked.sector !== undefined;
  const shown = services.slice(skip, skip + PAGE_SIZE);
  return (
    <>
      <h1>{t('service-catalogue:desk.title')}</h1>
      <p class="soft">{t('service-catalogue:desk.lead')}</p>
      <p class="desk-deeds">
        <LinkButton look="plain" href="/desk/catalogue/new">
          {t('service-catalogue:desk.new')}
        </LinkButton>
        <LinkButton look="plain" href="/desk/catalogue/import">
          {t('service-catalogue:desk.import')}
        </LinkButton>
        <LinkButton look="plain" href="/desk/services/contradictions">
          {t('service-catalogue:contradictionsPage.title')}
        </LinkButton>
        <span>
          {t('service-catalogue:desk.export')}: <a href="/desk/catalogue.xlsx">XLSX</a> ·{' '}
          <a href="/desk/catalogue.csv">CSV</a>
        </span>
      </p>
      <FilterBar found={total} clearPath={isNarrowed ? '/desk/catalogue' : undefined}>
        <SearchField label={t('service-catalogue:desk.words')} value={asked.words} />
        <SelectField
          name="sector"
          label={t('service-catalogue:desk.sector')}
          empty={t('service-catalogue:desk.anySector')}
          value={asked.sector ?? ''}
          options={SECTORS.map((value) => ({ value, label: t(`page:sector.${value}.name`) }))}
        />
      </FilterBar>
      <DataTable
        caption={t('service-catalogue:desk.title')}
        captionHidden
        columns={useColumns()}
        rows={shown}
        keyOf={({ code }) => code}
        {...(sort === undefined ? {} : { sort })}
        empty={t('service-catalogue:desk.empty')}
      />
      <Pagination first={skip === 0} next={skip + PAGE_SIZE < total ? String(skip + PAGE_SIZE) : undefined} />
    </>
  );
}

function useColumns(): readonly Column<ListedService>[] {
  const { t, locale } = usePage();
  const title = (key: string) => t(`service-catalogue:desk.columns.${key}`);
  return [
    { key: 'code', title: title('code'), cell: ({ code }) => code, sortable: true, narrow: true },
    {
      key: 'name',
      title: title('name'),
      cell: ({ code, name }) => <a href={`/desk/catalogue/${code}/edit`}>{name}</a>,
      sortable: true,
      heading: true,
    },
    {
      key: 'sector',
      title: title('sector'),
      cell: ({ sector }) => <SectorTag sector={sector} short />,
      sortable: true,
      narrow: true,
    },
    {
      key: 'provider',
      title: title('provider'),
      cell: ({ providers }) => providers.map((one) => one.shortName).join(', '),
    },
    { key: 'term', title: title('term'), cell: ({ term }) => termWords(term, t), narrow: true },
    {
      key: 'price',
      title: title('price'),
      cell: ({ fee, price }) => priceWords(fee, price, t, locale),
      sortable: true,
      numeric: true,
    },
    {
      key: 'minutes',
      title: title('minutes'),
      cell: ({ averageMinutes }) => averageMinutes,
      sortable: true,
      numeric: true,
    },
    {
      key: 'validFrom',
      title: title('validFrom'),
      cell: ({ validFrom }) => formatDate(validFrom, locale),
      sortable: true,
      narrow: true,
    },
    {
      key: 'card',
      title: title('card'),
      cell: ({ hasCard }) => t(`service-catalogue:desk.${hasCard ? 'hasCard' : 'noCard'}`),
      sortable: true,
      narrow: true,
    },
  ];
}
