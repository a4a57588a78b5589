// Requests through a proxy with its own path: suggesting and editing mappings, and telling the proxy's responses from Xero's.

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { copyText, readClipboard } from './clipboard.ts';
import { expect, test } from './fixtures.ts';
import {
  clear,
  explainLast,
  focused,
  readOutcome,
  rowCount,
  visibleOperations,
  waitForExchanges,
} from './panel-page.ts';
import { sendRequest } from './sample-app.ts';
import { closeDialog, openSettings, resetSettings } from './settings-dialog.ts';

const mapped = { options: { base: 'mapped' } };

test('notices requests behind a proxy, and maps them with one click', async ({ app, panel, inspected }) => {
  await sendRequest(app, mapped);
  await sendRequest(app, mapped);
  const line = panel.getByRole('group', { name: 'Suggested mapping' });
  await expect.poll(() => line.text()).toMatch(/\d+ requests look like Xero’s/);
  await expect.poll(() => line.text()).toMatch(/GET \/api\/xero\/Projects\s+\d+ times/);
  const reason = panel.locate('[data-reason="proxy"]');
  expect(await reason.attribute('data-holds')).toBe('yes');
  // The suggestion says it, above everything else.
  expect(await panel.getByRole('list', { name: 'Most likely' }).getByText('Proxy path not mapped').count()).toBe(0);
  expect(await rowCount(panel)).toBe(0);
  await line.getByRole('button', { name: 'Map /api/xero' }).click();
  try {
    const outcome = panel.getByText('Mapped /api/xero. Make the request again.');
    await outcome.waitFor();
    await sendRequest(app, mapped);
    await waitForExchanges(panel, 1);
    expect(await visibleOperations(panel)).toEqual(['getProjects']);
    expect(await panel.locate('[role=group] [title*="/api/xero"]').count()).toBe(0);
    expect(await outcome.count()).toBe(0);
    await inspected.redock('bottom');
    await sendRequest(app, mapped);
    await waitForExchanges(panel, 2);
  } finally {
    await inspected.redock('window');
    await resetSettings(panel);
  }
  await sendRequest(app, mapped);
  await line.waitFor();
  expect(await rowCount(panel)).toBe(2);
});

test('lists a proxy that drops all of Xero’s headers, and maps it', async ({ app, panel }) => {
  const options = { base: 'plain', headers: { Authorization: null, 'Xero-Tenant-Id': null } };
  const plain = { path: '/Projects?page=1', options };
  await sendRequest(app, plain);
  await sendRequest(app);
  await waitForExchanges(panel, 1);
  // Other products have such paths too, so no mapping is suggested unprompted.
  expect(await panel.locate('.suggestion [title*="/plain"]').count()).toBe(0);
  await clear(panel);
  // Earlier tests have left suggestions of their own, all more certain.
  const suggestions = panel.getByRole('list', { name: 'Suggested mappings' }).getByRole('listitem');
  const last = async () => suggestions.nth((await suggestions.count()) - 1);
  await expect.poll(async () => ((await suggestions.count()) === 0 ? '' : (await last()).text())).toContain('/plain');
  await (await last()).getByRole('button', { name: 'Map' }).click();
  try {
    await sendRequest(app, plain);
    await waitForExchanges(panel, 1);
    expect(await visibleOperations(panel)).toEqual(['getProjects']);
  } finally {
    await resetSettings(panel);
  }
});

test('lists a wrong URL behind any prefix', async ({ app, panel }) => {
  await sendRequest(app, { path: '/projects.xro/1.0/Projects' });
  const explanation = await explainLast(panel, 1);
  await explanation.getByRole('heading', { name: 'Wrong API version' }).waitFor();
  expect(await readOutcome(explanation)).toEqual({ diagnosis: 'wrong-address', retry: 'fix-first' });
});

test('does not repeat a dismissed suggestion', async ({ app, panel }) => {
  const sendOther = () =>
    app.evaluate(async (window) => {
      const response = await window.fetch('/behind/Projects', { headers: { 'Xero-Tenant-Id': 't' } });
      return response.text();
    });
  const dismiss = panel.getByRole('button', { name: 'Dismiss the suggestion' });
  await sendOther();
  await expect.poll(() => panel.locate('[role=group] [title*="/behind"]').count()).toBe(1);
  await dismiss.click();
  expect(await dismiss.count()).toBe(0);
  await sendOther();
  await sendRequest(app);
  await waitForExchanges(panel, 1);
  expect(await dismiss.count()).toBe(0);
});

test('says what is wrong with a mapping, keeps what was typed, and shows how a URL is parsed', async ({
  panel,
  xero,
}) => {
  await openSettings(panel);
  try {
    await panel.getByRole('textbox', { name: 'Mapping 1' }).fill('app.example/api');
    await panel.getByText('Start with').waitFor();
    await panel.getByRole('button', { name: 'Add a mapping' }).click();
    await panel.getByRole('textbox', { name: 'Mapping 2' }).fill('/backend/xero');
    await closeDialog(panel);
    await openSettings(panel);
    expect(await panel.getByRole('textbox', { name: 'Mapping 1' }).value()).toBe('app.example/api');
    const address = panel.getByRole('textbox', { name: 'URL to try' });
    const reading = panel.getByRole('status', { name: 'Result' });
    await address.fill(`${xero.appUrl}backend/xero/Projects/254553fa-2be8-4b22-8b0a-0f3b6a1f5c11/Tasks`);
    expect(await reading.text()).toMatch(/mapping 2, \/backend\/xero[\s\S]*getTasks/);
    await address.fill('https://app.example/other/Projects');
    expect(await reading.text()).toContain('no mapping matches');
  } finally {
    // What is typed here stays for the next test.
    await panel.getByRole('textbox', { name: 'URL to try' }).fill('');
    await closeDialog(panel);
    await resetSettings(panel);
  }
});

test('takes the prefix from a pasted URL, and shows what the URL is recognised as', async ({ panel, xero }) => {
  const url = `${xero.appUrl}backend/xero/Projects/254553fa-2be8-4b22-8b0a-0f3b6a1f5c11/Tasks?page=2`;
  await copyText(panel, url);
  await openSettings(panel);
  try {
    const field = panel.getByRole('textbox', { name: 'Mapping 1' });
    await expect.poll(() => focused(panel)).toBe('input Mapping 1');
    await panel.press('ControlOrMeta+V');
    await expect.poll(() => field.value()).toBe(`${xero.appUrl}backend/xero`);
    expect(await panel.getByRole('textbox', { name: 'URL to try' }).value()).toBe(url);
    expect(await panel.getByRole('status', { name: 'Result' }).text()).toMatch(/mapping 1,[\s\S]*getTasks/);
    // A URL pasted into other text is not parsed.
    await panel.press('ControlOrMeta+V');
    await expect.poll(() => field.value()).toBe(`${xero.appUrl}backend/xero${url}`);
    await field.fill(`${xero.appUrl}backend/xero`);
    await closeDialog(panel);
    await panel.getByText('Mapped /backend/xero. Make the request again.').waitFor();
    await openSettings(panel);
  } finally {
    await panel.getByRole('textbox', { name: 'URL to try' }).fill('');
    await closeDialog(panel);
    await resetSettings(panel);
  }
});

test('names a failed request that may hide a server request, and shows how to record those', async ({ app, panel }) => {
  await app.evaluate(async (window) => {
    const response = await window.fetch('/app/save-time?token=s3cret', { method: 'POST' });
    return response.text();
  });
  const reason = panel.locate('[data-reason="server"]');
  await expect.poll(() => reason.text()).toContain('POST /app/save-time failed with 404');
  expect(await reason.text()).not.toContain('s3cret');
  await reason.getByRole('button', { name: 'Copy command' }).click();
  expect(await readClipboard(app)).toBe('node --import xero-projects-recorder app.js');
  // Clearing the list forgets failed requests, too.
  await panel.getByRole('button', { name: 'Clear', exact: true }).click();
  await expect.poll(() => reason.text()).not.toContain('/app/save-time');
});

test('distinguishes a proxy’s response from Xero’s', async ({ app, panel, xero }) => {
  const headers = [['Content-Type', 'text/html']] as const;
  xero.control.next({ status: 404, headers, body: '<!DOCTYPE html><pre>Cannot GET /projects.xro/2.0/Projects</pre>' });
  await sendRequest(app);
  expect(await (await explainLast(panel, 1)).getByRole('list', { name: 'Notes' }).text()).toContain('Express wrote');
  xero.control.next({ status: 200, headers: [['Content-Type', 'application/json']], body: '{"items":[]}' });
  await sendRequest(app);
  expect(await (await explainLast(panel, 2)).getByRole('list', { name: 'Notes' }).text()).toContain(
    'doesn’t forward Xero-Correlation-Id',
  );
});

for (const [status, body, title] of [
  [403, '<html><body>Invalid CSRF token</body></html>', 'Forbidden (may not be from Xero)'],
  [404, '<html><body><pre>Cannot GET /</pre></body></html>', 'Not found (may not be from Xero)'],
  [500, 'TypeError: fetch failed', 'Server error (may not be from Xero)'],
] as const) {
  test(`does not attribute a ${status} to Xero that may come from elsewhere`, async ({ app, panel, xero }) => {
    xero.control.next({ status, headers: [['Content-Type', 'text/html']], body });
    await sendRequest(app);
    const explanation = await explainLast(panel, 1);
    await explanation.getByRole('heading', { name: title }).waitFor();
    expect(await explanation.text()).not.toMatch(/Xero says/);
  });
}

test('blames the proxy for a response that its CORS headers withhold', async ({ app, panel }) => {
  const server = createServer((_, response) => response.end('{"items":[]}'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/projects.xro/2.0/Projects`;
    await app.evaluate(async (window, url) => void (await window.fetch(url).catch(() => undefined)), url);
    const explanation = await explainLast(panel, 1);
    await explanation.getByRole('heading', { name: 'Blocked by CORS (your proxy)' }).waitFor();
    expect(await readOutcome(explanation)).toEqual({ diagnosis: 'cors-blocked', retry: 'fix-first' });
  } finally {
    server.close();
  }
});
