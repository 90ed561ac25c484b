import { usePage } from '../../../kernel/page/page-context.tsx';
import type { Sector } from '../sector.ts';
import type { KioskMenu } from './kiosk-sector.tsx';

interface Place {
  readonly menu: KioskMenu;
  readonly hall: string;
  readonly sector: Sector;
}

/** So many buttons stand on a screen without scrolling, portrait or landscape. */
const ON_SCREEN = 8;

/** Everyday groups of the sector; whoever does not know the service takes a ticket without it. */
export function KioskGroups({ menu, hall, sector }: Place) {
  const { t, locale } = usePage();
  const home = `/kiosk/${hall}/${sector}`;
  return (
    <>
      <h1>{t('queue:kiosk.whatHappened')}</h1>
      <ul class="kiosk-choices" data-sector={sector}>
        <li class="kiosk-wide">
          <a class="kiosk-choice kiosk-choice-main" href={`${home}?take=on`}>
            {t('queue:kiosk.withoutService')}
          </a>
        </li>
        {menu.groups.map((group) => (
          <li key={group.code}>
            <a class="kiosk-choice" href={`${home}?group=${group.code}`}>
              {locale === 'uk' ? group.title : group.titleEn}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}

export function KioskServices({ menu, hall, sector, group, page }: Place & { group: string; page: number }) {
  const { t, locale } = usePage();
  const home = `/kiosk/${hall}/${sector}`;
  const found = menu.services.filter((service) => service.lifeEvents.includes(group));
  const shown = found.slice((page - 1) * ON_SCREEN, page * ON_SCREEN);
  const title = menu.groups.find(({ code }) => code === group);
  const pages = Math.ceil(found.length / ON_SCREEN);
  return (
    <>
      <h1>
        {title === undefined ? t('queue:kiosk.whatHappened') : locale === 'uk' ? title.title : title.titleEn}
      </h1>
      <ul class="kiosk-choices" data-sector={sector}>
        {shown.map((service) => (
          <li key={service.code}>
            <a class="kiosk-choice" href={`${home}?take=on&service=${encodeURIComponent(service.code)}`}>
              {locale === 'uk' ? service.name : service.nameEn}
            </a>
          </li>
        ))}
      </ul>
      <nav class="kiosk-pages" aria-label={t('queue:kiosk.pages')}>
        {page > 1 ? (
          <a class="kiosk-choice" href={`${home}?group=${group}&page=${page - 1}`}>
            ← {t('queue:kiosk.previous')}
          </a>
        ) : null}
        <a class="kiosk-choice" href={`${home}?take=on`}>
          {t('queue:kiosk.notHere')}
        </a>
        {page < pages ? (
          <a class="kiosk-choice" href={`${home}?group=${group}&page=${page + 1}`}>
            {t('queue:kiosk.further', { page: page + 1, pages })} →
          </a>
        ) : null}
      </nav>
    </>
  );
}
