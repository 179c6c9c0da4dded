import { defineConfig } from 'vitest/config';

// The built page in a real Chromium, beside a feed of our own.
export default defineConfig({
  test: { include: ['tests/browser/**/*.test.ts'], environment: 'node', testTimeout: 30_000, hookTimeout: 120_000, fileParallelism: false, globalSetup: 'tests/browser/buildPage.ts' },
});
