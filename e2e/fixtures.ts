// The fixtures of every end-to-end test: a local Xero, a browser with our panel open, and a page of the sample app freshly loaded.

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { test as base } from 'playwright/test';
import type { BrowserName, InspectedBrowser, InspectedPage, Page } from './drivers/browser.ts';
import { launch } from './drivers/launch.ts';
import { startXero, type Xero } from './fake-xero/server/server.ts';
import { packagedExtension } from './packaged-extension.ts';

export { expect } from 'playwright/test';

interface TestFixtures {
  /** The sample app in the inspected page. */
  app: InspectedPage;
  panel: Page<Document>;
  /** Resets everything before each test, and saves a screenshot of DevTools when one fails. */
  fresh: undefined;
}

interface WorkerFixtures {
  xero: Xero;
  inspected: InspectedBrowser;
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
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
      const browser = await launch[name]({ extension: packagedExtension[name], httpsPort: xero.httpsPort });
      await use(browser);
      await browser.close();
    },
    { scope: 'worker', timeout: 90_000 },
  ],
  fresh: [
    async ({ xero, inspected }, use, test) => {
      // Navigates first: a late request of the previous page would consume a response queued for this test.
      // Without the sample app's buttons, which take longer to load than most tests need for the rest.
      await inspected.page.goto(`${xero.appUrl}bare.html`);
      xero.control.reset();
      // A real click takes up to a third of a second: only if nothing else brings the focus back, as from DevTools' console.
      const isReady = await inspected.panel.evaluate(resetPanel);
      if (!isReady) await inspected.panel.getByRole('button', { name: 'Clear', exact: true }).click();
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

/** Runs in the panel: shows the empty list without filter, search and notices. Returns whether the panel has the focus, or has nothing to focus. */
async function resetPanel(document: Document): Promise<boolean> {
  const tabs = [...document.querySelectorAll<HTMLElement>('[role=tab][aria-selected=false]')];
  tabs.find((tab) => tab.textContent === 'Requests')?.click();
  // The list's toolbar has to be rendered first.
  await new Promise((resolve) => setTimeout(resolve));
  const button = (label: string) => document.querySelector<HTMLElement>(`button[aria-label="${label}"]`);
  for (const label of ['Clear filter', 'Close search', 'Clear']) button(label)?.click();
  // A notice of an earlier test could be mistaken for one of this test.
  for (const each of document.querySelectorAll<HTMLElement>('[aria-label="Close notice"]')) each.click();
  // The focus goes where a click would put it: not into a field, which would take keys as text.
  button('Clear')?.focus();
  return document.hasFocus() || button('Clear') === null;
}
