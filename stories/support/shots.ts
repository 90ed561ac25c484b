import { join } from 'node:path';
import type { Page } from 'playwright-core';

/** Pictures of the pages as the stories saw them, for people to look at. */
export const SHOTS = join(import.meta.dirname, '..', '.shots');

export async function takeShot(page: Page, name: string): Promise<void> {
  const file = name.replaceAll(/[^\p{L}\p{N}]+/gu, '-').slice(0, 80);
  await page.screenshot({ path: join(SHOTS, `${file}.png`), fullPage: true });
}
