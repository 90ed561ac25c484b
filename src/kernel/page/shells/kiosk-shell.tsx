import { usePage } from '../page-context.tsx';
import { Document, Main, type ShellProps } from './document.tsx';
import { LanguageSwitch, ReadingSwitches } from './reading-switches.tsx';

/** Seconds without a touch after which the screen returns to its beginning for the next person. */
const IDLE_SECONDS = 40;

/** A touch screen: no scrolling, back and the switches always in one place. */
export function KioskShell({ view, children }: ShellProps) {
  const { url, t } = usePage();
  const home = kioskHome(url);
  return (
    <Document shell="kiosk" view={view} scripts={['kiosk']}>
      <div class="kiosk-frame" data-idle={IDLE_SECONDS} data-home={home}>
        <Main view={view} class="kiosk-main">
          {children}
        </Main>
        <footer class="kiosk-foot">
          {url === home ? (
            <span />
          ) : (
            <a class="kiosk-back" href={home}>
              ← {t('page:kiosk.back')}
            </a>
          )}
          <div class="kiosk-switches">
            <ReadingSwitches />
            <LanguageSwitch />
          </div>
        </footer>
      </div>
    </Document>
  );
}

/** The kiosk's first screen: `/kiosk/main` of `/kiosk/main/registration`. */
function kioskHome(url: string): string {
  return url.split('?')[0]?.split('/').slice(0, 3).join('/') ?? '/kiosk';
}
