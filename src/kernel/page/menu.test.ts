import { expect, it } from 'vitest';
import type { MenuItem } from '../system.ts';
import { arrangeMenu, type MenuGroup } from './menu.ts';

const line = (path: string, group?: MenuGroup): MenuItem => ({
  menu: 'staff',
  path,
  label: path,
  order: 1,
  ...(group === undefined ? {} : { group }),
});
const arrange = (items: readonly MenuItem[], path: string) => arrangeMenu(items, path, (key) => key);

it('a short menu stands in one row, whatever its drawers', () => {
  const items = [line('/desk'), line('/desk/a', 'centre'), line('/desk/b', 'centre')];
  expect(arrange(items, '/desk/b/7').map((entry) => [entry.label, entry.current])).toEqual([
    ['/desk', false],
    ['/desk/a', false],
    ['/desk/b', true],
  ]);
});

it('a long menu keeps its first lines and puts the rest into drawers; a lone line needs none', () => {
  const items = [
    line('/desk'),
    ...['a', 'b', 'c', 'd'].map((name) => line(`/desk/${name}`, 'centre')),
    line('/desk/e', 'house'),
    line('/desk/f'),
  ];
  const menu = arrange(items, '/desk/c');
  expect(menu.map(({ label }) => label)).toEqual(['/desk', '/desk/f', 'page:menuGroups.centre', '/desk/e']);
  expect(menu[2]).toMatchObject({ current: true, lines: [{}, {}, { path: '/desk/c', current: true }, {}] });
});
