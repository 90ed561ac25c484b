import { Button, LinkButton } from '../../../kernel/page/components/button.tsx';
import { SelectField } from '../../../kernel/page/components/choice-field.tsx';
import { EmptyState } from '../../../kernel/page/components/empty-state.tsx';
import { Pagination, Tabs } from '../../../kernel/page/components/navigation.tsx';
import { HiddenField, TextField } from '../../../kernel/page/components/text-field.tsx';
import { definePage, type PageRequest, view } from '../../../kernel/page/define-page.ts';
import { changeQuery, usePage } from '../../../kernel/page/page-context.tsx';
import { browseServicesQuery } from '../queries/browse-services.ts';
import { SECTORS, type Sector } from '../service.ts';
import { type ListedService, ServiceList } from './service-list.tsx';

const PAGE_SIZE = 30;
const order = { uk: new Intl.Collator('uk'), en: new Intl.Collator('en') };

/** What was asked for, read from an address that anyone may have written. */
export interface Asked {
  readonly words: string;
  readonly sector: Sector | undefined;
  readonly lifeEvent: string | undefined;
  readonly provider: string | undefined;
}

export function askedOf({ query }: Pick<PageRequest, 'query'>): Asked {
  return {
    words: (query['words'] ?? '').trim().slice(0, 200),
    sector: SECTORS.find((sector) => sector === query['sector']),
    lifeEvent: query['lifeEvent']?.slice(0, 50) || undefined,
    provider: query['provider']?.slice(0, 100) || undefined,
  };
}

export const servicesPage = definePage({
  path: '/services',
  may: 'anyone',
  shell: 'resident',
  cacheSeconds: 10,
  get: async (request) => {
    const { t, query } = request;
    const asked = askedOf(request);
    const skip = /^\d{1,4}$/.test(query['after'] ?? '') ? Number(query['after']) : 0;
    const found = await request.ask(browseServicesQuery, { ...asked, skip, limit: PAGE_SIZE });
    const title =
      asked.words === ''
        ? t('service-catalogue:list.title')
        : t('service-catalogue:list.titleFound', { words: asked.words });
    const label = (one: { name: string; nameEn: string }) =>
      request.locale === 'uk' ? one.name : one.nameEn;
    const choices = {
      lifeEvents: found.lifeEvents.map((one) => ({ value: one.code, label: label(one) })),
      providers: found.providers
        .map((one) => ({ value: one.code, label: label(one) }))
        .toSorted((a, b) => order[request.locale].compare(a.label, b.label)),
    };
    return view(title, <Services asked={asked} found={{ ...found, skip }} choices={choices} />);
  },
});

interface Choices {
  readonly lifeEvents: readonly { value: string; label: string }[];
  readonly providers: readonly { value: string; label: string }[];
}

interface FoundPage {
  readonly total: number;
  readonly sectors: Readonly<Record<Sector, number>>;
  readonly readAs: string | null;
  readonly services: readonly ListedService[];
  readonly skip: number;
}

function Services({ asked, found, choices }: { asked: Asked; found: FoundPage; choices: Choices }) {
  const { t, url } = usePage();
  const shownUpTo = found.skip + found.services.length;
  return (
    <>
      <h1>{t('service-catalogue:list.title')}</h1>
      <SearchForm asked={asked} choices={choices} />
      <SectorTabs asked={asked} found={found} />
      <p>
        <output>
          {found.readAs === null ? '' : `${t('service-catalogue:list.readAs', { words: found.readAs })} `}
          {found.total === 0 ? '' : t('service-catalogue:list.found', { count: found.total })}
          {asked.words === '' || found.total < 2 ? '' : ` ${t('service-catalogue:list.order')}`}
        </output>
      </p>
      {found.total === 0 ? (
        <Nothing asked={asked} />
      ) : (
        <ServiceList services={found.services} start={found.skip + 1} />
      )}
      <Pagination first={found.skip === 0} next={shownUpTo < found.total ? String(shownUpTo) : undefined} />
      <footer class="list-foot">
        <p class="soft">{t('service-catalogue:list.askDesk')}</p>
        <p>
          <a href="/providers">{t('service-catalogue:providers.title')}</a>
        </p>
        <p>
          {t('service-catalogue:list.download')}:{' '}
          <a href={changeQuery(url.replace(/^[^?]*/, '/services.xlsx'), { after: null })}>XLSX</a>
          {' · '}
          <a href={changeQuery(url.replace(/^[^?]*/, '/services.csv'), { after: null })}>CSV</a>
        </p>
      </footer>
    </>
  );
}

function SearchForm({ asked, choices }: { asked: Asked; choices: Choices }) {
  const { t } = usePage();
  const isNarrowed = asked.lifeEvent !== undefined || asked.provider !== undefined;
  return (
    <search>
      <form class="service-search" action="/services" method="get">
        {asked.sector === undefined ? null : <HiddenField name="sector" value={asked.sector} />}
        <div class="form-inline service-search-words">
          <TextField
            name="words"
            type="search"
            label={t('service-catalogue:list.words')}
            hint={asked.words === '' ? t('service-catalogue:list.lead') : undefined}
            value={asked.words}
            maxLength={200}
          />
          <Button>{t('service-catalogue:list.find')}</Button>
        </div>
        <details open={isNarrowed}>
          <summary>{t('service-catalogue:list.filters')}</summary>
          <div class="form-inline">
            <SelectField
              name="lifeEvent"
              label={t('service-catalogue:list.lifeEvent')}
              empty={t('service-catalogue:list.anyLifeEvent')}
              value={asked.lifeEvent ?? ''}
              options={choices.lifeEvents}
            />
            <SelectField
              name="provider"
              label={t('service-catalogue:list.provider')}
              empty={t('service-catalogue:list.anyProvider')}
              value={asked.provider ?? ''}
              options={choices.providers}
            />
            <Button look="plain">{t('page:filter.apply')}</Button>
          </div>
        </details>
      </form>
    </search>
  );
}

function SectorTabs({ asked, found }: { asked: Asked; found: FoundPage }) {
  const { t, url } = usePage();
  const all = SECTORS.reduce((sum, sector) => sum + found.sectors[sector], 0);
  const tab = (sector: Sector | undefined, label: string, count: number) => ({
    path: changeQuery(url, { sector: sector ?? null, after: null }),
    label,
    count,
    current: asked.sector === sector,
  });
  return (
    <Tabs
      label={t('service-catalogue:list.sectors')}
      tabs={[
        tab(undefined, t('service-catalogue:list.allSectors'), all),
        ...SECTORS.filter((sector) => found.sectors[sector] > 0 || asked.sector === sector).map((sector) =>
          tab(sector, t(`page:sector.${sector}.name`), found.sectors[sector]),
        ),
      ]}
    />
  );
}

function Nothing({ asked }: { asked: Asked }) {
  const { t } = usePage();
  const isNarrowed =
    asked.sector !== undefined || asked.lifeEvent !== undefined || asked.provider !== undefined;
  return (
    <EmptyState
      action={
        <LinkButton look="plain" href="/services">
          {t('service-catalogue:list.clear')}
        </LinkButton>
      }
    >
      {isNarrowed || asked.words === ''
        ? t('service-catalogue:list.noneFiltered')
        : t('service-catalogue:list.none', { words: asked.words })}
    </EmptyState>
  );
}
