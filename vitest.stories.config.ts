import { defineConfig } from 'vitest/config';

/** Stories in a real browser against a real server: one after another, each with time enough. */
export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    environment: 'node',
    include: ['stories/**/*.story.ts'],
    globalSetup: ['stories/support/global-setup.ts'],
    fileParallelism: false,
    maxConcurrency: 2,
    // A slow machine must not fail a story; these only end what hangs.
    testTimeout: 600_000,
    hookTimeout: 600_000,
  },
});
