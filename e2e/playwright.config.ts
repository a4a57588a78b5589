// End-to-end tests: every *.spec.ts in both browsers, with the extension that `npm run package` wrote.

import { defineConfig } from 'playwright/test';

/** These tests need no browser. */
const packages = 'packages.spec.ts';

export default defineConfig({
  testMatch: '*.spec.ts',
  globalSetup: './packaged-extension.ts',
  outputDir: '../test-results/playwright',
  timeout: 30_000,
  expect: { timeout: 10_000 },
  // A browser with DevTools uses a core, but is idle half of the time.
  workers: 2,
  forbidOnly: true,
  reporter: [['list'], ['json', { outputFile: '../test-results/playwright.json' }]],
  projects: [
    { name: 'chromium', testIgnore: packages },
    { name: 'firefox', testIgnore: packages },
    { name: 'packages', testMatch: packages },
  ],
});
