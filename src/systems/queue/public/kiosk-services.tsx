import { usePage } from '../../../kernel/page/page-context.tsx';
import type { Sector } from '../sector.ts';
import { KioskPager, useScreen } from './kiosk-pager.tsx';
import type { KioskMenu } from './kiosk-sector.tsx';

interface Place {
  readonly menu: KioskMenu;
  readonly hall: string;
  readonly sector: Sector;
}

/** Everyday groups of the sector; whoever does not know the service takes a ticket without it. */
export function KioskGroups({ menu, hall, sector }: Place) {
  const { t, locale, preferences } = usePage();
  const screen = useScreen(menu.groups);
  // Titles of groups are short: in usual type all of them fit.
  const { shown } = preferences.largeType ? screen : { shown: menu.groups };
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
        {shown.map((group) => (
          <li key={group.code}>
            <a class="kiosk-choice" href={`${home}?group=${group.code}`}>
              {locale === 'uk' ? group.title : group.titleEn}
            </a>
          </li>
        ))}
      </ul>
      {preferences.largeType ? <KioskPager screen={screen} /> : null}
    </>
  );
}

export function KioskServices({ menu, hall, sector, group }: Place & { group: string }) {
  const { t, locale } = usePage();
  const home = `/kiosk/${hall}/${sector}`;
  const screen = useScreen(menu.services.filter((service) => service.lifeEvents.includes(group)));
  const title = menu.groups.find(({ code }) => code === group);
  return (
    <>
      <h1>
        {title === undefined ? t('queue:kiosk.whatHappened') : locale === 'uk' ? title.title : title.titleEn}
      </h1>
      <ul class="kiosk-choices" data-sector={sector}>
        {screen.shown.map((service) => (
          <li key={service.code}>
            <a class="kiosk-choice" href={`${home}?take=on&service=${encodeURIComponent(service.code)}`}>
              {locale === 'uk' ? service.name : service.nameEn}
            </a>
          </li>
        ))}
      </ul>
      <KioskPager screen={screen}>
        <a class="kiosk-choice" href={`${home}?take=on`}>
          {t('queue:kiosk.notHere')}
        </a>
      </KioskPager>
    </>
  );
}
