import { Form } from '../../../kernel/page/components/form.tsx';
import type { FormState } from '../../../kernel/page/define-page.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';
import type { Sector } from '../sector.ts';
import { KioskPager, useScreen } from './kiosk-pager.tsx';
import type { KioskMenu } from './kiosk-sector.tsx';

interface KioskTakeProps {
  readonly menu: KioskMenu;
  readonly sector: Sector;
  readonly serviceCode: string | undefined;
  /** Show the classes received out of turn instead of the one large button. */
  readonly classes: boolean;
  readonly form: FormState | undefined;
}

/** The last touch: a ticket, or first the class by which the person goes ahead. */
export function KioskTake({ menu, sector, serviceCode, classes, form }: KioskTakeProps) {
  const { t, locale, url } = usePage();
  const service = menu.services.find(({ code }) => code === serviceCode);
  const name =
    service === undefined ? t(`page:sector.${sector}.name`) : locale === 'uk' ? service.name : service.nameEn;
  const address = `${url.split('?')[0] ?? ''}?take=class${serviceCode === undefined ? '' : `&service=${encodeURIComponent(serviceCode)}`}`;
  return (
    <>
      <h1>{name}</h1>
      <Form state={form} class="kiosk-form" action={url.split('?')[0] ?? url}>
        {service === undefined ? null : <input type="hidden" name="serviceCode" value={service.code} />}
        {classes ? (
          <Classes menu={menu} sector={sector} />
        ) : (
          <Take sector={sector} classesAddress={address} />
        )}
      </Form>
    </>
  );
}

function Take({ sector, classesAddress }: { sector: Sector; classesAddress: string }) {
  const { t } = usePage();
  return (
    <ul class="kiosk-tiles">
      <li data-sector={sector}>
        <button type="submit" class="kiosk-tile">
          <span class="kiosk-word">{t('queue:kiosk.take')}</span>
          <span class="kiosk-note">{t('queue:kiosk.takeNote')}</span>
        </button>
      </li>
      <li>
        <a class="kiosk-tile kiosk-plain" href={classesAddress}>
          <span class="kiosk-word">{t('queue:kiosk.privileged')}</span>
          <span class="kiosk-note">{t('queue:kiosk.privilegedNote')}</span>
        </a>
      </li>
    </ul>
  );
}

function Classes({ menu, sector }: { menu: KioskMenu; sector: Sector }) {
  const { t, locale } = usePage();
  const screen = useScreen(menu.classes);
  return (
    <>
      <p>{t('queue:kiosk.showDocument')}</p>
      <ul class="kiosk-choices kiosk-classes" data-sector={sector}>
        {screen.shown.map((one) => (
          <li key={one.code}>
            <button type="submit" class="kiosk-choice" name="classCode" value={one.code}>
              <span>{locale === 'uk' ? one.name : one.nameEn}</span>
              <span class="kiosk-choice-note">{one.document}</span>
            </button>
          </li>
        ))}
      </ul>
      <KioskPager screen={screen} />
    </>
  );
}
