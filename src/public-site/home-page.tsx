import { loadReception } from '../kernel/calendar/load-calendar.ts';
import { isOpenAt, nextOpening } from '../kernel/calendar/reception-calendar.ts';
import type { City } from '../kernel/city.ts';
import { inSnapshot } from '../kernel/figures/snapshot.ts';
import { Button } from '../kernel/page/components/button.tsx';
import { TextField } from '../kernel/page/components/text-field.tsx';
import { definePage, type Page, view } from '../kernel/page/define-page.ts';
import { usePage } from '../kernel/page/page-context.tsx';
import { DemoSignIns } from '../staff-desk/demo-sign-ins.tsx';
import { todayFigures } from '../systems/centre-report/index.ts';
import { findHallState } from '../systems/queue/index.ts';
import { LifeEventTiles, listLifeEvents } from '../systems/service-catalogue/index.ts';
import { CentreNow } from './centre-now.tsx';
import { CityToday } from './city-today.tsx';

const HALL = 'main';

/** The start page: the search is its hero; then life events, the Centre now, the city's figures of today. */
export function homePage(city: City): Page {
  return definePage({
    path: '/',
    may: 'anyone',
    shell: 'resident',
    cacheSeconds: 5,
    get: async ({ t, now, demo }) => {
      const home = await readHome(city, now);
      return view(
        t('public-site:home.title'),
        <>
          <Hero />
          <h2>{t('public-site:home.lifeEvents')}</h2>
          <LifeEventTiles lifeEvents={home.lifeEvents} />
          {home.hall === undefined ? null : <CentreNow hall={home.hall} opens={home.opens} />}
          <CityToday figures={home.figures} />
          {demo ? <DemoSignIns /> : null}
        </>,
      );
    },
  });
}

/** Everything of the page in one transaction, at one moment. */
function readHome(city: City, now: Date) {
  return inSnapshot(city.connections.database, async (tx) => {
    const reception = await loadReception(tx, HALL);
    return {
      lifeEvents: await listLifeEvents(tx),
      hall: await findHallState(tx, HALL, now),
      opens: isOpenAt(reception, now) ? null : nextOpening(reception, now),
      figures: await todayFigures(tx, now),
    };
  });
}

function Hero() {
  const { t } = usePage();
  const examples = t('public-site:home.examples').split(', ');
  return (
    <section class="hero">
      <h1>{t('public-site:home.question')}</h1>
      <search>
        <form class="form-inline" action="/services" method="get">
          <TextField name="words" type="search" label={t('page:search.label')} labelHidden maxLength={200} />
          <Button>{t('page:search.find')}</Button>
        </form>
      </search>
      <p class="hero-examples">
        {t('public-site:home.for')}{' '}
        {examples.map((words, index) => (
          <span key={words}>
            {index === 0 ? '' : ', '}
            <a href={`/services?words=${encodeURIComponent(words)}`}>{words}</a>
          </span>
        ))}
      </p>
    </section>
  );
}
