import { type Browser, type BrowserContext, chromium, type Locator, type Page } from 'playwright-core';
import { afterAll, expect, inject } from 'vitest';
import { findBarriers, findSlips } from './inspect-page.ts';
import { takeShot } from './shots.ts';
import { watchPage } from './watch-page.ts';

/** What a person looks at. */
const SCREENS = {
  phone: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
  desk: { viewport: { width: 1440, height: 900 } },
  kiosk: { viewport: { width: 1080, height: 1920 }, hasTouch: true },
  television: { viewport: { width: 1920, height: 1080 } },
} as const;

export type Screen = keyof typeof SCREENS;

const PATIENCE_MS = 30_000;
/** More stops than any page of ours has. */
const TABS = 150;
let browser: Promise<Browser> | undefined;

export async function openContext(
  screen: Screen,
  more: { readonly javaScriptEnabled?: boolean; readonly colorScheme?: 'dark' | 'light' } = {},
): Promise<BrowserContext> {
  browser ??= chromium.connect(inject('browserAddress'));
  const context = await (await browser).newContext({
    ...SCREENS[screen],
    baseURL: inject('cityOrigin'),
    locale: 'uk-UA',
    timezoneId: 'Europe/Kyiv',
    reducedMotion: 'reduce',
    ...more,
  });
  context.setDefaultTimeout(PATIENCE_MS);
  return context;
}

afterAll(async () => {
  await (await browser)?.close();
  browser = undefined;
});

/** Somebody with a screen of her own. Every `sees` looks at the page with axe too and takes a picture. */
export class Person {
  readonly page: Page;
  readonly #name: string;
  readonly #troubles: readonly string[];
  #shots = 0;

  private constructor(name: string, page: Page) {
    this.#name = name;
    this.page = page;
    this.#troubles = watchPage(page, inject('cityOrigin'));
  }

  static async comes(name: string, screen: Screen, path?: string): Promise<Person> {
    const context = await openContext(screen);
    const person = new Person(name, await context.newPage());
    if (path !== undefined) await person.goes(path);
    return person;
  }

  /** A member of the staff, through the demo buttons of the start page. */
  static async signsIn(name: string, button: string): Promise<Person> {
    const person = await Person.comes(name, 'desk', '/');
    await person.page.getByRole('button', { name: button, exact: true }).click();
    await person.page.waitForURL(/\/desk/);
    return person;
  }

  /** A member of the staff who has no button on the start page. */
  static async signsInAs(name: string, login: string): Promise<Person> {
    const person = await Person.comes(name, 'desk');
    const answer = await person.page.request.post('/demo/sign-in', { form: { login } });
    expect(answer.status()).toBe(200);
    await person.goes('/desk');
    return person;
  }

  async goes(path: string): Promise<void> {
    const answer = await this.page.goto(path);
    expect(answer?.status(), path).toBeLessThan(500);
  }

  /** Waits until all the words are on the page, then looks at the page as everyone may meet it. */
  async sees(...words: readonly (string | RegExp)[]): Promise<void> {
    for (const one of words) await this.finds(one);
    await takeShot(this.page, this.#nextShot());
    const findings = [...(await findSlips(this.page)), ...(await findBarriers(this.page)), ...this.#troubles];
    expect(findings, `${this.#name} at ${this.page.url()}`).toEqual([]);
  }

  async finds(words: string | RegExp): Promise<void> {
    const found = this.page.getByText(words).filter({ visible: true }).first();
    await found.waitFor().catch(async () => {
      await takeShot(this.page, this.#nextShot('missing'));
      const shown = await this.page.locator('body').innerText();
      throw new Error(
        `${this.#name} does not see ${String(words)} at ${this.page.url()}, but:\n${shown.slice(0, 3000)}`,
      );
    });
  }

  /** No such words anywhere on the page, now. */
  async doesNotSee(words: string | RegExp): Promise<void> {
    expect(await this.page.getByText(words).filter({ visible: true }).count(), String(words)).toBe(0);
  }

  /** A link or a button by its name. */
  async clicks(name: string | RegExp): Promise<void> {
    const { page } = this;
    const exact = typeof name === 'string';
    const target = page.getByRole('link', { name, exact }).or(page.getByRole('button', { name, exact }));
    await target.filter({ visible: true }).first().click();
  }

  async presses(key: string): Promise<void> {
    await this.page.keyboard.press(key);
  }

  /** Walks by Tab to the button, link or field of this name, as who has no mouse does. */
  async tabsTo(name: string): Promise<void> {
    for (let step = 0; step < TABS; step += 1) {
      await this.page.keyboard.press('Tab');
      if ((await this.page.evaluate(nameInFocus)).startsWith(name)) return;
    }
    throw new Error(`${this.#name} found no «${name}» by Tab at ${this.page.url()}`);
  }

  /** Walks to the field by Tab and types over what stands there. */
  async types(label: string, text: string): Promise<void> {
    await this.tabsTo(label);
    await this.page.keyboard.press('Control+A');
    await this.page.keyboard.insertText(text);
  }

  /** Writes into the field of this label. */
  async writes(label: string | RegExp, text: string): Promise<void> {
    await this.field(label).fill(text);
  }

  field(label: string | RegExp): Locator {
    const named = this.page.getByLabel(label, { exact: typeof label === 'string' });
    return named.and(this.page.locator('input, textarea, select')).filter({ visible: true }).first();
  }

  async leaves(): Promise<void> {
    await this.page.context().close();
  }

  #nextShot(what = ''): string {
    this.#shots += 1;
    return `${this.#name} ${String(this.#shots).padStart(2, '0')} ${what}`.trim();
  }
}

/** What a screen reader would call the element in focus, near enough. */
function nameInFocus(): string {
  const focused = document.activeElement;
  const labels =
    focused instanceof HTMLInputElement || focused instanceof HTMLTextAreaElement ? focused.labels : null;
  const name = focused?.getAttribute('aria-label') ?? labels?.[0]?.textContent ?? focused?.textContent ?? '';
  return name.trim();
}
