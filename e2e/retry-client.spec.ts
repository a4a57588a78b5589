// The retrying client: shown in three languages, and copied to the clipboard.

import { readClipboard } from './clipboard.ts';
import type { Locator } from './drivers/browser.ts';
import { expect, test } from './fixtures.ts';
import { explainLast } from './panel-page.ts';
import { sendRequest } from './sample-app.ts';

const languages = [
  ['C#', 'FirstSeconds: 15'],
  ['Python', '"first_seconds": 15'],
  ['TypeScript', 'firstSeconds: 15'],
] as const;

test('offers a client in three languages after a 429, and copies the one shown', async ({ app, panel, xero }) => {
  xero.control.next('rate-limit-minute');
  await sendRequest(app);
  const explanation = await explainLast(panel, 1);
  await openClient(explanation);
  const code = explanation.getByRole('region', { name: 'Retry code' });
  for (const [language, policy] of languages) {
    await explanation.getByRole('radio', { name: language }).click();
    await expect.poll(() => code.text()).toContain(policy);
    expect(await code.text()).toContain('getProjects (GET /Projects): 429');
  }

  await copy(explanation);
  expect((await readClipboard(app)).trim()).toBe((await code.text()).trim());
});

test('keeps the client open in the chosen language for the next response', async ({ app, panel, xero }) => {
  xero.control.next('server-error');
  await sendRequest(app);
  const first = await explainLast(panel, 1);
  await expect.poll(() => first.attribute('data-diagnosis')).toBe('server-error');
  await openClient(first);
  await first.getByRole('radio', { name: 'Python' }).click();
  xero.control.next('token-expired');
  await sendRequest(app);
  const second = await explainLast(panel, 2);
  await expect.poll(() => second.attribute('data-diagnosis')).toBe('token-expired');
  const code = second.getByRole('region', { name: 'Retry code' });
  await expect.poll(() => code.text()).toContain('"action": "refresh-token"');
  await second.getByRole('radio', { name: 'TypeScript' }).click();
});

test('offers no client for a success', async ({ app, panel }) => {
  await sendRequest(app);
  const explanation = await explainLast(panel, 1);
  await explanation.getByRole('region', { name: 'Retry advice' }).waitFor();
  expect(await explanation.locate('.retry-client').count()).toBe(0);
});

/** The panel remembers whether it is open. */
async function openClient(explanation: Locator): Promise<void> {
  const client = explanation.locate('.retry-client');
  if ((await client.attribute('open')) === null) await explanation.getByText('Retry code').click();
}

async function copy(explanation: Locator): Promise<void> {
  await explanation.getByRole('button', { name: 'Copy retry code' }).click();
  await expect.poll(() => explanation.getByRole('status').text()).toBe('Copied');
}
