import { notFound } from '../../../kernel/actions/refusal.ts';
import { EmptyState } from '../../../kernel/page/components/empty-state.tsx';
import { definePage, view } from '../../../kernel/page/define-page.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';
import { listProvidersQuery } from '../queries/list-providers.ts';
import { searchServicesQuery } from '../queries/search-services.ts';
import { ServiceList } from './service-list.tsx';

const KINDS = ['council-executive', 'state-territorial'] as const;

interface Provider {
  readonly code: string;
  readonly kind: string;
  readonly name: string;
  readonly nameEn: string;
  readonly services: number;
}

export const providersPage = definePage({
  path: '/providers',
  may: 'anyone',
  shell: 'resident',
  cacheSeconds: 10,
  get: async (request) => {
    const { t } = request;
    const { providers } = await request.ask(listProvidersQuery, {});
    return view(
      t('service-catalogue:providers.title'),
      <>
        <h1>{t('service-catalogue:providers.title')}</h1>
        <p class="lead">{t('service-catalogue:providers.lead', { count: providers.length })}</p>
        {KINDS.map((kind) => (
          <section key={kind}>
            <h2>{t(`service-catalogue:providers.kind.${kind}`)}</h2>
            <ProviderList providers={providers.filter((one) => one.kind === kind)} />
          </section>
        ))}
      </>,
    );
  },
});

function ProviderList({ providers }: { providers: readonly Provider[] }) {
  const { t, locale } = usePage();
  return (
    <ul class="service-list">
      {providers.map((one) => (
        <li key={one.code}>
          <a class="service-name" href={`/providers/${one.code}`}>
            {locale === 'uk' ? one.name : one.nameEn}
          </a>
          <p class="service-facts">{t('service-catalogue:lifeEvent.services', { count: one.services })}</p>
        </li>
      ))}
    </ul>
  );
}

export const providerPage = definePage({
  path: '/providers/:code',
  may: 'anyone',
  shell: 'resident',
  cacheSeconds: 10,
  get: async (request) => {
    const { t, locale } = request;
    const { providers } = await request.ask(listProvidersQuery, {});
    const provider = providers.find(({ code }) => code === request.params['code']);
    if (provider === undefined) throw notFound('service-catalogue:refusals.noSuchProvider');
    const { services, total } = await request.ask(searchServicesQuery, { provider: provider.code });
    const name = locale === 'uk' ? provider.name : provider.nameEn;
    return view(
      name,
      <>
        <p>
          <a href="/providers">← {t('service-catalogue:providers.title')}</a>
        </p>
        <h1>{name}</h1>
        <p class="soft">{t('service-catalogue:lifeEvent.services', { count: total })}</p>
        {total === 0 ? (
          <EmptyState>{t('service-catalogue:providers.none')}</EmptyState>
        ) : (
          <ServiceList services={services} />
        )}
      </>,
    );
  },
});
