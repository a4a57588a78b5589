// Updates the README's pictures: a moving one, and the panel in the DevTools of both browsers with traffic of the sample app.

import { mkdirSync } from 'node:fs';
import type { InspectedBrowser } from '../e2e/drivers/browser.ts';
import { buildFolders, launch } from '../e2e/drivers/launch.ts';
import { waitFor } from '../e2e/drivers/wait-for.ts';
import { startXero } from '../e2e/fake-xero/server/server.ts';
import { recordMovingPicture } from './moving-picture.ts';

const folder = 'docs/images';
/** In the order of pressing, with the number of requests of each; the screenshot explains the last. */
const buttons: readonly [name: string, requests: number][] = [
  ['List projects', 1],
  ['Create a project', 1],
  ['Update a task', 1],
  ['Log time for an unknown user', 2],
  ['Use an expired token', 1],
  ['Use a connection ID as tenant ID', 2],
  ['Organisation offline', 1],
  ['Call Xero directly', 1],
  ['Create a task with two errors', 1],
];

mkdirSync(folder, { recursive: true });
for (const [name, theme] of [
  ['chromium', 'light'],
  ['firefox', 'dark'],
] as const) {
  const xero = await startXero();
  const browser = await launch[name]({ extension: buildFolders[name], httpsPort: xero.httpsPort, theme });
  await browser.page.goto(xero.appUrl);
  if (name === 'chromium') {
    await recordMovingPicture(browser, `${folder}/demo.png`);
    await browser.panel.getByRole('button', { name: 'Clear', exact: true }).click();
  }
  let exchanges = 0;
  for (const [button, requests] of buttons) {
    exchanges += requests;
    await press(browser, button, exchanges);
  }
  await browser.panel.locate('[role=row][data-diagnosis="validation-failed"]').click();
  await browser.panel.getByRole('list', { name: 'Field errors' }).waitFor();
  await browser.resize(1200, 480);
  await browser.screenshot(`${folder}/${name}.png`);
  await browser.close();
  await xero.close();
}
process.exit(0);

async function press({ page, panel }: InspectedBrowser, button: string, exchanges: number): Promise<void> {
  await page.getByRole('button', { name: button, exact: true }).click();
  const grid = panel.getByRole('grid', { name: 'Requests' });
  await waitFor(
    `exchange ${exchanges}, of "${button}"`,
    async () => Number((await grid.count()) && (await grid.attribute('aria-rowcount'))) === exchanges,
  );
}
