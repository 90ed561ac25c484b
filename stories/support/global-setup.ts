import { mkdirSync, rmSync } from 'node:fs';
import type { TestProject } from 'vitest/node';
import { startChromium } from './chromium.ts';
import { startCity } from './city.ts';
import { SHOTS } from './shots.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the stories' city hall answers. */
    readonly cityOrigin: string;
    readonly browserAddress: string;
  }
}

/** One city hall and one browser for all stories. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  rmSync(SHOTS, { recursive: true, force: true });
  mkdirSync(SHOTS, { recursive: true });
  const city = await startCity();
  try {
    const browser = await startChromium();
    project.provide('cityOrigin', city.origin);
    project.provide('browserAddress', browser.wsEndpoint());
    return async () => {
      await browser.close();
      await city.stop();
    };
  } catch (error) {
    await city.stop();
    throw error;
  }
}
