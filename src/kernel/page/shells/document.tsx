import type { ComponentChildren } from 'preact';
import { assetPath } from '../assets.ts';
import type { Shell, View } from '../define-page.ts';
import { usePage } from '../page-context.tsx';

export interface ShellProps {
  readonly view: View;
  readonly children: ComponentChildren;
}

interface DocumentProps extends ShellProps {
  readonly shell: Shell;
  /** Client scripts of the shell itself; the view's own come after. */
  readonly scripts?: readonly string[];
}

/** The `<html>` of every page; the renderer writes the doctype before it. */
export function Document({ shell, view, scripts = [], children }: DocumentProps) {
  const { locale, preferences, t } = usePage();
  const names = new Set([...scripts, ...(view.live === undefined ? [] : ['live']), ...(view.scripts ?? [])]);
  return (
    <html
      lang={locale}
      data-theme={shell === 'board' ? 'dark' : preferences.theme}
      data-contrast={preferences.contrast ? 'high' : undefined}
      data-type={preferences.largeType ? 'large' : undefined}
    >
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${view.title} · ${t('page:brand')}`}</title>
        <link rel="icon" type="image/svg+xml" href={assetPath('icon.svg')} />
        <link
          rel="preload"
          as="font"
          type="font/woff2"
          href={assetPath('onest-cyrillic-wght-normal.woff2')}
          crossOrigin="anonymous"
        />
        <link rel="stylesheet" href={assetPath('house.css')} />
        {[...names].map((name) => (
          <script key={name} type="module" src={assetPath(`${name}.js`)} />
        ))}
        {view.live === undefined ? null : (
          // Without scripts a live page is fetched anew by the browser itself.
          <noscript>
            <meta http-equiv="refresh" content="30" />
          </noscript>
        )}
      </head>
      <body class={shell} data-lost={view.live === undefined ? undefined : t('page:live.lost')}>
        {children}
      </body>
    </html>
  );
}

/** The part of the page that a live page replaces. */
export function Main({ view, children, class: look }: ShellProps & { class?: string }) {
  const { notice } = usePage();
  return (
    <main id="main" tabIndex={-1} class={look} data-live={view.live}>
      {notice === undefined ? null : <output class="notice notice-done">{notice}</output>}
      {children}
    </main>
  );
}

export function SkipLink() {
  return (
    <a class="skip-link" href="#main">
      {usePage().t('page:skip')}
    </a>
  );
}
