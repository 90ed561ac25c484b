import type { z } from 'zod';
import { formatDate, formatTime, formatWeekday, kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import { SelectField } from '../../../kernel/page/components/choice-field.tsx';
import { EmptyState } from '../../../kernel/page/components/empty-state.tsx';
import { FilterBar } from '../../../kernel/page/components/navigation.tsx';
import { StatusTag } from '../../../kernel/page/components/tags.tsx';
import { definePage, type Download, type PageRequest, view } from '../../../kernel/page/define-page.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';
import { COMMUNITY_MAP } from '../community-map.ts';
import { listStops, listWorkplaces } from '../queries/stops.ts';
import { stopCalendar } from '../stop-calendar.ts';
import type { StopView } from '../stop-input.ts';

type Found = z.output<typeof listStops.output>;
type Workplace = z.output<typeof listWorkplaces.output>['workplaces'][number];

/** When the Centre comes to one's village: a list by days, a sheet, a calendar. */
export const mobilePage = definePage({
  path: '/mobile',
  may: 'anyone',
  shell: 'resident',
  cacheSeconds: 20,
  async get(request) {
    const filter = filterOf(request);
    const found = await request.ask(listStops, filter);
    const { workplaces } = await request.ask(listWorkplaces, {});
    return view(
      request.t('mobile-office:public.title'),
      <Mobile found={found} workplaces={workplaces} filter={filter} />,
      { scripts: ['mobile-map'] },
    );
  },
});

function filterOf({ query }: PageRequest) {
  const { settlement = '', service = '' } = query;
  return {
    ...(settlement === '' ? {} : { settlement: settlement.slice(0, 120) }),
    ...(service === '' ? {} : { serviceCode: service.slice(0, 20) }),
  };
}

interface Props {
  readonly found: Found;
  readonly workplaces: readonly Workplace[];
  readonly filter: { readonly settlement?: string; readonly serviceCode?: string };
}

function Mobile({ found, workplaces, filter }: Props) {
  const { t, locale } = usePage();
  const isFiltered = Object.keys(filter).length > 0;
  return (
    <>
      <h1>{t('mobile-office:public.title')}</h1>
      <p class="lead">{t('mobile-office:public.lead')}</p>
      <FilterBar found={found.stops.length} clearPath={isFiltered ? '/mobile' : undefined}>
        <SelectField
          name="settlement"
          label={t('mobile-office:columns.settlement')}
          value={filter.settlement ?? ''}
          empty={t('mobile-office:public.anySettlement')}
          options={found.settlements.map((name) => ({ value: name, label: name }))}
        />
        <SelectField
          name="service"
          label={t('mobile-office:columns.service')}
          value={filter.serviceCode ?? ''}
          empty={t('mobile-office:public.anyService')}
          options={found.services.map(({ code, name, nameEn }) => ({
            value: code,
            label: locale === 'en' ? nameEn : name,
          }))}
        />
      </FilterBar>
      <section
        id="mobile-map"
        class="mobile-map"
        hidden
        data-ground="/mobile/community.geojson"
        data-places="/mobile/stops.geojson"
        aria-label={t('mobile-office:public.map')}
      />
      {found.stops.length === 0 ? (
        <EmptyState>{t('mobile-office:public.none')}</EmptyState>
      ) : (
        <Stops stops={found.stops} />
      )}
      <p>
        <a href="/mobile/calendar.ics">{t('mobile-office:public.calendar')}</a>
      </p>
      <h2>{t('mobile-office:public.workplaces')}</h2>
      {workplaces.map((place) => (
        <WorkplaceCard key={place.code} place={place} />
      ))}
    </>
  );
}

function Stops({ stops }: { stops: readonly StopView[] }) {
  const { locale } = usePage();
  const days = [...new Set(stops.map(({ startsAt }) => kyivDate(startsAt)))];
  return (
    <ol class="stop-days">
      {days.map((day) => (
        <li key={day}>
          <h2>
            {formatDate(day, locale)}, {formatWeekday(day, locale)}
          </h2>
          <ul class="stops">
            {stops
              .filter(({ startsAt }) => kyivDate(startsAt) === day)
              .map((stop) => (
                <StopCard key={stop.id} stop={stop} />
              ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}

function StopCard({ stop }: { stop: StopView }) {
  const { t, locale } = usePage();
  return (
    <li class="stop">
      <p class="stop-hours">
        {formatTime(stop.startsAt)}–{formatTime(stop.endsAt)}
      </p>
      <div>
        <h3>{stop.settlement}</h3>
        <p>{stop.place}</p>
        {stop.cancelReason === null ? null : (
          <p>
            <StatusTag tone="late">{t('mobile-office:public.cancelled')}</StatusTag> {stop.cancelReason}
          </p>
        )}
        {stop.note === null ? null : <p>{stop.note}</p>}
        <details>
          <summary>{t('mobile-office:public.services', { count: stop.services.length })}</summary>
          <ul>
            {stop.services.map(({ code, name, nameEn }) => (
              <li key={code}>
                <a href={`/services/${code}`}>{locale === 'en' ? nameEn : name}</a>
              </li>
            ))}
          </ul>
        </details>
      </div>
    </li>
  );
}

function WorkplaceCard({ place }: { place: Workplace }) {
  const { t, locale } = usePage();
  return (
    <section class="workplace">
      <h3>{locale === 'en' && place.nameEn !== '' ? place.nameEn : place.name}</h3>
      <p>
        {place.settlement}, {place.address}
        {place.phone === '' ? null : ` · ${place.phone}`}
      </p>
      <ul class="workplace-hours">
        {place.hours.map(({ weekday, from, to }) => (
          <li key={`${weekday} ${from}`}>
            {formatWeekday(`2024-01-0${weekday}`, locale)} {from}–{to}
          </li>
        ))}
      </ul>
      {place.hall === null ? null : (
        <p>
          <a href={`/calls/${place.hall}`}>{t('mobile-office:public.queue')}</a>
        </p>
      )}
    </section>
  );
}

function file(name: string, type: string, text: string): Download {
  return { kind: 'download', name, type, inline: true, bytes: Buffer.from(text) };
}

const GEOJSON = 'application/geo+json; charset=utf-8';

export const mobileCalendarPage = definePage({
  path: '/mobile/calendar.ics',
  may: 'anyone',
  shell: 'resident',
  async get(request) {
    const { stops } = await request.ask(listStops, {});
    const words = {
      name: request.t('mobile-office:title'),
      page: `${request.origin}/mobile`,
      writtenAt: request.now,
    };
    return file('mobile-office.ics', 'text/calendar; charset=utf-8', stopCalendar(stops, words));
  },
});

export const communityMapPage = definePage({
  path: '/mobile/community.geojson',
  may: 'anyone',
  shell: 'resident',
  get: async () => file('community.geojson', GEOJSON, JSON.stringify(COMMUNITY_MAP)),
});

/** Stops ahead and remote workplaces as open data. */
export const stopsMapPage = definePage({
  path: '/mobile/stops.geojson',
  may: 'anyone',
  shell: 'resident',
  async get(request) {
    const { stops } = await request.ask(listStops, {});
    const { workplaces } = await request.ask(listWorkplaces, {});
    const point = (at: { lat: number; lon: number }, properties: object) => ({
      type: 'Feature',
      properties,
      geometry: { type: 'Point', coordinates: [at.lon, at.lat] },
    });
    const features = [
      ...workplaces.map((place) =>
        point(place, { kind: 'workplace', name: place.name, note: `${place.settlement}, ${place.address}` }),
      ),
      ...stops
        .filter(({ cancelReason }) => cancelReason === null)
        .map((stop) => {
          const day = formatDate(stop.startsAt, request.locale);
          const note = `${day}, ${formatTime(stop.startsAt)}–${formatTime(stop.endsAt)}\n${stop.place}`;
          return point(stop, { kind: 'stop', name: stop.settlement, note });
        }),
    ];
    return file('stops.geojson', GEOJSON, JSON.stringify({ type: 'FeatureCollection', features }));
  },
});
