// Exports to the clipboard and to files, and that no secret is in them or anywhere in the panel.

import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { harErrors } from '../src/testing/har-schema.ts';
import { readClipboard } from './clipboard.ts';
import { expect, test } from './fixtures.ts';
import { explainLast, grid, type PanelPage, waitForExchanges } from './panel-page.ts';
import { sendRequest } from './sample-app.ts';

const tenant = 'e1eede29-f875-4a5d-8470-17f6a29a88b1';

function chooseCopy(panel: PanelPage, item: string): Promise<void> {
  return panel.getByRole('menuitem', { name: item }).click();
}

async function openExport(panel: PanelPage) {
  await panel.getByRole('button', { name: 'Export', exact: true }).click();
  const dialog = panel.getByRole('dialog', { name: 'Export' });
  // The preview is rendered last.
  await expect.poll(() => dialog.getByRole('region', { name: 'Preview' }).text()).toContain('xero-tenant-id');
  return dialog;
}

/** Returns a command's output and exit code; the code is `undefined` if there is no shell. */
function runInShell(command: string, token: string): Promise<{ code: number | undefined; output: string }> {
  const options = { env: { ...process.env, XERO_TOKEN: token }, timeout: 10_000 };
  return new Promise((resolve) => {
    const shell = execFile('bash', ['-c', command], options, (_, output) =>
      resolve({ code: shell.exitCode ?? undefined, output }),
    );
  });
}

/** Presses Save and returns the new file on disk. */
async function saveExport(panel: PanelPage, folder: string): Promise<{ name: string; text: string }> {
  const files = () => (existsSync(folder) ? readdirSync(folder).filter((name) => /\.(har|json)$/.test(name)) : []);
  const before = files();
  await panel.getByRole('button', { name: 'Save', exact: true }).click();
  let name: string | undefined;
  await expect
    .poll(() => {
      name = files().find((each) => !before.includes(each) && readFileSync(join(folder, each)).length > 0);
      return name;
    })
    .toBeDefined();
  return { name: name ?? '', text: readFileSync(join(folder, name ?? ''), 'utf8') };
}

test('copies a cURL command that repeats the request, given the token', async ({ app, panel, xero }) => {
  await sendRequest(app, { path: '/Projects?page=1' });
  await explainLast(panel, 1);
  await panel.getByRole('button', { name: 'Copy', exact: true }).click();
  await chooseCopy(panel, 'Copy as cURL (bash)');
  await panel.getByText('Copied as cURL (bash).').waitFor();
  const command = await readClipboard(app);
  expect(command).toContain(`-H 'xero-tenant-id: ${tenant}'`);
  expect(command).toContain('"Authorization: Bearer $XERO_TOKEN"');

  const { code, output } = await runInShell(`${command} --silent --write-out '\\n%{http_code}'`, xero.token());
  // The machine has no shell or no cURL.
  if (code === undefined || code === 127) return;
  expect(output).toMatch(/"items":[\s\S]*\n200$/);
});

test('copies a command with placeholders after the menu’s switch, and says so', async ({ app, panel }) => {
  await sendRequest(app, { path: '/Projects?page=1', options: { headers: { 'X-Api-Key': 'ApiKeyOfThePage4711' } } });
  await explainLast(panel, 1);
  const toggleRedaction = () => panel.getByRole('menuitemcheckbox', { name: 'Redact IDs and names' }).click();
  await panel.getByRole('button', { name: 'Copy', exact: true }).click();
  await toggleRedaction();
  await chooseCopy(panel, 'Copy as cURL (cmd)');
  await panel.getByText('Copied as cURL (cmd), redacted.').waitFor();
  const command = await readClipboard(app);
  expect(command).toMatch(/^rem Redacted\. Replace these placeholders: 00000000-0001-4000-8000-000000000001\.$/m);
  expect(command).toMatch(/^rem Set first: X_API_KEY\./m);
  expect(command).toContain('-H "x-api-key: %X_API_KEY%"');
  expect(command).not.toContain(tenant);
  expect(command).not.toContain('4711');
  await panel.getByRole('button', { name: 'Copy', exact: true }).click();
  await toggleRedaction();
  await panel.getByRole('tab', { name: 'Explanation', exact: true }).click();
});

test('opens a row’s menu by a key, copies a report without names, and restores the focus', async ({ app, panel }) => {
  await sendRequest(app, {
    method: 'POST',
    path: '/Projects',
    options: { body: { name: 'Secret attic', contactId: '' } },
  });
  await explainLast(panel, 1);
  await panel.press('Shift+F10');
  await panel.getByRole('menu', { name: 'Copy' }).waitFor();
  for (let i = 0; i < 5; i++) await panel.press('ArrowDown');
  await panel.press('Enter');
  await panel.getByText('Copied report for Xero support, redacted.').waitFor();
  expect(await panel.evaluate((document) => document.activeElement?.getAttribute('aria-label'))).toBe('Requests');
  const report = await readClipboard(app);
  expect(report).toContain('Question about a Projects API response');
  expect(report).toContain('"name":"Name 1"');
  expect(report).toContain(
    '> Redacted. These are placeholders, not the real values: `Name 1` (names and descriptions).',
  );
  expect(report).not.toContain('attic');
  // Xero's support searches by these.
  expect(report).toContain(`**Xero-Tenant-Id:** \`${tenant}\``);
  expect(report).toMatch(/\*\*Request:\*\* `POST https:\/\/api\.xero\.com\/projects\.xro\/2\.0\/Projects`/);
  expect(report).not.toMatch(/localhost|127\.0\.0\.1|user-agent|sec-fetch/);
});

test('copies a value as shown, and offers the text if the browser refuses', async ({ app, panel }) => {
  await sendRequest(app);
  await explainLast(panel, 1);
  await panel.getByRole('tab', { name: 'Request', exact: true }).click();
  const button = panel.getByRole('button', { name: 'Copy value of xero-tenant-id' });
  await button.click();
  await panel.getByText('Value copied.').waitFor();
  expect(await readClipboard(app)).toBe(tenant);

  await panel.evaluate((document) => {
    const { navigator } = document.defaultView as Window;
    Object.defineProperty(navigator.clipboard, 'writeText', {
      configurable: true,
      value: () => Promise.reject(new Error('refused by a test')),
    });
  });
  await button.click();
  const dialog = panel.getByRole('dialog', { name: 'Copy manually' });
  expect(await dialog.getByRole('textbox', { name: 'Text to copy' }).value()).toBe(tenant);
  await panel.evaluate((document) => {
    Reflect.deleteProperty((document.defaultView as Window).navigator.clipboard, 'writeText');
  });
  await dialog.getByRole('button', { name: 'Try again' }).click();
  await expect.poll(() => dialog.count()).toBe(0);
});

test('exports a valid HAR, and no secret of the page is in it, in the panel or in the extension’s storage', async ({
  app,
  panel,
  xero,
  inspected,
}) => {
  const token = xero.token();
  const secrets = {
    cookie: 'CookieOfThePage4711',
    password: 'PasswordOfThePage4711',
    query: 'QueryTokenOfThePage4711',
    key: 'ApiKeyOfThePage4711',
    signature: token.split('.')[2] ?? '',
    claims: token.split('.')[1] ?? '',
  };
  await app.evaluate((window, cookie) => {
    window.document.cookie = `session=${cookie}`;
  }, secrets.cookie);
  await sendRequest(app, {
    method: 'POST',
    path: `/Projects?access_token=${secrets.query}`,
    options: {
      headers: { Authorization: `Bearer ${token}`, 'X-Api-Key': secrets.key },
      body: { name: '', password: secrets.password, note: `see ${token}` },
    },
  });
  await app.evaluate((window) => {
    window.document.cookie = 'session=; max-age=0';
  });
  await explainLast(panel, 1);
  const findSecrets = (text: string) =>
    Object.entries(secrets).flatMap(([name, secret]) => (text.includes(secret) ? name : []));

  for (const tab of ['Explanation', 'Request', 'Response', 'Limits', 'Reference', 'Requests']) {
    await panel.getByRole('tab', { name: tab, exact: true }).click();
    expect(findSecrets(await panel.evaluate((document) => document.documentElement.outerHTML)), tab).toEqual([]);
  }
  const stored = await panel.evaluate(async (document) => {
    const { chrome } = document.defaultView as unknown as { chrome: typeof globalThis.chrome };
    return JSON.stringify(await chrome.storage.local.get(null));
  });
  expect(stored).toMatch(/^\{/);
  expect(findSecrets(stored)).toEqual([]);

  await openExport(panel);
  const { name, text } = await saveExport(panel, inspected.downloads);
  expect(name).toMatch(/^xero-projects-\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ\.har$/);
  expect(harErrors(text)).toEqual([]);
  expect(JSON.parse(text).log.entries).toHaveLength(1);
  expect(findSecrets(text)).toEqual([]);
  expect(text).not.toContain(tenant);
  await panel.getByText(`Saved ${name}.`).waitFor();
});

test('exports the diagnoses of the filtered exchanges', async ({ app, panel, inspected }) => {
  await sendRequest(app);
  await sendRequest(app, { method: 'POST', path: '/Projects', options: { body: { name: '' } } });
  await waitForExchanges(panel, 2);
  await panel.getByRole('combobox', { name: 'Filter' }).fill('status:4xx');
  await waitForExchanges(panel, 1);
  await grid(panel).waitFor();
  const dialog = await openExport(panel);
  await dialog.getByRole('radio', { name: 'Filtered requests (1)' }).waitFor();
  await dialog.getByRole('radio', { name: 'Diagnoses' }).click();
  const { text } = await saveExport(panel, inspected.downloads);
  const { diagnoses } = JSON.parse(text);
  expect(diagnoses).toHaveLength(1);
  expect(diagnoses[0]).toMatchObject({
    diagnosis: 'validation-failed',
    operation: 'createProject',
    status: 400,
    fieldErrors: [{ pointer: '/name' }, { pointer: '/contactId' }],
    retry: { kind: 'fix-first' },
  });
});
