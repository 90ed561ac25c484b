import { usePage } from '../page-context.tsx';
import { Brand } from './brand.tsx';
import { Document, Main, type ShellProps, SkipLink } from './document.tsx';
import { Menu } from './menu.tsx';
import { LanguageSwitch, ReadingSwitches } from './reading-switches.tsx';

/** The citizens' site: one thing a page, and nothing that needs JavaScript. */
export function ResidentShell({ view, children }: ShellProps) {
  return (
    <Document shell="resident" view={view}>
      <SkipLink />
      <header class="site-head">
        <div class="measure site-head-row">
          <Brand />
          <SiteSearch />
          <LanguageSwitch />
        </div>
        <Menu class="site-menu" row="measure" />
      </header>
      <DemoLine />
      <Main view={view} class="measure">
        {children}
      </Main>
      <Footer />
    </Document>
  );
}

function SiteSearch() {
  const { t, url } = usePage();
  // Two pages are the search itself: a second one above it would only ask twice.
  if (['/', '/services'].includes(url.split('?')[0] ?? '')) return <span class="site-search" />;
  return (
    <search class="site-search">
      <form class="site-search-form" action="/services" method="get">
        <label class="unseen" for="site-words">
          {t('page:search.label')}
        </label>
        <input
          id="site-words"
          class="input"
          type="search"
          name="words"
          placeholder={t('page:search.example')}
        />
        <button type="submit" class="button button-plain">
          {t('page:search.find')}
        </button>
      </form>
    </search>
  );
}

export function DemoLine() {
  const { demo, t } = usePage();
  return demo ? (
    <aside class="demo-line" aria-label={t('page:demo.title')}>
      <p class="measure">{t('page:demo.sentence')}</p>
    </aside>
  ) : null;
}

function Footer() {
  const { t } = usePage();
  return (
    <footer class="site-foot">
      <div class="measure site-foot-row">
        <ReadingSwitches />
        <ul class="site-foot-links">
          <li>
            <a href="/about">{t('page:foot.about')}</a>
          </li>
          <li>
            <a href="/accessibility">{t('page:foot.accessibility')}</a>
          </li>
          <li>
            <a href="/report">{t('page:foot.report')}</a>
          </li>
          <li>
            <a href="/api">{t('page:foot.api')}</a>
          </li>
          <li>
            <a href="/desk">{t('page:foot.staff')}</a>
          </li>
        </ul>
        <p class="site-foot-line">{t('page:foot.line')}</p>
      </div>
    </footer>
  );
}
