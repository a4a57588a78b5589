// What every end-to-end test starts from: a local Xero, a browser with our panel open, and the sample app freshly loaded.

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { test as base } from 'playwright/test';
import type { BrowserName, InspectedBrowser, InspectedPage, Surface } from './browsers/browser.ts';
import { builtFor, launch } from './browsers/launch.ts';
import { startXero, type Xero } from './xero/server.ts';

export { expect } from 'playwright/test';

interface ForEachTest {
  /** The sample app, in the page that DevTools inspect. */
  app: InspectedPage;
  panel: Surface<Document>;
  /** Puts everything back before each test, and keeps a picture of DevTools when one fails. */
  fresh: undefined;
}

interface ForAllTests {
  xero: Xero;
  inspected: InspectedBrowser;
}

export const test = base.extend<ForEachTest, ForAllTests>({
  xero: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern what a fixture needs
    async ({}, use) => {
      const xero = await startXero();
      await use(xero);
      await xero.close();
    },
    { scope: 'worker' },
  ],
  inspected: [
    async ({ xero }, use, worker) => {
      const name = worker.project.name as BrowserName;
      const browser = await launch[name]({ extension: builtFor[name], httpsPort: xero.httpsPort });
      await use(browser);
      await browser.close();
    },
    { scope: 'worker', timeout: 90_000 },
  ],
  fresh: [
    async ({ xero, inspected }, use, test) => {
      // The page first: what the last one still calls would take what is ordered for this test.
      await inspected.page.goto(xero.appUrl);
      xero.control.reset();
      const exchanges = inspected.panel.getByRole('tab', { name: 'Exchanges', exact: true });
      const isOpen = (await exchanges.count()) === 0 || (await exchanges.attribute('aria-selected')) === 'true';
      if (!isOpen) await exchanges.click();
      const clear = inspected.panel.getByRole('button', { name: 'Clear', exact: true });
      if (await clear.count()) await clear.click();
      const clearFilter = inspected.panel.getByRole('button', { name: 'Clear the filter', exact: true });
      if (await clearFilter.count()) await clearFilter.click();
      const closeSearch = inspected.panel.getByRole('button', { name: 'Close search', exact: true });
      if (await closeSearch.count()) await closeSearch.click();
      await use(undefined);
      if (test.status === test.expectedStatus) return;
      mkdirSync(test.outputDir, { recursive: true });
      const path = join(test.outputDir, 'devtools.png');
      await inspected.screenshot(path);
      await test.attach('DevTools', { path, contentType: 'image/png' });
    },
    { auto: true },
  ],
  app: async ({ inspected }, use) => use(inspected.page),
  panel: async ({ inspected }, use) => use(inspected.panel),
});
