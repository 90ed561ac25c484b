import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Actor } from '../actions/actor.ts';
import type { Locale, Translate } from '../i18n/translate.ts';

/** What a person chose for reading; kept in a cookie by `/preferences`. */
export interface Preferences {
  readonly largeType: boolean;
  readonly contrast: boolean;
  /** `system` follows the device. */
  readonly theme: 'system' | 'light' | 'dark';
}

export const DEFAULT_PREFERENCES: Preferences = {
  largeType: false,
  contrast: false,
  theme: 'system',
};

/** A line of the menu, already translated. */
export interface MenuLine {
  readonly label: string;
  readonly path: string;
  readonly hotkey?: string;
  readonly current: boolean;
}

/** Lines that belong together, behind one word. */
export interface MenuDrawer {
  readonly label: string;
  readonly lines: readonly MenuLine[];
  readonly current: boolean;
}

export type MenuEntry = MenuLine | MenuDrawer;

/** What stands around every component of one answer. */
export interface PageSurroundings {
  readonly t: Translate;
  readonly locale: Locale;
  readonly actor: Actor;
  readonly csrf: string;
  /** A fresh key for one form: a double click does the deed once. */
  requestKey(): string;
  /** Path with the query string. */
  readonly url: string;
  readonly now: Date;
  readonly preferences: Preferences;
  readonly menu: readonly MenuEntry[];
  /** A sentence shown once, already translated. */
  readonly notice?: string;
  readonly demo: boolean;
}

export const PageContext = createContext<PageSurroundings | null>(null);

/** @throws when a component is rendered outside `PageContext.Provider`. */
export function usePage(): PageSurroundings {
  const page = useContext(PageContext);
  if (page === null) throw new Error('a page component is rendered outside PageContext');
  return page;
}

export function useT(): Translate {
  return usePage().t;
}

/** The page's own address with some query parameters changed; `null` takes one away. */
export function changeQuery(url: string, changes: Readonly<Record<string, string | null>>): string {
  const [path = '/', search = ''] = url.split('?');
  const query = new URLSearchParams(search);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) query.delete(name);
    else query.set(name, value);
  }
  const changed = query.toString();
  return changed === '' ? path : `${path}?${changed}`;
}
