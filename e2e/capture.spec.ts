// What is captured: from when DevTools opens until it closes, however the browser reports a request.

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocketServer } from 'ws';
import type { BrowserName } from './drivers/browser.ts';
import { launch } from './drivers/launch.ts';
import { ids } from './fake-xero/operations/seed.ts';
import { expect, test } from './fixtures.ts';
import { packagedExtension } from './packaged-extension.ts';
import { explainLast, grid, readOutcome, rowCount, waitForExchanges } from './panel-page.ts';
import { press, sendRequest } from './sample-app.ts';

test('shows requests made before the panel was first opened', async ({ xero }) => {
  const name = test.info().project.name as BrowserName;
  const browser = await launch[name]({
    extension: packagedExtension[name],
    httpsPort: xero.httpsPort,
    openPanel: false,
  });
  try {
    await browser.page.goto(xero.appUrl);
    await sendRequest(browser.page);
    await sendRequest(browser.page, { path: '/ProjectsUsers' });
    await browser.openPanel();
    await waitForExchanges(browser.panel, 2);
  } finally {
    await browser.close();
  }
});

test('shows a direct request to Xero once, as blocked by CORS, with its preflight', async ({ app, panel }) => {
  expect((await sendRequest(app, { options: { base: 'direct' } })).error).toBeTruthy();
  const explanation = await explainLast(panel, 1);
  await expect.poll(() => readOutcome(explanation)).toEqual({ diagnosis: 'cors-blocked', retry: 'fix-first' });
  expect(await explanation.text()).toContain('The preflight response (OPTIONS, status 404) doesn’t allow the request');
  expect(await explanation.text()).toContain('getProjects');
  expect(await explanation.locate('[data-severity="error"]').count()).toBe(0);
});

test('reports nothing missing in a POST blocked by CORS, whose headers the browser withholds', async ({
  app,
  panel,
}) => {
  const options = {
    base: 'direct',
    body: { name: 'Attic', contactId: ids.contact },
    headers: { 'Idempotency-Key': 'a' },
  };
  expect((await sendRequest(app, { method: 'POST', options })).error).toBeTruthy();
  const explanation = await explainLast(panel, 1);
  await expect.poll(async () => (await readOutcome(explanation)).diagnosis).toBe('cors-blocked');
  expect(await explanation.locate('[data-severity="error"]').count()).toBe(0);
});

test('merges an allowed preflight into its request', async ({ app, panel }) => {
  const server = createServer((request, response) => {
    response.setHeader('access-control-allow-origin', '*');
    response.setHeader('access-control-allow-headers', 'authorization, xero-tenant-id, accept');
    response.writeHead(request.method === 'OPTIONS' ? 204 : 200);
    response.end(request.method === 'OPTIONS' ? '' : '{"items":[]}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
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

test('shows a cancelled request as precisely as the browser reports it', async ({ app, panel, inspected }) => {
  await press(app, 'Cancel a slow request');
  const explanation = await explainLast(panel, 1);
  // Firefox reports cancelled and failed requests alike.
  const expected = inspected.name === 'firefox' ? 'network-failure' : 'aborted';
  await expect.poll(async () => (await readOutcome(explanation)).diagnosis).toBe(expected);
});

test('counts a closed WebSocket on a path of the API among the reasons why a request is not listed', async ({
  app,
  panel,
}) => {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
  await new Promise((resolve) => server.once('listening', resolve));
  try {
    await app.evaluate(
      (window, url) =>
        new Promise((resolve) => {
          const { WebSocket } = window as Window & typeof globalThis;
          const socket = new WebSocket(url);
          socket.onopen = () => socket.close();
          socket.onclose = resolve;
        }).then(() => undefined),
      `ws://127.0.0.1:${(server.address() as AddressInfo).port}/projects.xro/2.0/Projects`,
    );
    await panel.getByText(/\d WebSockets? on an API path ha(?:s|ve) closed/).waitFor();
    expect(await rowCount(panel)).toBe(0);
  } finally {
    server.close();
  }
});

test('treats a 204 that the page does not read as a success', async ({ app, panel, xero }) => {
  xero.control.next('live-204-delete-task');
  await sendRequest(app, {
    method: 'PUT',
    path: '/Projects/254553fa-2be8-4b22-8b0a-0f3b6a1f5c11',
    options: { body: {}, read: false },
  });
  const explanation = await explainLast(panel, 1);
  expect(await readOutcome(explanation)).toEqual({ diagnosis: 'no-content', retry: 'not-needed' });
});

test('shows a request through a service worker as one exchange, with headers and body', async ({
  app,
  panel,
  xero,
}) => {
  await app.goto(`${xero.appUrl}sw.html`);
  await app.getByText('Service worker active').waitFor();
  await sendRequest(app);
  const explanation = await explainLast(panel, 1);
  expect((await readOutcome(explanation)).diagnosis).toBe('success');
  await panel.getByRole('tab', { name: 'Request', exact: true }).click();
  expect(await panel.getByRole('region', { name: 'Request' }).text()).toContain('xero-tenant-id');
  await panel.getByRole('tab', { name: 'Response' }).click();
  await expect.poll(() => panel.getByRole('region', { name: 'Response' }).text()).toContain('"pagination"');
  await app.evaluate(async (window) => {
    for (const registration of await window.navigator.serviceWorker.getRegistrations()) await registration.unregister();
  });
});

test('keeps the log and its bodies across a reload and a navigation', async ({ app, panel, xero }) => {
  await sendRequest(app);
  await waitForExchanges(panel, 1);
  await app.reload();
  await app.goto(`${xero.appUrl}blank.html`);
  await explainLast(panel, 1);
  await panel.getByRole('tab', { name: 'Response' }).click();
  await expect.poll(() => panel.getByRole('region', { name: 'Response' }).text()).toContain('"pagination"');
});

test('keeps log and selection across docking', async ({ app, panel, inspected }) => {
  await sendRequest(app);
  await explainLast(panel, 1);
  try {
    await inspected.redock('bottom');
    await panel.getByRole('region', { name: 'Explanation' }).waitFor();
    expect(await rowCount(panel)).toBe(1);
    await sendRequest(app);
    await waitForExchanges(panel, 2);
  } finally {
    await inspected.redock('window');
    await grid(panel).waitFor();
  }
});

test('counts requests to other hosts without listing them', async ({ app, panel }) => {
  const others = panel.getByText('since DevTools opened');
  await others.waitFor();
  // Firefox may lose the event of a single request while the page is still loading.
  const countAfterAnother = async () => {
    await app.evaluate((window) => window.fetch('/app.css').then((response) => response.text()));
    return others.text();
  };
  await expect.poll(countAfterAnother).toMatch(/\d+ other requests?.*none recognised as Xero’s/);
  expect(await rowCount(panel)).toBe(0);
});
