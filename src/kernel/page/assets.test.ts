import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { assetPath, loadAssets } from './assets.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'assets-'));
  await mkdir(join(folder, 'client'));
  await mkdir(join(folder, 'styles'));
});

afterAll(() => rm(folder, { recursive: true }));

test('styles, scripts and fonts of the house and of a system are served under their content', async () => {
  await writeFile(join(folder, 'client', 'club.ts'), 'const court: number = 1; console.log(court);');
  await writeFile(join(folder, 'styles', 'club.css'), '.court { color: rgb(1, 2, 3); }');
  const assets = await loadAssets([folder]);
  const house = assets.get(assetPath('house.css'));
  expect(house?.type).toContain('text/css');
  const css = house?.bytes.toString() ?? '';
  expect(css).toContain('.court');
  for (const [, url = ''] of css.matchAll(/url\(([^)]+)\)/g)) expect(assets.has(url)).toBe(true);
  expect(assetPath('club.js')).toMatch(/^\/assets\/club\.[0-9a-f]{12}\.js$/);
  expect(assets.get(assetPath('live.js'))?.type).toContain('javascript');
  expect(assets.has(assetPath('onest-cyrillic-wght-normal.woff2'))).toBe(true);
});

test('another content has another address', async () => {
  const before = assetPath('club.js');
  await writeFile(join(folder, 'client', 'club.ts'), 'console.log(2);');
  const assets = await loadAssets([folder]);
  expect(assetPath('club.js')).not.toBe(before);
  expect(assets.has(before)).toBe(false);
});

test('two scripts of one name are refused', async () => {
  await writeFile(join(folder, 'client', 'live.ts'), 'console.log("another");');
  await expect(loadAssets([folder])).rejects.toThrow('live.js');
});
