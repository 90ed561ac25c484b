import type { FastifyRequest } from 'fastify';
import type { Actor } from '../actions/actor.ts';
import { isAllowed } from '../actions/permission.ts';
import type { City } from '../city.ts';
import { localeOf } from '../http/visitor.ts';
import type { Translate } from '../i18n/translate.ts';
import type { MenuItem } from '../system.ts';
import type { Shell } from './define-page.ts';
import type { MenuDrawer, MenuEntry, MenuLine } from './page-context.tsx';

/** Drawers of both menus, in their order; their words are `page:menuGroups.<group>`. */
export const MENU_GROUPS = ['centre', 'voice', 'registers', 'open-city', 'house'] as const;
export type MenuGroup = (typeof MENU_GROUPS)[number];

/** As many lines stand in one row; more of them lie in drawers. */
const ROW = 6;

/** The menu is built from the manifests: what this person may open, in the declared order. */
export function menuOf(
  city: City,
  shell: Shell,
  request: FastifyRequest,
  actor: Actor,
): readonly MenuEntry[] {
  const menu = shell === 'staff' ? 'staff' : 'resident';
  const items = city.systems
    .flatMap((system) => system.menu)
    .filter((item) => item.menu === menu && (item.may === undefined || isAllowed(item.may, actor)))
    .toSorted((a, b) => a.order - b.order);
  return arrangeMenu(items, request.url.split('?')[0] ?? '/', city.messages.for(localeOf(request)));
}

/** A short menu in a row; a long one with drawers, where a lone line needs none. */
export function arrangeMenu(items: readonly MenuItem[], path: string, t: Translate): readonly MenuEntry[] {
  const here = placeOf(path, items);
  const lineOf = (item: MenuItem): MenuLine => ({
    label: t(item.label),
    path: item.path,
    current: item.path === here,
    ...(item.hotkey === undefined ? {} : { hotkey: item.hotkey }),
  });
  if (items.length <= ROW) return items.map(lineOf);
  const drawers = MENU_GROUPS.flatMap((group): readonly MenuEntry[] => {
    const lines = items.filter((item) => item.group === group).map(lineOf);
    return lines.length < 2 ? lines : [drawerOf(t(`page:menuGroups.${group}`), lines)];
  });
  return [...items.filter((item) => item.group === undefined).map(lineOf), ...drawers];
}

/** `/desk` begins every address of the desk: the longest line that fits is where one is. */
function placeOf(path: string, items: readonly MenuItem[]): string {
  return items
    .filter((item) => path === item.path || path.startsWith(`${item.path}/`))
    .reduce((longest, item) => (item.path.length > longest.length ? item.path : longest), '');
}

function drawerOf(label: string, lines: readonly MenuLine[]): MenuDrawer {
  return { label, lines, current: lines.some((line) => line.current) };
}
