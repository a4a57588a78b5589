// The explanation of every failure that a server can return, in the real panel.

import { ids } from './fake-xero/operations/seed.ts';
import { failures } from './fake-xero/scenarios/failures.ts';
import { expect, test } from './fixtures.ts';
import { clearQuickly, explainLast, readOutcome, waitForExchanges } from './panel-page.ts';
import { press, sendRequest } from './sample-app.ts';

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

test('explains a missing field and the unknown one that was meant to be it as one cause', async ({ app, panel }) => {
  const body = { projectName: 'Attic', contactId: ids.contact };
  await sendRequest(app, { method: 'POST', path: '/Projects', options: { body } });
  const explanation = await explainLast(panel, 1);
  expect(await explanation.locate('[data-cause][data-check="field-missing"]').text()).toMatch(
    /^name is missing\. You sent projectName, but the field’s name is name\. certain/,
  );
  expect(await explanation.text()).toContain('Rename projectName to name.');
  expect(await explanation.locate('[data-check="field-unknown"]').count()).toBe(0);
});

test('says in the headline of a success that something is suspicious, and counts what came back', async ({
  app,
  panel,
}) => {
  await sendRequest(app, { path: '/Projects?status=CLOSED' });
  const explanation = await explainLast(panel, 1);
  expect(await explanation.getByRole('heading').nth(0).text()).toBe('OK, with a warning');
  expect(await explanation.text()).toMatch(/Xero returned \d+ projects\./);
  expect(await explanation.getByRole('region', { name: 'Retry advice' }).text()).toBe('Not needed.');
});

test('names the organisation whose limit was reached', async ({ app, panel, xero }) => {
  await press(app, 'Use a connection ID as tenant ID');
  await waitForExchanges(panel, 2);
  xero.control.next('rate-limit-minute');
  await sendRequest(app);
  const explanation = await explainLast(panel, 3);
  expect(await explanation.text()).toContain('Your app sent more than 60 requests to Acme Ltd in a minute.');
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
