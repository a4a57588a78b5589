// Where the focus goes when the focused element is removed, and operating the panel by keys alone.

import { expect, test } from './fixtures.ts';
import { exchangeRow, focused, type PanelPage, waitForExchanges } from './panel-page.ts';
import { sendRequest } from './sample-app.ts';

/** Presses the button with this name by the keyboard, after two frames, in which the panel may still move the focus. */
async function pressButton(panel: PanelPage, name: string | RegExp): Promise<void> {
  await panel.getByRole('button', { name, exact: true }).waitFor();
  const pattern = typeof name === 'string' ? `^${name.replace(/[.?]/g, '\\$&')}$` : name.source;
  await panel.evaluate(async (document, pattern) => {
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    const nameOf = (each: HTMLElement) => each.getAttribute('aria-label') ?? each.innerText.trim();
    const buttons = [...document.querySelectorAll<HTMLElement>('button')];
    buttons.find((each) => new RegExp(pattern).test(nameOf(each)) && each.checkVisibility())?.focus();
  }, pattern);
  await panel.press('Enter');
}

const waitForFocus = (panel: PanelPage, name: string | RegExp) =>
  expect.poll(() => focused(panel)).toMatch(typeof name === 'string' ? new RegExp(`^${name}$`) : name);

async function resetSettings(panel: PanelPage): Promise<void> {
  await pressButton(panel, 'Settings');
  await pressButton(panel, /^Reset all settings/);
  await pressButton(panel, 'Reset');
  await expect.poll(() => panel.getByRole('textbox', { name: 'Mapping 1' }).value()).toBe('');
  await pressButton(panel, 'Close');
}

test('moves the focus to the list when a suggestion is accepted or dismissed', async ({ app, panel }) => {
  const sendVia = (path: string) =>
    app.evaluate(async (window, path) => {
      const response = await window.fetch(`${path}/Projects`, { headers: { 'Xero-Tenant-Id': 't' } });
      await response.text();
    }, path);
  await sendVia('/away');
  await pressButton(panel, 'Dismiss the suggestion');
  await panel.getByText('Suggestion dismissed.').waitFor();
  await waitForFocus(panel, 'tab Requests');
  await sendVia('/taken');
  await pressButton(panel, /^Map \/taken$/);
  await panel.getByText(/^Mapped /).waitFor();
  await waitForFocus(panel, 'tab Requests');
  await resetSettings(panel);
});

test('moves the focus when a mapping is removed or a confirmation opens or closes', async ({ panel }) => {
  const first = panel.getByRole('textbox', { name: 'Mapping 1' });
  await pressButton(panel, 'Settings');
  await first.fill('/one');
  await pressButton(panel, 'Add a mapping');
  await panel.getByRole('textbox', { name: 'Mapping 2' }).waitFor();
  await pressButton(panel, 'Add a mapping');
  await panel.getByRole('textbox', { name: 'Mapping 3' }).fill('/three');
  await pressButton(panel, 'Remove mapping 1');
  await waitForFocus(panel, 'input Mapping 1');
  await pressButton(panel, 'Remove mapping 2');
  await waitForFocus(panel, 'input Mapping 1');
  await pressButton(panel, /^Reset all settings/);
  await waitForFocus(panel, 'button Cancel');
  await panel.press('Enter');
  await waitForFocus(panel, /^button Reset all settings/);
  await panel.press('Enter');
  await waitForFocus(panel, 'button Cancel');
  await panel.press('Shift+Tab');
  await panel.press('Enter');
  await expect.poll(() => first.value()).toBe('');
  await waitForFocus(panel, 'input Mapping 1');
  await pressButton(panel, 'Close');
});

test('keeps the focus among the reasons when one is resolved', async ({ app, panel }) => {
  await sendRequest(app);
  await waitForExchanges(panel, 1);
  await panel.getByRole('combobox', { name: 'Filter' }).fill('status:500');
  await pressButton(panel, 'Why isn’t my request listed?');
  await pressButton(panel, 'Show all requests');
  await waitForFocus(panel, 'group Reasons');
  await pressButton(panel, 'Close');
  await pressButton(panel, 'Record');
  await pressButton(panel, 'Why isn’t my request listed?');
  await pressButton(panel, 'Start recording');
  await waitForFocus(panel, 'group Reasons');
  await pressButton(panel, 'Close');
});

test('keeps the focus in the panel when an import is cancelled', async ({ panel }) => {
  const text = har(Array.from({ length: 10_000 }, () => entry('/Projects')));
  await panel.evaluate((document, text) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([text], 'long.har'));
    const input = document.querySelector('input[type=file]') as HTMLInputElement;
    input.files = transfer.files;
    // Cancels as soon as the button appears: on a fast machine the import would be over before a real click.
    const observer = new MutationObserver(() => {
      const cancel = [...document.querySelectorAll('button')].find(({ innerText }) => innerText === 'Cancel');
      if (cancel === undefined) return;
      observer.disconnect();
      cancel.focus();
      cancel.click();
    });
    observer.observe(document, { subtree: true, childList: true });
    input.dispatchEvent(new Event('change', { bubbles: true }));
  }, text);
  await panel.getByText('long.har: cancelled. Nothing was imported.').waitFor();
  await waitForFocus(panel, 'tab Requests');
});

test('moves the focus to the first row that “Show more” adds', async ({ panel }) => {
  const query = (value: number) => Array.from({ length: 40 }, (_, i) => `p${i}=${value}`).join('&');
  const tenants = Array.from({ length: 10 }, (_, i) => `tenant-${i}`);
  const entries = [
    ...tenants.map((tenant) => entry('/Projects?page=1', tenant)),
    entry(`/Tasks?${query(1)}`),
    entry(`/Tasks?${query(2)}`),
  ];
  await panel.locate('input[type=file]').chooseFile('many.har', har(entries));
  await waitForExchanges(panel, entries.length);
  await exchangeRow(panel, entries.length).click();
  await panel.getByRole('tab', { name: 'Compare', exact: true }).click();
  await pressButton(panel, 'Show 15 of 15 more');
  await waitForFocus(panel, /^tr p\d+\s+1\s+2$/);
  await panel.getByRole('tab', { name: 'Limits', exact: true }).click();
  await pressButton(panel, /^Show \d of \d more tenants$/);
  await waitForFocus(panel, /^group /);
});

test('moves the focus to a view’s tab when its key is pressed in the list’s toolbar', async ({ app, panel }) => {
  await sendRequest(app);
  await waitForExchanges(panel, 1);
  for (const [name, key, tab] of [
    ['Errors', '2', 'Limits'],
    ['Errors', '3', 'Reference'],
    ['Record', '2', 'Limits'],
  ] as const) {
    await pressButton(panel, name);
    await pressButton(panel, name);
    await panel.press(key);
    await waitForFocus(panel, `tab ${tab}`);
    await panel.press('1');
    await waitForFocus(panel, `tab ${tab}`);
  }
});

test('moves the focus to the open tab when the next failed request lacks the focused one', async ({
  app,
  panel,
  xero,
}) => {
  xero.control.next('server-error', { times: 2 });
  const create = { method: 'POST', path: '/Projects', options: { headers: { 'Idempotency-Key': 'attic' } } };
  for (let i = 0; i < 2; i++)
    await sendRequest(app, { ...create, options: { ...create.options, body: { name: 'Attic' } } });
  await sendRequest(app, { path: '/ProjectsUsers', options: { headers: { 'Xero-Tenant-Id': 'wrong' } } });
  await waitForExchanges(panel, 3);
  await exchangeRow(panel, 2).click();
  await panel.getByRole('tab', { name: 'Retries', exact: true }).click();
  await panel.press('j');
  await expect.poll(() => selectedRow(panel)).toBe('3');
  await waitForFocus(panel, 'tab Explanation');
});

test('compares any two requests by keys, with the one selected before', async ({ app, panel }) => {
  await sendRequest(app, { path: '/ProjectsUsers' });
  await sendRequest(app);
  await waitForExchanges(panel, 2);
  await exchangeRow(panel, 1).click();
  await panel.getByRole('tab', { name: 'Explanation', exact: true }).waitFor();
  await exchangeRow(panel, 2).click();
  await panel.getByRole('tab', { name: 'Compare', exact: true }).waitFor();
  await panel.press('f');
  await panel.press('Enter');
  await panel.press('Enter');
  await waitForFocus(panel, 'tab Explanation');
  await panel.press('End');
  await waitForFocus(panel, 'tab Compare');
  await panel.getByRole('group', { name: 'Differences' }).waitFor();
});

test('opens the menu of the selected request even if its row is filtered out', async ({ app, panel }) => {
  await sendRequest(app);
  await sendRequest(app, { path: '/ProjectsUsers', options: { headers: { 'Xero-Tenant-Id': 'wrong' } } });
  await waitForExchanges(panel, 2);
  await exchangeRow(panel, 1).click();
  await panel.press('f');
  await panel.getByRole('combobox', { name: 'Filter' }).fill('has:error');
  await waitForExchanges(panel, 1);
  await panel.press('Enter');
  await waitForFocus(panel, 'grid Requests');
  await panel.press('Shift+F10');
  await panel.getByRole('menuitem', { name: 'Copy as cURL (bash)' }).waitFor();
  await panel.press('Escape');
  await waitForFocus(panel, 'grid Requests');
});

test('pastes a response while a body has the focus, and folds the body by keys', async ({ app, panel }) => {
  await sendRequest(app);
  await waitForExchanges(panel, 1);
  await exchangeRow(panel, 1).click();
  await panel.getByRole('tab', { name: 'Response', exact: true }).click();
  const focusBody = async () => {
    await panel.locate('.message .cm-content').waitFor();
    await panel.evaluate((document) => document.querySelector<HTMLElement>('.message .cm-content')?.focus());
  };
  await focusBody();
  await panel.press('Control+Alt+[');
  await expect.poll(() => panel.locate('.cm-foldPlaceholder').count()).toBeGreaterThan(0);
  await panel.press('Control+Alt+]');
  await expect.poll(() => panel.locate('.cm-foldPlaceholder').count()).toBe(0);
  await panel.evaluate((document) => {
    const field = document.createElement('textarea');
    field.id = 'copied';
    field.value = 'HTTP/2 429 \nretry-after: 22\nx-rate-limit-problem: minute\n\n';
    document.body.append(field);
    field.select();
  });
  await panel.press('ControlOrMeta+C');
  await panel.evaluate((document) => document.getElementById('copied')?.remove());
  await focusBody();
  await panel.press('ControlOrMeta+V');
  await waitForExchanges(panel, 2);
  await panel.getByText('Minute limit reached').nth(0).waitFor();
});

test('announces the result of a search once, not again with each request', async ({ app, panel }) => {
  await sendRequest(app);
  await waitForExchanges(panel, 1);
  await panel.press('/');
  const pane = panel.getByRole('region', { name: 'Search', exact: true });
  await panel.getByRole('textbox', { name: 'Search all requests' }).fill('pageSize');
  const announcement = pane.locate('[aria-live=polite]');
  await expect.poll(() => announcement.text()).toBe('1 match in 1 request');
  await sendRequest(app);
  await expect.poll(() => pane.getByRole('status').text()).toBe('2 matches in 2 requests');
  expect(await announcement.text()).toBe('1 match in 1 request');
  await panel.press('Enter');
  await expect.poll(() => announcement.text()).toBe('1 of 2');
});

test('returns the focus to Save when an export is cancelled', async ({ panel }) => {
  const entries = Array.from({ length: 3_000 }, () => entry('/Projects'));
  await panel.locate('input[type=file]').chooseFile('many.har', har(entries));
  await panel.getByText(/many\.har: 3,000 requests imported/).waitFor();
  await pressButton(panel, 'Export');
  await panel.getByRole('button', { name: 'Save', exact: true }).waitFor();
  await panel.evaluate((document) => {
    // Cancels as soon as the button appears: on a fast machine the export would be over before a real click.
    const observer = new MutationObserver(() => {
      const buttons = [...document.querySelectorAll<HTMLElement>('dialog button')];
      const cancel = buttons.find(({ innerText }) => innerText === 'Cancel');
      if (cancel === undefined) return;
      observer.disconnect();
      document.body.dataset.seen = (document.activeElement as HTMLElement).innerText;
      cancel.focus();
      cancel.click();
    });
    observer.observe(document, { subtree: true, childList: true });
  });
  await pressButton(panel, 'Save');
  await waitForFocus(panel, 'button Save');
  await expect.poll(() => panel.evaluate((document) => document.body.dataset.seen)).toBe('Save');
  await expect.poll(() => panel.getByRole('button', { name: 'Cancel', exact: true }).count()).toBe(0);
  await waitForFocus(panel, 'button Save');
  await panel.press('Escape');
});

/** The number of the selected row, from 1. */
function selectedRow(panel: PanelPage): Promise<string | null | undefined> {
  return panel.evaluate((document) =>
    document.querySelector('[role=row][aria-selected=true]')?.getAttribute('aria-rowindex'),
  );
}

let second = 0;

function entry(path: string, tenant = 'tenant') {
  return {
    startedDateTime: new Date(Date.UTC(2026, 10, 22, 9) + 1_000 * second++).toISOString(),
    time: 12,
    request: {
      method: 'GET',
      url: `https://api.xero.com/projects.xro/2.0${path}`,
      headers: [{ name: 'xero-tenant-id', value: tenant }],
    },
    response: {
      status: 200,
      statusText: '',
      headers: [],
      content: { size: 2, mimeType: 'application/json', text: '{}' },
    },
    timings: { send: 1, wait: 10, receive: 1 },
  };
}

function har(entries: readonly unknown[]): string {
  return JSON.stringify({ log: { version: '1.2', entries } });
}
