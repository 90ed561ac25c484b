import type { ComponentChildren } from 'preact';
import { changeQuery, usePage } from '../../../kernel/page/page-context.tsx';

/** So many choices stand on a screen without scrolling, portrait or landscape; half of them in large type. */
const ON_SCREEN = { usual: 8, large: 4 } as const;

export interface Screen<T> {
  readonly shown: readonly T[];
  readonly page: number;
  readonly pages: number;
}

/** The part of a long list that this screen shows: `?page=2`. */
export function useScreen<T>(list: readonly T[]): Screen<T> {
  const { url, preferences } = usePage();
  const size = preferences.largeType ? ON_SCREEN.large : ON_SCREEN.usual;
  const pages = Math.max(1, Math.ceil(list.length / size));
  const asked = Math.trunc(Number(new URLSearchParams(url.split('?')[1] ?? '').get('page') ?? 1));
  const page = Math.min(Math.max(1, Number.isNaN(asked) ? 1 : asked), pages);
  return { shown: list.slice((page - 1) * size, page * size), page, pages };
}

/** Back and further through the screens; `children` stand between. */
export function KioskPager({ screen, children }: { screen: Screen<unknown>; children?: ComponentChildren }) {
  const { t, url } = usePage();
  const { page, pages } = screen;
  if (pages === 1 && children === undefined) return null;
  return (
    <nav class="kiosk-pages" aria-label={t('queue:kiosk.pages')}>
      {page > 1 ? (
        <a class="kiosk-choice" href={changeQuery(url, { page: String(page - 1) })}>
          ← {t('queue:kiosk.previous')}
        </a>
      ) : null}
      {children}
      {page < pages ? (
        <a class="kiosk-choice" href={changeQuery(url, { page: String(page + 1) })}>
          {t('queue:kiosk.further', { page: page + 1, pages })} →
        </a>
      ) : null}
    </nav>
  );
}
