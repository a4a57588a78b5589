// Traffic of the sample app, for pictures of the panel.

import type { InspectedBrowser } from '../e2e/drivers/browser.ts';
import { waitFor } from '../e2e/drivers/wait-for.ts';

/** The buttons in the order in which they are pressed, with the number of requests of each. The last is a validation error. */
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

/** Expects an empty list. Resolves when every request is in it. */
export async function makeSampleTraffic(browser: InspectedBrowser): Promise<void> {
  let exchanges = 0;
  for (const [button, requests] of buttons) {
    exchanges += requests;
    await press(browser, button, exchanges);
  }
}

async function press({ page, panel }: InspectedBrowser, button: string, exchanges: number): Promise<void> {
  await page.getByRole('button', { name: button, exact: true }).click();
  const grid = panel.getByRole('grid', { name: 'Requests' });
  await waitFor(
    `exchange ${exchanges}, of "${button}"`,
    async () => Number((await grid.count()) && (await grid.attribute('aria-rowcount'))) === exchanges,
  );
}
