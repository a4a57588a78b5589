// `npm run pictures`: the pictures of the store listings, from the real panel, into docs/store/images.

import { mkdirSync, readFileSync } from 'node:fs';
import { chromium } from 'playwright';
import type { InspectedBrowser } from '../e2e/drivers/browser.ts';
import { buildFolders, launch } from '../e2e/drivers/launch.ts';
import { startXero, type Xero } from '../e2e/fake-xero/server/server.ts';
import { completeExplanation } from '../e2e/panel-page.ts';
import { sendRequest } from '../e2e/sample-app.ts';
import { ensureBrowser } from './install-browser.ts';
import { makeSampleTraffic } from './sample-traffic.ts';

const folder = 'docs/store/images';
/** Pixels, as both stores want them. */
const screenshotSize = [1280, 800] as const;
const tileSize = { width: 440, height: 280 };

type Panel = InspectedBrowser['panel'];

const pictures: readonly [name: string, open: (browser: InspectedBrowser, xero: Xero) => Promise<void>][] = [
  ['explanation', ({ panel }) => openTab(panel, 'validation-failed', 'Explanation')],
  [
    'request',
    async ({ panel }) => {
      await openTab(panel, 'validation-failed', 'Request');
      await panel.locate('.cm-editor .note').nth(0).waitFor();
    },
  ],
  [
    'retries',
    async ({ page, panel }, { control }) => {
      // Three retries, none of which waits for Retry-After.
      control.next('rate-limit-minute', { times: 3 });
      for (let attempt = 1; attempt <= 4; attempt++)
        await sendRequest(page, { path: '/Projects?page=2', options: { cache: 'no-store' } });
      await openTab(panel, 'rate-limit-minute', 'Retries');
    },
  ],
  [
    'limits',
    async ({ panel }) => {
      await panel.getByRole('tab', { name: 'Limits', exact: true }).click();
      await panel.locate('canvas').nth(0).waitFor();
    },
  ],
  [
    'reference',
    async ({ panel }) => {
      await panel.getByRole('tab', { name: 'Reference', exact: true }).click();
      await panel.getByRole('searchbox', { name: 'Search the reference' }).fill('createTask');
      await panel.getByRole('option', { name: 'POST createTask' }).click();
      await panel.getByRole('region', { name: 'Reference entry' }).waitFor();
    },
  ],
];

mkdirSync(folder, { recursive: true });
for (const theme of ['light', 'dark'] as const) {
  const xero = await startXero();
  const browser = await launch.chromium({ extension: buildFolders.chromium, httpsPort: xero.httpsPort, theme });
  await browser.page.goto(xero.appUrl);
  await makeSampleTraffic(browser);
  await browser.resize(...screenshotSize);
  for (const [name, open] of pictures) {
    await open(browser, xero);
    await browser.screenshot(`${folder}/${name}-${theme}.png`);
  }
  await browser.close();
  await xero.close();
}
await makeTile(`${folder}/tile.png`);
process.exit(0);

async function openTab(panel: Panel, diagnosis: string, tab: string): Promise<void> {
  await panel.getByRole('tab', { name: 'Requests', exact: true }).click();
  await panel.locate(`[role=row][data-diagnosis="${diagnosis}"]`).nth(0).click();
  await panel.getByRole('tab', { name: tab, exact: true }).click();
  if (tab === 'Explanation') await completeExplanation(panel);
  else await panel.getByRole('region', { name: tab, exact: true }).waitFor();
}

/** The icon and the name above the explanation of the first picture. */
async function makeTile(path: string): Promise<void> {
  const { path: executablePath } = await ensureBrowser('chromium');
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  const page = await browser.newPage({ viewport: tileSize, deviceScaleFactor: 1 });
  const image = (file: string) => `data:image/png;base64,${readFileSync(file, 'base64')}`;
  await page.setContent(`<!doctype html>
    <style>
      body { background: #e8f0fe; font: 600 24px system-ui, sans-serif; margin: 0; overflow: hidden; }
      header { align-items: center; display: flex; gap: 12px; padding: 22px 24px 18px; }
      .panel { background: url(${image(`${folder}/explanation-light.png`)}) -642px -52px; border-radius: 8px 0 0;
        box-shadow: 0 1px 8px #0004; height: 220px; margin-left: 24px; }
    </style>
    <header><img alt="" src="${image('extension/icons/48.png')}"> Xero Projects Inspector</header>
    <div class="panel"></div>`);
  await page.screenshot({ path });
  await browser.close();
}
