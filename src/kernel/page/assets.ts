import { createHash } from 'node:crypto';
import { glob, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, extname, join } from 'node:path';
import { build, transform } from 'esbuild';

/** A file the house serves at an address that changes with its content: cached for ever. */
export interface Asset {
  readonly type: string;
  readonly bytes: Buffer;
}

const FOLDER = import.meta.dirname;

/** The cascade: what stands later wins; a system's own `styles/*.css` come after all of these. */
const STYLES = ['tokens', 'base', 'components', 'resident', 'staff', 'kiosk', 'board', 'print'];
const FONTS = ['@fontsource-variable/onest', '@fontsource-variable/literata'];

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.mp3': 'audio/mpeg',
  '.png': 'image/png',
};

const paths = new Map<string, string>();

/** The served address of an asset by its name: `house.css`, `live.js`. Known after `loadAssets`. */
export function assetPath(name: string): string {
  return paths.get(name) ?? `/assets/${name}`;
}

/**
 * Builds all assets in memory: the house's and those in `client/*.ts`, `styles/*.css` and
 * `assets/*` of the given folders. Keys are paths (`/assets/house.1f0c2d3e4b5a.css`).
 * @throws when two scripts or files bear one name, or a script does not compile.
 */
export async function loadAssets(folders: readonly string[]): Promise<ReadonlyMap<string, Asset>> {
  const assets = new Map<string, Asset>();
  const all = [FOLDER, ...folders.filter((folder) => folder !== FOLDER)];
  const faces = await Promise.all(FONTS.map((font) => addFont(assets, font)));
  await addStyles(assets, faces, folders);
  await addScripts(assets, await find(all, 'client/*.ts'));
  for (const file of await find(all, 'assets/*')) {
    if (TYPES[extname(file)] !== undefined) add(assets, basename(file), await readFile(file));
  }
  return assets;
}

function add(assets: Map<string, Asset>, name: string, bytes: Buffer): string {
  const type = TYPES[extname(name)];
  if (type === undefined) throw new Error(`asset of an unknown kind: ${name}`);
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 12);
  const ending = extname(name);
  const path = `/assets/${basename(name, ending)}.${hash}${ending}`;
  const known = paths.get(name);
  if (known !== undefined && known !== path && assets.has(known)) {
    throw new Error(`two assets bear one name: ${name}`);
  }
  paths.set(name, path);
  assets.set(path, { type, bytes });
  return path;
}

/** The package's own `@font-face` rules with its files at our addresses. */
async function addFont(assets: Map<string, Asset>, font: string): Promise<string> {
  const index = createRequire(import.meta.url).resolve(`${font}/index.css`);
  let css = await readFile(index, 'utf8');
  for (const [whole, file = ''] of css.matchAll(/url\(\.\/(files\/[^)]+)\)/g)) {
    const path = add(assets, basename(file), await readFile(join(dirname(index), file)));
    css = css.replace(whole, `url(${path})`);
  }
  return css;
}

async function addStyles(
  assets: Map<string, Asset>,
  faces: readonly string[],
  folders: readonly string[],
): Promise<void> {
  const own = STYLES.map((name) => join(FOLDER, 'styles', `${name}.css`));
  const others = (await find(folders, 'styles/*.css')).filter((file) => !own.includes(file));
  const sheets = await Promise.all([...own, ...others].map((file) => readFile(file, 'utf8')));
  const css = await transform([...faces, ...sheets].join('\n'), { loader: 'css', minify: true });
  add(assets, 'house.css', Buffer.from(css.code));
}

async function addScripts(assets: Map<string, Asset>, files: readonly string[]): Promise<void> {
  const scripts = files.filter((file) => !file.includes('.test.'));
  const results = await Promise.all(
    scripts.map((file) =>
      build({
        entryPoints: [file],
        bundle: true,
        minify: true,
        write: false,
        format: 'esm',
        target: 'es2022',
        legalComments: 'none',
      }),
    ),
  );
  for (const [index, { outputFiles }] of results.entries()) {
    const [output] = outputFiles;
    const file = scripts[index];
    if (output === undefined || file === undefined) continue;
    add(assets, `${basename(file, '.ts')}.js`, Buffer.from(output.contents));
  }
}

async function find(folders: readonly string[], pattern: string): Promise<string[]> {
  const found: string[] = [];
  for (const cwd of folders) {
    for await (const file of glob(pattern, { cwd })) found.push(join(cwd, file));
  }
  return found.sort();
}
