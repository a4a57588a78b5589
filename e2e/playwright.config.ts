// End-to-end tests: every *.spec.ts in both browsers.

import { defineConfig } from 'playwright/test';

export default defineConfig({
  testMatch: '*.spec.ts',
  outputDir: '../test-results/playwright',
  timeout: 30_000,
  expect: { timeout: 10_000 },
  // A browser with DevTools uses a core, but is idle half of the time.
  workers: 2,
  forbidOnly: true,
  reporter: [['list'], ['json', { outputFile: '../test-results/playwright.json' }]],
  projects: [{ name: 'chromium' }, { name: 'firefox' }],
});
