import type { BrowserContext, Page } from 'playwright-core';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { addressesOf, type CityPage, cityPages, type Examples, findExamples } from './support/city-pages.ts';
import { findBarriers, findSlips } from './support/inspect-page.ts';
import { openContext, type Screen } from './support/person.ts';
import { takeShot } from './support/shots.ts';
import { watchPage } from './support/watch-page.ts';

/**
 * Every page of the manifests and shells: with axe in light and dark, in large type and high contrast,
 * in English; and residents' pages with JavaScript off.
 */
const SCREEN: Readonly<Record<CityPage['shell'], Screen>> = {
  resident: 'phone',
  staff: 'desk',
  kiosk: 'kiosk',
  board: 'television',
  print: 'desk',
};

let examples: Examples = {};

beforeAll(async () => {
  examples = await findExamples();
});

it('every page has an example to open', () => {
  const without = cityPages.filter(
    // An empty list says that a page is only for who has a code that a story alone learns.
    (page) => addressesOf(page, examples).length === 0 && examples[page.pattern] === undefined,
  );
  expect(
    without.map(({ pattern }) => pattern),
    'name an example in stories/support/city-pages.ts',
  ).toEqual([]);
});

// Two at a time, as the two cores have it: while one page is looked at, the next is made.
describe.concurrent.each(cityPages.map((page) => [page.pattern, page] as const))('%s', (_, page) => {
  // The desk is served with scripts; what residents need works without them.
  it.skipIf(page.shell === 'staff' || page.shell === 'board')('answers with JavaScript off', async () => {
    for (const path of addressesOf(page, examples)) {
      if (!(await isOwnPage(page, path))) continue;
      await inContext(page, { javaScriptEnabled: false }, async (tab) => {
        const answer = await tab.goto(path);
        expect(answer?.status(), path).toBe(200);
        expect(await findSlips(tab), path).toEqual([]);
        expect((await tab.locator('body').innerText()).length, path).toBeGreaterThan(40);
      });
    }
  });

  it('has no barriers, light, dark, large or in contrast, and speaks English where it is asked to', async () => {
    for (const [index, path] of addressesOf(page, examples).entries()) {
      if (!(await isOwnPage(page, path))) continue;
      await inContext(page, { colorScheme: 'light' }, async (tab, context) => {
        const troubles = watchPage(tab, inject('cityOrigin'));
        const answer = await tab.goto(path);
        expect(answer?.status(), path).toBe(200);
        await takeShot(tab, `page${path}`);
        const found = [...(await findSlips(tab)), ...(await findBarriers(tab))];
        // The other faces of a page are of the same colours and words.
        if (index === 0)
          found.push(...(await findInOtherLooks(tab, context)), ...(await findInEnglish(tab, context)));
        expect([...found, ...troubles], path).toEqual([]);
      });
    }
  });
});

async function findInEnglish(tab: Page, context: BrowserContext): Promise<string[]> {
  await prefers(context, { lang: 'en' });
  await tab.reload();
  const foreign = (await tab.evaluate(readFrame)).match(/[а-яіїєґ]+/i);
  return [
    ...(await findSlips(tab, 'en')),
    ...(foreign === null ? [] : [`English frame says «${foreign[0]}»`]),
  ];
}

async function findInOtherLooks(tab: Page, context: BrowserContext): Promise<string[]> {
  await tab.emulateMedia({ colorScheme: 'dark' });
  const dark = await findBarriers(tab, 'colours');
  await prefers(context, { largeType: 'on', contrast: 'on' });
  await tab.reload();
  const large = [...(await findBarriers(tab, 'colours')), ...(await findSlips(tab))];
  return [...dark.map((line) => `dark: ${line}`), ...large.map((line) => `large, in contrast: ${line}`)];
}

const answers = new Map<string, Promise<string>>();

/** Downloads only have to answer, and what leads to another page is opened as that page. */
async function isOwnPage({ login }: CityPage, path: string): Promise<boolean> {
  const known = answers.get(path) ?? readType(login, path);
  answers.set(path, known);
  return (await known).includes('html');
}

async function readType(login: string | undefined, path: string): Promise<string> {
  const headers = login === undefined ? {} : { cookie: `session=demo-${login}` };
  const answer = await fetch(new URL(path, inject('cityOrigin')), { headers });
  await answer.arrayBuffer();
  if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`);
  return answer.redirected ? 'another page' : (answer.headers.get('content-type') ?? '');
}

async function inContext(
  { login, shell }: CityPage,
  more: Parameters<typeof openContext>[1],
  work: (tab: Page, context: BrowserContext) => Promise<void>,
): Promise<void> {
  const context = await openContext(SCREEN[shell], more);
  try {
    if (login !== undefined) await prefers(context, { session: `demo-${login}` });
    await work(await context.newPage(), context);
  } finally {
    await context.close();
  }
}

function prefers(context: BrowserContext, cookies: Readonly<Record<string, string>>): Promise<void> {
  const url = inject('cityOrigin');
  return context.addCookies(Object.entries(cookies).map(([name, value]) => ({ name, value, url })));
}

/** Words of head, menus and foot, without the other language's own name and the person's. */
function readFrame(): string {
  const parts = [...document.querySelectorAll('body > header, body > footer, body > nav, .kiosk-foot')];
  return parts
    .map((part) => {
      const copy = part.cloneNode(true);
      if (!(copy instanceof Element)) return '';
      for (const name of copy.querySelectorAll('[lang=uk], .desk-name')) name.remove();
      return copy.textContent;
    })
    .join(' ');
}
