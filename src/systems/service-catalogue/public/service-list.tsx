import { SectorTag } from '../../../kernel/page/components/tags.tsx';
import { usePage } from '../../../kernel/page/page-context.tsx';
import type { Service } from '../service.ts';
import { priceWords, termWords } from '../service-words.ts';

export type ListedService = Service & { readonly price: string | null };

/** Services one under another: the name leads to the card, the line under it answers how long and how much. */
export function ServiceList({ services, start = 1 }: { services: readonly ListedService[]; start?: number }) {
  return (
    <ol class="service-list" start={start}>
      {services.map((service) => (
        <ServiceLine key={service.code} service={service} />
      ))}
    </ol>
  );
}

function ServiceLine({ service }: { service: ListedService }) {
  const { t, locale } = usePage();
  const [body] = service.providers;
  const others = service.providers.length - 1;
  return (
    <li>
      <a class="service-name" href={`/services/${service.code}`}>
        {locale === 'uk' ? service.name : service.nameEn}
      </a>
      <p class="service-facts">
        <SectorTag sector={service.sector} short />
        <span>{termWords(service.term, t)}</span>
        <span>{priceWords(service.fee, service.price, t, locale)}</span>
        <span class="service-body">
          {locale === 'uk' ? body?.shortName : body?.nameEn}
          {others === 0 ? '' : ` ${t('service-catalogue:list.others', { count: others })}`}
        </span>
      </p>
    </li>
  );
}
