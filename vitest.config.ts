import { defineConfig } from 'vitest/config';

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    environment: 'node',
    include: ['{src,replay,scripts,bench}/**/*.test.{ts,tsx}'],
    globalSetup: ['src/kernel/testing/global-setup.ts'],
    pool: 'threads',
    maxWorkers: 2,
    // A slow machine must not fail a test; these only end what hangs.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
