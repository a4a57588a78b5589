// Findings about sequences of requests: attempts at the same request, and how they were made.

import { ids } from './fake-xero/operations/seed.ts';
import { expect, test } from './fixtures.ts';
import { explainLast, grid, waitForExchanges } from './panel-page.ts';
import { press, sendRequest } from './sample-app.ts';

const create = {
  method: 'POST',
  path: '/Projects',
  options: { body: { name: 'Attic', contactId: ids.contact }, headers: { 'Idempotency-Key': 'attic' } },
};

test('chains attempts at the same request, in the list and in the detail', async ({ app, panel, xero }) => {
  xero.control.next('server-error', { times: 2 });
  for (let i = 0; i < 3; i++) await sendRequest(app, create);
  const explanation = await explainLast(panel, 3);
  await explanation.getByRole('button', { name: 'Attempt 3 of 3, recovered' }).click();
  const attempts = panel.getByRole('region', { name: 'Retries' });
  expect(await attempts.getByRole('list', { name: 'Attempts over time' }).getByRole('listitem').count()).toBe(3);
  expect(await attempts.locate('[data-finding="recovered"]').text()).toMatch(/Attempt 3 succeeded/);
  await grid(panel).getByText('Xero server error · attempt 1 of 3').waitFor();
});

test('explains on the second attempt with a key what the key replays', async ({ app, panel, xero }) => {
  xero.control.next('server-error', { times: 2 });
  for (let i = 0; i < 2; i++) await sendRequest(app, create);
  const explanation = await explainLast(panel, 2);
  await expect
    .poll(() => explanation.getByRole('region', { name: 'Retry advice' }).text())
    .toMatch(
      /attempt 2 with the same Idempotency-Key, which replays the cached 500. Wait until \d\d:\d\d:\d\d, or read the record back/,
    );
});

test('flags a request sent before its wait was over, and links to the one before', async ({ app, panel, xero }) => {
  xero.control.next('rate-limit-minute');
  for (let i = 0; i < 2; i++) await sendRequest(app, { options: { cache: 'no-store' } });
  await explainLast(panel, 2);
  await panel.getByRole('tab', { name: 'Retries' }).click();
  const finding = panel.locate('[data-finding="retried-too-early"]');
  expect(await finding.text()).toMatch(/too early\. Retry-After was 22 s/);
  await finding.getByRole('button', { name: /429/ }).click();
  await expect
    .poll(() => grid(panel).locate('[role=row][aria-selected=true]').attribute('data-diagnosis'))
    .toBe('rate-limit-minute');
  // It was the second request that came too early.
  await panel.getByRole('tab', { name: 'Explanation' }).click();
  await panel.getByRole('button', { name: 'Attempt 1 of 2, recovered', exact: true }).waitFor();
});

test('flags a request after a burst into the minute limit, with the limits of that moment', async ({ app, panel }) => {
  await press(app, 'Hit the minute limit');
  await waitForExchanges(panel, 61);
  await sendRequest(app);
  await explainLast(panel, 62);
  await panel.getByRole('tab', { name: 'Retries' }).click();
  expect(await panel.locate('[data-finding="retried-too-early"]').text()).toMatch(/too early\. Retry-After was \d\d s/);
  await panel.getByRole('timer', { name: 'Next request for' }).waitFor();
  await panel.getByRole('tab', { name: 'Limits', exact: true }).click();
  const minute = panel.getByRole('region', { name: 'Rate limits' }).getByRole('meter', { name: 'Minute', exact: true });
  expect(await minute.attribute('aria-valuenow')).toBe('0');
});

test('flags eight concurrent requests', async ({ app, panel }) => {
  await press(app, 'Send eight requests at once');
  await waitForExchanges(panel, 8);
  await explainLast(panel, 8);
  await panel.getByRole('tab', { name: 'Retries' }).click();
  expect(await panel.locate('[data-finding="concurrency-exceeded"]').text()).toMatch(/[678] requests for this tenant/);
});

test('names both resources created by a write that was sent twice without a key', async ({ app, panel }) => {
  const sent = { method: 'POST', path: '/Projects', options: { body: { name: 'Attic', contactId: ids.contact } } };
  for (let i = 0; i < 2; i++) await sendRequest(app, sent);
  await explainLast(panel, 2);
  await panel.getByRole('tab', { name: 'Retries' }).click();
  await expect
    .poll(() => panel.locate('[data-finding="duplicate-write"]').text())
    .toMatch(/created two records: [0-9a-f-]{36} and [0-9a-f-]{36}/);
});

for (const { button, requests, finding, says } of [
  {
    button: 'Send requests during a wait',
    requests: 5,
    finding: 'retried-too-early',
    says: /4 requests were sent before/,
  },
  {
    button: 'Retry a POST with a new key',
    requests: 2,
    finding: 'duplicate-write',
    says: /each with a different Idempotency-Key/,
  },
  { button: 'Read a project after creating it', requests: 7, finding: 'read-after-create', says: /6 requests read/ },
  {
    button: 'Refresh a token without the scope',
    requests: 2,
    finding: 'refreshed-without-scope',
    says: /with 2 tokens/,
  },
]) {
  test(`the sample app shows ${finding}`, async ({ app, panel }) => {
    await press(app, button);
    await waitForExchanges(panel, requests);
    await explainLast(panel, requests);
    await panel.getByRole('tab', { name: 'Retries' }).click();
    await expect.poll(() => panel.locate(`[data-finding="${finding}"]`).text()).toMatch(says);
  });
}

test('has no Retries tab for a single request', async ({ app, panel }) => {
  await sendRequest(app);
  await explainLast(panel, 1);
  expect(await panel.getByRole('tab', { name: 'Retries' }).count()).toBe(0);
});
