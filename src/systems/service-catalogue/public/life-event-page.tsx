import { notFound } from '../../../kernel/actions/refusal.ts';
import { definePage, view } from '../../../kernel/page/define-page.ts';
import { listLifeEventsQuery } from '../queries/list-life-events.ts';
import { searchServicesQuery } from '../queries/search-services.ts';
import { LifeEventTiles } from './life-event-tiles.tsx';
import { ServiceList } from './service-list.tsx';

export const lifeEventPage = definePage({
  path: '/life-events/:code',
  may: 'anyone',
  shell: 'resident',
  cacheSeconds: 10,
  get: async (request) => {
    const { t, locale } = request;
    const { lifeEvents } = await request.ask(listLifeEventsQuery, {});
    const event = lifeEvents.find(({ code }) => code === request.params['code']);
    if (event === undefined) throw notFound('service-catalogue:refusals.noSuchLifeEvent');
    const { services, total } = await request.ask(searchServicesQuery, { lifeEvent: event.code });
    const title = locale === 'uk' ? event.title : event.titleEn;
    return view(
      title,
      <>
        <h1>{title}</h1>
        <p class="lead">{locale === 'uk' ? event.hint : event.hintEn}</p>
        <p class="soft">{t('service-catalogue:lifeEvent.services', { count: total })}</p>
        <ServiceList services={services} />
        <h2>{t('service-catalogue:lifeEvent.others')}</h2>
        <LifeEventTiles lifeEvents={lifeEvents.filter(({ code }) => code !== event.code)} />
      </>,
    );
  },
});
