// What is heard: from the moment DevTools opens, whatever the browser makes of a call, and for as long as DevTools is open.

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { BrowserName } from './drivers/browser.ts';
import { buildFolders, launch } from './drivers/launch.ts';
import { ids } from './fake-xero/seed.ts';
import { expect, test } from './fixtures.ts';
import { explainLast, grid, readOutcome, rowCount, waitForExchanges } from './panel-page.ts';
import { call } from './sample-app.ts';

test('what was called before the panel was first opened is there', async ({ xero }) => {
  const name = test.info().project.name as BrowserName;
  const browser = await launch[name]({ extension: buildFolders[name], httpsPort: xero.httpsPort, openPanel: false });
  try {
    await browser.page.goto(xero.appUrl);
    await call(browser.page);
    await call(browser.page, { path: '/ProjectsUsers' });
    await browser.openPanel();
    await waitForExchanges(browser.panel, 2);
  } finally {
    await browser.close();
  }
});

test('a direct call to Xero is shown as blocked by CORS, once, with its preflight', async ({ app, panel }) => {
  expect((await call(app, { options: { base: 'direct' } })).error).toBeTruthy();
  const explanation = await explainLast(panel, 1);
  await expect.poll(() => readOutcome(explanation)).toEqual({ diagnosis: 'cors-blocked', retry: 'fix-first' });
  expect(await explanation.text()).toContain('The preflight (OPTIONS) was answered 404, which does not allow the call');
  expect(await explanation.text()).toContain('getProjects');
  await explanation.locate('.checks').waitFor();
  expect(await explanation.locate('[data-severity="error"]').count()).toBe(0);
});

test('a direct POST that CORS refuses is not said to lack what the browser does not tell', async ({ app, panel }) => {
  const options = {
    base: 'direct',
    body: { name: 'Attic', contactId: ids.contact },
    headers: { 'Idempotency-Key': 'a' },
  };
  expect((await call(app, { method: 'POST', options })).error).toBeTruthy();
  const explanation = await explainLast(panel, 1);
  await expect.poll(async () => (await readOutcome(explanation)).diagnosis).toBe('cors-blocked');
  await explanation.locate('.checks').waitFor();
  expect(await explanation.locate('[data-severity="error"]').count()).toBe(0);
});

test('an allowed preflight is folded into its call', async ({ app, panel }) => {
  const server = createServer((request, response) => {
    response.setHeader('access-control-allow-origin', '*');
    response.setHeader('access-control-allow-headers', 'authorization, xero-tenant-id, accept');
    response.writeHead(request.method === 'OPTIONS' ? 204 : 200);
    response.end(request.method === 'OPTIONS' ? '' : '{"items":[]}');
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  try {
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/projects.xro/2.0/Projects`;
    const status = await app.evaluate(
      async (window, url) => (await window.fetch(url, { headers: { 'Xero-Tenant-Id': 't' } })).status,
      url,
    );
    expect(status).toBe(200);
    const explanation = await explainLast(panel, 1);
    expect((await readOutcome(explanation)).diagnosis).toBe('success');
  } finally {
    server.close();
  }
});

test('a cancelled call is shown as what the browser lets one know', async ({ app, panel, inspected }) => {
  await app.getByRole('button', { name: 'Cancel a slow call' }).click();
  const explanation = await explainLast(panel, 1);
  // Firefox reports cancelled and failed calls alike.
  const expected = inspected.name === 'firefox' ? 'network-failure' : 'aborted';
  await expect.poll(async () => (await readOutcome(explanation)).diagnosis).toBe(expected);
});

test('a 204 that the page does not read is a success', async ({ app, panel, xero }) => {
  xero.control.next('live-204-delete-task');
  await call(app, {
    method: 'PUT',
    path: '/Projects/254553fa-2be8-4b22-8b0a-0f3b6a1f5c11',
    options: { body: {}, read: false },
  });
  const explanation = await explainLast(panel, 1);
  expect(await readOutcome(explanation)).toEqual({ diagnosis: 'no-content', retry: 'not-needed' });
});

test('a call through a service worker is one exchange, with its headers and its body', async ({ app, panel, xero }) => {
  await app.goto(`${xero.appUrl}sw.html`);
  await app.getByText('Under control of the service worker').waitFor();
  await call(app);
  const explanation = await explainLast(panel, 1);
  expect((await readOutcome(explanation)).diagnosis).toBe('success');
  await panel.getByRole('tab', { name: 'Request' }).click();
  expect(await panel.getByRole('region', { name: 'Request' }).text()).toContain('xero-tenant-id');
  await panel.getByRole('tab', { name: 'Response' }).click();
  await expect.poll(() => panel.getByRole('region', { name: 'Response' }).text()).toContain('"pagination"');
  await app.evaluate(async (window) => {
    for (const registration of await window.navigator.serviceWorker.getRegistrations()) await registration.unregister();
  });
});

test('the log survives a reload and a navigation, bodies and all', async ({ app, panel, xero }) => {
  await call(app);
  await waitForExchanges(panel, 1);
  await app.reload();
  await app.goto(`${xero.appUrl}blank.html`);
  await explainLast(panel, 1);
  await panel.getByRole('tab', { name: 'Response' }).click();
  await expect.poll(() => panel.getByRole('region', { name: 'Response' }).text()).toContain('"pagination"');
});

test('log and selection survive docking', async ({ app, panel, inspected }) => {
  test.skip(inspected.redock === undefined, 'only Firefox rebuilds the panel when it is docked');
  await call(app);
  await explainLast(panel, 1);
  try {
    await inspected.redock?.('bottom');
    await panel.getByRole('region', { name: 'Explanation' }).waitFor();
    expect(await rowCount(panel)).toBe(1);
    await call(app);
    await waitForExchanges(panel, 2);
  } finally {
    await inspected.redock?.('window');
    await grid(panel).waitFor();
  }
});

test('calls to others are counted and not shown', async ({ app, panel }) => {
  const others = panel.getByText('since DevTools was opened');
  await others.waitFor();
  // Firefox may lose the event of a single call while the page is still being loaded.
  const afterAnother = async () => {
    await app.evaluate((window) => window.fetch('/app.css').then((response) => response.text()));
    return others.text();
  };
  await expect.poll(afterAnother).toMatch(/\d+ other calls?.*none recognised as Xero’s/);
  expect(await rowCount(panel)).toBe(0);
});
