// The explanation of every failure that a server can return, in the real panel.

import type { Page } from './drivers/browser.ts';
import { failures } from './fake-xero/scenarios/failures.ts';
import { expect, test } from './fixtures.ts';
import { clearQuickly, explainLast, readOutcome } from './panel-page.ts';
import { sendRequest } from './sample-app.ts';

// One test for all, because reloading the page takes longer than checking the explanation.
test('explains every failure with meaning, retry advice and source', async ({ app, panel, xero }) => {
  test.setTimeout(120_000);
  for (const id of Object.keys(failures)) {
    xero.control.next(id);
    await sendRequest(app);
    const explanation = await explainLast(panel, 1);
    await expect.poll(async () => (await readOutcome(explanation)).diagnosis, id).toBe(id.replace(/-\d+$/, ''));
    expect(await explanation.getByRole('link', { name: 'Learn more' }).attribute('href'), id).toMatch(/^https:/);
    // The panel remembers that they are open.
    if ((await explanation.getByRole('list', { name: 'Sources' }).count()) === 0) {
      await explanation.getByText(/^Sources/).click();
    }
    expect(await explanation.getByRole('list', { name: 'Sources' }).text(), id).toMatch(
      /Documented|Recorded|Reported|Inferred/,
    );
    expect(await explanation.getByRole('region', { name: 'Retry advice' }).text(), id).not.toBe('');
    await clearQuickly(panel);
  }
});

test('shows a rejected field with its value, Xero’s message and the rule, and marks it in the request', async ({
  app,
  panel,
}) => {
  await press(app, 'Create a project without a name');
  const explanation = await explainLast(panel, 1);
  const errors = explanation.getByRole('list', { name: 'Field errors' });
  const item = errors.getByRole('listitem').nth(0);
  expect(await item.attribute('data-pointer')).toBe('/name');
  expect(await item.attribute('data-key')).toBe('model.Name');
  expect((await item.text()).split(/\s*\n\s*/)).toEqual([
    '/name',
    '""',
    'The Project Name cannot be empty',
    'Required, not empty',
  ]);

  await panel.getByRole('tab', { name: 'Request', exact: true }).click();
  const request = panel.getByRole('region', { name: 'Request' });
  expect(await request.getByRole('note').text()).toMatch(/^The Project Name cannot be empty/);
  expect(await request.text()).toContain('"contactId"');
});

test('shows two field errors for a task with two faults', async ({ app, panel }) => {
  await press(app, 'Create a task with two errors');
  const explanation = await explainLast(panel, 1);
  const items = explanation.getByRole('list', { name: 'Field errors' }).getByRole('listitem');
  expect(await items.count()).toBe(2);
  expect([await items.nth(0).attribute('data-pointer'), await items.nth(1).attribute('data-pointer')]).toEqual([
    '/name',
    '/estimateMinutes',
  ]);
});

test('counts down a known wait and says when it ends', async ({ app, panel, xero }) => {
  xero.control.next('gw-429-minute');
  await sendRequest(app);
  const explanation = await explainLast(panel, 1);
  const advice = explanation.getByRole('region', { name: 'Retry advice' });
  expect(await advice.attribute('data-retry-after-seconds')).toBe('22');
  expect(await advice.text()).toMatch(/^In 0:[12]\d, at \d\d:\d\d:\d\d\./);
  const timer = advice.getByRole('timer');
  const before = await timer.text();
  expect(before).toMatch(/^0:[12]\d$/);
  await expect.poll(() => timer.text()).not.toBe(before);
});

test('shows a token’s claims and fingerprint, never the token', async ({ app, panel, xero }) => {
  const token = xero.token();
  await sendRequest(app, { options: { headers: { Authorization: `Bearer ${token}` } } });
  await explainLast(panel, 1);
  await panel.getByRole('tab', { name: 'Request', exact: true }).click();
  const request = panel.getByRole('region', { name: 'Request' });
  expect(await request.text()).toMatch(/Bearer \[token [0-9a-f]{8}, redacted, expires .*scopes: projects/s);
  const everything = await panel.evaluate((document) => document.documentElement.outerHTML);
  for (const part of token.split('.').filter((each) => each.length > 8)) expect(everything).not.toContain(part);
});

async function press(app: Page<Window>, name: string): Promise<void> {
  await app.getByRole('button', { name, exact: true }).click();
}
