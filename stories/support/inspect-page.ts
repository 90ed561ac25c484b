import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/** A message key where words should stand: `queue:ticket.title`. */
const RAW_KEY = /\b[a-z][a-z-]+:[a-z][A-Za-z-]*\.[a-zA-Z][a-zA-Z.-]*/g;
/** A placeholder nobody filled, or a value that is no words. */
const UNFILLED = /\{\{[^}]*\}\}|\bundefined\b|\bNaN\b|\[object Object\]/g;

/** What axe finds against WCAG 2.2 AA, a line a finding; `colours` alone where only they have changed. */
export async function findBarriers(page: Page, what: 'all' | 'colours' = 'all'): Promise<string[]> {
  // Nothing here has frames, and the legacy mode opens no second page for them.
  const axe = new AxeBuilder({ page }).setLegacyMode();
  const { violations } = await (what === 'all'
    ? axe.withTags(WCAG)
    : axe.withRules('color-contrast')
  ).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes
      .slice(0, 3)
      .map((node) => `${id}: ${String(node.target)} – ${node.html.slice(0, 160)} – ${why(node)}`),
  );
}

function why({
  any,
  all,
  none,
}: {
  any: { message: string }[];
  all: { message: string }[];
  none: { message: string }[];
}): string {
  return [...any, ...all, ...none]
    .map(({ message }) => message)
    .join('; ')
    .slice(0, 260);
}

/** What no page may show, whoever looks: raw keys, missing values, not exactly one heading of the first rank. */
export async function findSlips(page: Page, locale: 'uk' | 'en' = 'uk'): Promise<string[]> {
  const words = await page.locator('body').innerText();
  const headings = await page.locator('h1').count();
  const lang = await page.locator('html').getAttribute('lang');
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  return [
    ...[...words.matchAll(RAW_KEY)].map(([key]) => `raw key: ${key}`),
    ...[...words.matchAll(UNFILLED)].map(([found]) => `unfilled: ${found}`),
    ...(headings === 1 ? [] : [`${headings} headings h1`]),
    ...(lang === locale ? [] : [`lang="${lang ?? ''}"`]),
    ...(overflow > 1 ? [`wider than the screen by ${overflow} px`] : []),
  ];
}
