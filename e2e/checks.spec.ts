// Checks of the request: one of each group, and causes that need the rest of the log.

import type { Locator } from './drivers/browser.ts';
import { ids } from './fake-xero/operations/seed.ts';
import { expect, test } from './fixtures.ts';
import { explainLast } from './panel-page.ts';
import { press, sendRequest } from './sample-app.ts';

const project = `/Projects/${ids.project}`;
const task = { name: 'Tiling', rate: { currency: 'NZD', value: 80 }, chargeType: 'TIME' };
const entry = { userId: ids.user, taskId: ids.task, dateUtc: '2026-11-20T00:00:00Z', duration: 30 };

/** A group, a request, the check that reports it, and its text. */
const groups: readonly [group: string, Parameters<typeof sendRequest>[1], check: string, text: RegExp][] = [
  [
    'tenant',
    { options: { headers: { 'Xero-Tenant-Id': 'Acme' } } },
    'tenant-not-uuid',
    /Xero-Tenant-Id is Acme, which isn’t a UUID/,
  ],
  [
    'key',
    { path: project, options: { headers: { 'Idempotency-Key': 'a' } } },
    'idempotency-key-ignored',
    /ignores a key on a GET.*POST, PUT and PATCH only/s,
  ],
  [
    'body',
    { method: 'POST', path: `${project}/Time`, options: { body: { ...entry, duration: 59_941 } } },
    'number-out-of-range',
    /duration is 59941.*1 to 59,940 minutes/s,
  ],
  [
    'body of a success',
    { method: 'PUT', path: `${project}/Time/${ids.timeEntry}`, options: { body: entry } },
    'description-cleared',
    /A PUT without description sets it to null/,
  ],
  ['query', { path: '/Projects?status=CLOSED' }, 'query-unknown', /status doesn’t filter.*Send states=CLOSED/],
  ['path', { method: 'DELETE', path: project }, 'unsupported-operation', /Projects can’t be deleted/],
  ['wire', { options: { headers: { Accept: 'text/xml' } } }, 'accept-not-json', /text\/xml/],
];

for (const [group, request, check, text] of groups) {
  test(`checks the ${group}`, async ({ app, panel }) => {
    await sendRequest(app, request);
    const explanation = await explainLast(panel, 1);
    await findCheck(explanation, check).waitFor();
    expect(collapseSpaces(await explanation.text())).toMatch(text);
  });
}

test('checks the claims of the token', async ({ app, panel, xero }) => {
  const token = xero.token({ scopes: ['accounting.contacts'] });
  await sendRequest(app, { options: { headers: { Authorization: `Bearer ${token}` } } });
  const explanation = await explainLast(panel, 1);
  expect(await readReason(explanation)).toMatch(/accounting\.contacts.*projects or projects\.read\. certain/);
  await explanation.locate('[data-cause="failed-check"][data-check="token-scope"]').waitFor();
});

test('checks the response against its documented fields', async ({ app, panel, xero }) => {
  const headers = [['Content-Type', 'application/json']] as const;
  xero.control.next({ status: 200, headers, body: '{"items":[],"links":{}}' });
  await sendRequest(app, { path: '/ProjectsUsers' });
  const explanation = await explainLast(panel, 1);
  expect(await findCheck(explanation, 'response-field-unknown').text()).toMatch(/links/);
  expect(await findCheck(explanation, 'response-field-missing').text()).toMatch(/pagination/);
});

test('has no findings for a correct request', async ({ app, panel }) => {
  await sendRequest(app, { path: '/Projects?page=1&pageSize=50&states=INPROGRESS' });
  const explanation = await explainLast(panel, 1);
  expect(await explanation.getByRole('list', { name: 'Checks' }).count()).toBe(0);
  expect(await explanation.locate('[data-check]').count()).toBe(0);
});

test('names a project of another tenant as the likely cause, and links to where it was listed', async ({
  app,
  panel,
}) => {
  await sendRequest(app);
  await sendRequest(app, { path: project, options: { headers: { 'Xero-Tenant-Id': ids.otherTenant } } });
  const explanation = await explainLast(panel, 2);
  expect(await readReason(explanation)).toMatch(
    /New kitchen was returned for tenant e1eede29….*request is for tenant 70784a63…/s,
  );
  await explanation.locate('[data-cause="wrong-tenant"]').getByRole('button', { name: 'getProjects 200' }).click();
  await expect
    .poll(() => panel.getByRole('region', { name: 'Explanation' }).attribute('data-diagnosis'))
    .toBe('success');
});

test('names a user missing from the list of users as the likely cause of a 404', async ({ app, panel }) => {
  await press(app, 'Log time for an unknown user');
  const explanation = await explainLast(panel, 2);
  expect(await readReason(explanation)).toMatch(
    /deadbeef.* isn’t in the list that ProjectsUsers returned.*\(2 users\)/s,
  );
});

test('names a connection id used as tenant id as the cause of a 403', async ({ app, panel }) => {
  // Fetches the connections first, before a request to Projects reveals the proxy's prefix.
  await press(app, 'Use a connection ID as tenant ID');
  const explanation = await explainLast(panel, 2);
  await expect.poll(() => readReason(explanation)).toMatch(/the id of the connection to Acme Ltd.*certain/);
  expect(await explanation.getByRole('button', { name: 'Copy value of tenant ID', exact: true }).count()).toBe(1);
});

test('jumps from a finding to its place in the body', async ({ app, panel }) => {
  const sent = { ...task, rate: { currency: 'NZD', value: '80' } };
  await sendRequest(app, { method: 'POST', path: `${project}/Tasks`, options: { body: sent } });
  const explanation = await explainLast(panel, 1);
  await explanation.locate('[data-check="number-as-string"]').getByRole('button', { name: '/rate/value' }).click();
  const request = panel.getByRole('region', { name: 'Request' });
  await request.getByText('Number sent as string').nth(0).waitFor();
});

test('shows markup from the network in a finding as text', async ({ app, panel }) => {
  const name = '`<img src=x onerror=alert(1)>`';
  await sendRequest(app, { method: 'PATCH', path: project, options: { body: { status: name } } });
  const explanation = await explainLast(panel, 1);
  await findCheck(explanation, 'enum-unknown').waitFor();
  expect(await explanation.text()).toContain('<img src=x');
  expect(await panel.locate('img').count()).toBe(0);
});

function findCheck(explanation: Locator, check: string): Locator {
  return explanation.locate(`[data-check="${check}"]`);
}

/** The reason. */
async function readReason(explanation: Locator): Promise<string> {
  return collapseSpaces(await explanation.locate('.card [data-cause]').nth(-1).text());
}

function collapseSpaces(text: string): string {
  return text.replace(/\s+/g, ' ');
}
