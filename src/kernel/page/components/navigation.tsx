import type { ComponentChildren } from 'preact';
import { formatNumber } from '../../i18n/format-number.ts';
import { changeQuery, usePage } from '../page-context.tsx';
import { Button } from './button.tsx';

export interface Tab {
  readonly path: string;
  readonly label: string;
  readonly current: boolean;
  readonly count?: number;
}

export function Tabs({ tabs, label }: { tabs: readonly Tab[]; label: string }) {
  const { locale } = usePage();
  return (
    <nav aria-label={label}>
      <ul class="tabs">
        {tabs.map((tab) => (
          <li key={tab.path}>
            <a href={tab.path} aria-current={tab.current ? 'page' : undefined}>
              {tab.label}
              {tab.count === undefined ? null : (
                <span class="tab-count">{formatNumber(tab.count, locale)}</span>
              )}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

export interface PaginationProps {
  /** Key after which the next page begins (`?after=`); absent on the last page. */
  readonly next?: string | undefined;
  /** Lists page by key, so one goes back to the beginning, not to a number. */
  readonly first: boolean;
}

/** Further and back to the beginning; keeps the filters in the address. */
export function Pagination({ next, first }: PaginationProps) {
  const { url, t } = usePage();
  if (first && next === undefined) return null;
  return (
    <nav class="pagination" aria-label={t('page:pages.title')}>
      {first ? null : (
        <a class="button button-plain" href={changeQuery(url, { after: null })} rel="first">
          ← {t('page:pages.first')}
        </a>
      )}
      {next === undefined ? null : (
        <a class="button button-plain" href={changeQuery(url, { after: next })} rel="next">
          {t('page:pages.next')} →
        </a>
      )}
    </nav>
  );
}

export interface FilterBarProps {
  readonly children: ComponentChildren;
  /** How many rows were found. */
  readonly found?: number;
  /** Where the filters are taken away; shown when some are set. */
  readonly clearPath?: string | undefined;
}

/** Filters above a list: a GET form, so that an address keeps them and can be sent to a colleague. */
export function FilterBar({ children, found, clearPath }: FilterBarProps) {
  const { url, t } = usePage();
  return (
    <search class="filters">
      <form class="form-inline" method="get" action={url.split('?')[0]}>
        {children}
        <Button look="plain">{t('page:filter.apply')}</Button>
        {clearPath === undefined ? null : <a href={clearPath}>{t('page:filter.clear')}</a>}
      </form>
      {found === undefined ? null : (
        <output class="filters-found">{t('page:filter.found', { count: found })}</output>
      )}
    </search>
  );
}
