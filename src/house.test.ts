import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cityHall } from './city-hall.ts';
import { LOCALES } from './kernel/i18n/translate.ts';

/** The map of the house against the disk: what DESIGN §1 promises a newcomer. */
const SRC = import.meta.dirname;
const ROOT = join(SRC, '..');
const folders = readdirSync(join(SRC, 'systems'));

describe('every system', () => {
  it('on the disk is on the map, and the other way round', () => {
    expect(cityHall.map((system) => system.name).toSorted()).toEqual(folders.toSorted());
  });

  it.each(cityHall)('$name has a README and a story', (system) => {
    expect(existsSync(join(system.folder, 'README.md'))).toBe(true);
    const stories = globSync('stories/**/*.story.ts', { cwd: ROOT }).map((file) =>
      readFileSync(join(ROOT, file), 'utf8'),
    );
    expect(stories.some((story) => story.includes(`system: ${system.name}`))).toBe(true);
  });

  it.each(cityHall)(
    '$name names its actions, queries and figures after itself, and says who may',
    (system) => {
      for (const definition of [...system.actions, ...system.queries]) {
        expect(definition.name).toMatch(new RegExp(`^${system.name}\\.[a-z]+(-[a-z]+)*$`));
        expect(definition.may.length).toBeGreaterThan(0);
        expect(definition.title.uk.length).toBeGreaterThan(3);
        expect(definition.title.en.length).toBeGreaterThan(3);
      }
      for (const figure of system.figures) expect(figure.id.startsWith(`${system.name}.`)).toBe(true);
    },
  );

  it.each(cityHall)('$name keeps personal tables for a named term', (system) => {
    for (const rule of system.retention) expect(rule.article.length).toBeGreaterThan(5);
  });
});

describe('figures', () => {
  it('have ids of their own', () => {
    const ids = cityHall.flatMap((system) => system.figures.map((figure) => figure.id));
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('catalogues of messages', () => {
  const catalogues = globSync('**/messages/uk.json', { cwd: SRC }).map((file) => join(SRC, file));

  it.each(catalogues)('%s says the same in every language', (file) => {
    const keys = LOCALES.map((locale) =>
      keysOf(JSON.parse(readFileSync(file.replace('uk.json', `${locale}.json`), 'utf8'))),
    );
    expect(keys[1]).toEqual(keys[0]);
  });

  it('have every key that the code names', () => {
    const known = new Set(
      catalogues.flatMap((file) => {
        const namespace = relative(SRC, file).split('/').at(-3) ?? '';
        return keysOf(JSON.parse(readFileSync(file, 'utf8'))).map((key) => `${namespace}:${key}`);
      }),
    );
    const namespaces = new Set([...known].map((key) => key.split(':')[0]));
    const isKnown = (key: string) => known.has(key) || [...known].some((one) => one.startsWith(`${key}.`));
    const missing = globSync('**/*.{ts,tsx}', { cwd: SRC })
      .filter((file) => !/\.test\.tsx?$/.test(file))
      .flatMap((file) => namedKeys(readFileSync(join(SRC, file), 'utf8')).map((key) => `${file}: ${key}`))
      .filter((line) => {
        const key = line.slice(line.indexOf(': ') + 2);
        return namespaces.has(key.split(':')[0] ?? '') && !isKnown(key);
      });
    expect(missing).toEqual([]);
  });
});

/** Message paths without the plural endings, which differ between languages. */
function keysOf(catalogue: unknown, path = ''): string[] {
  if (typeof catalogue !== 'object' || catalogue === null)
    return [path.replace(/_(one|few|many|other|two|zero)$/, '')];
  const keys = Object.entries(catalogue).flatMap(([name, value]) =>
    keysOf(value, path === '' ? name : `${path}.${name}`),
  );
  return [...new Set(keys)].toSorted();
}

/** Keys written out in the code; those put together from parts are met by the pages' own tests. */
function namedKeys(code: string): string[] {
  return [...code.matchAll(/['"`]([a-z][a-z-]*:[a-z][\w.-]*\w)['"`]/gi)].map((match) => match[1] ?? '');
}

describe('imports', () => {
  const files = globSync('**/*.{ts,tsx}', { cwd: SRC }).filter(
    (file) => !/(\.(test|story)|-fixture)\.tsx?$/.test(file),
  );
  const imports = files.flatMap((file) =>
    [...readFileSync(join(SRC, file), 'utf8').matchAll(/(?:from|import\()\s*'(\.[^']+)'/g)].map((match) => ({
      from: file,
      to: relative(SRC, resolve(SRC, file, '..', match[1] ?? '')),
    })),
  );
  const systemOf = (path: string) => /^systems\/([^/]+)\//.exec(path)?.[1];
  const isShell = (path: string) => /^(public-site|staff-desk)\//.test(path);
  const show = (list: readonly { from: string; to: string }[]) =>
    list.map(({ from, to }) => `${from} -> ${to}`);

  it('of the kernel name no system and no shell', () => {
    const wrong = imports.filter(
      ({ from, to }) => from.startsWith('kernel/') && (systemOf(to) !== undefined || isShell(to)),
    );
    expect(show(wrong)).toEqual([]);
  });

  it('of a system name no shell, and other systems only by their door', () => {
    const wrong = imports.filter(({ from, to }) => {
      const own = systemOf(from);
      if (own === undefined) return false;
      const other = systemOf(to);
      return isShell(to) || (other !== undefined && other !== own && to !== `systems/${other}/index.ts`);
    });
    expect(show(wrong)).toEqual([]);
  });

  it('of the shells use the doors and manifests', () => {
    const wrong = imports.filter(
      ({ from, to }) =>
        isShell(from) && systemOf(to) !== undefined && !/^systems\/[^/]+\/(index|system)\.ts$/.test(to),
    );
    expect(show(wrong)).toEqual([]);
  });

  it('join no two systems both ways', () => {
    const pairs = new Set(
      imports.flatMap(({ from, to }) => {
        const [a, b] = [systemOf(from), systemOf(to)];
        return a !== undefined && b !== undefined && a !== b ? [`${a} ${b}`] : [];
      }),
    );
    const both = [...pairs].filter((pair) => pairs.has(pair.split(' ').toReversed().join(' ')));
    expect(both).toEqual([]);
  });
});
