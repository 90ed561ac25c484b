import type { ComponentChildren } from 'preact';
import { usePage } from '../page-context.tsx';

/** Large type, contrast and theme as plain links: they work without JavaScript on every page. */
export function ReadingSwitches() {
  const { preferences, t } = usePage();
  const dark = preferences.theme === 'dark';
  return (
    <ul class="switches" aria-label={t('page:reading.title')}>
      <Switch name="largeType" on={preferences.largeType}>
        {t('page:reading.largeType')}
      </Switch>
      <Switch name="contrast" on={preferences.contrast}>
        {t('page:reading.contrast')}
      </Switch>
      <Switch name="theme" on={dark} values={['dark', 'light']}>
        {t('page:reading.dark')}
      </Switch>
      {preferences.theme === 'system' ? null : (
        <Switch name="theme" on={false} values={['system', 'system']}>
          {t('page:reading.system')}
        </Switch>
      )}
    </ul>
  );
}

/** The other language, named in itself. */
export function LanguageSwitch() {
  const { locale, url } = usePage();
  const other = locale === 'uk' ? 'en' : 'uk';
  return (
    <a class="language" lang={other} hreflang={other} href={preferencePath('lang', other, url)}>
      {other === 'en' ? 'English' : 'Українська'}
    </a>
  );
}

function Switch(props: {
  name: string;
  on: boolean;
  /** Value that turns it on, value that turns it off. */
  values?: readonly [string, string];
  children: ComponentChildren;
}) {
  const { url, t } = usePage();
  const [on, off] = props.values ?? ['on', 'off'];
  return (
    <li>
      <a
        class="switch"
        rel="nofollow"
        href={preferencePath(props.name, props.on ? off : on, url)}
        data-on={props.on ? 'yes' : undefined}
      >
        {props.children}
        {props.on ? <span class="unseen"> {t('page:reading.on')}</span> : null}
      </a>
    </li>
  );
}

function preferencePath(name: string, value: string, url: string): string {
  return `/preferences?${name}=${value}&back=${encodeURIComponent(url)}`;
}
