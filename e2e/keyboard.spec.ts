// Operating the panel by the keyboard alone: tab stops, shortcuts, and a focus that is never lost.

import type { InspectedBrowser } from './drivers/browser.ts';
import { expect, test } from './fixtures.ts';
import { completeExplanation, exchangeRow, focused, type PanelPage, rowCount, waitForExchanges } from './panel-page.ts';
import { requestPages, sendRequest } from './sample-app.ts';
import { makeTraffic } from './views.ts';

async function typeText(panel: PanelPage, text: string): Promise<void> {
  for (const key of text) await panel.press(key);
}

/** Presses `key` until `target` has the focus, at most `maxPresses` times. */
async function pressUntil(panel: PanelPage, key: string, target: string, maxPresses = 25): Promise<void> {
  const passed: string[] = [];
  while (passed.at(-1) !== target && passed.length < maxPresses) {
    await panel.press(key);
    passed.push(await focused(panel));
  }
  expect(passed.at(-1), passed.join(', ')).toBe(target);
}

/** Sets the window's width and waits until the panel is laid out at that width. */
async function resizeTo(panel: PanelPage, inspected: InspectedBrowser, width: number): Promise<void> {
  await inspected.resize(width, 760);
  await expect.poll(() => panel.evaluate((document) => document.body.clientWidth)).toBeLessThan(width + 1);
}

test('filters, selects, reads, jumps to a field and closes by keys alone', async ({ app, panel }) => {
  await makeTraffic(app, panel);
  await panel.press('f');
  await expect.poll(() => focused(panel)).toBe('combobox Filter');
  await typeText(panel, 'status:400');
  await panel.getByText('1 request matches.').waitFor();
  await panel.press('Enter');
  await expect.poll(() => focused(panel)).toBe('grid Requests');
  expect(await rowCount(panel)).toBe(1);
  await panel.press('ArrowDown');
  await completeExplanation(panel);
  await panel.press('Enter');
  await expect.poll(() => focused(panel)).toBe('tab Explanation');
  await pressUntil(panel, 'Tab', 'button /name');
  await panel.press('Enter');
  await expect.poll(() => focused(panel)).toMatch(/^textbox Request body/);
  expect(await panel.evaluate((document) => document.getSelection()?.toString())).toContain('"name"');
  await panel.press('x');
  await expect.poll(() => focused(panel)).toBe('grid Requests');
  expect(await panel.getByRole('tablist', { name: 'Selected request' }).count()).toBe(0);
});

test('tabs through the whole panel, with one tab stop per toolbar', async ({ app, panel }) => {
  // Tab enters a toolbar at the button that was focused last.
  await panel.getByRole('button', { name: 'Clear', exact: true }).click();
  await makeTraffic(app, panel);
  await exchangeRow(panel, 1).click();
  await panel.getByRole('tab', { name: 'Requests', exact: true }).click();
  for (const stop of [
    'button Clear',
    'combobox Filter',
    'button Errors',
    'button Writes',
    'button Rate limited',
    /^button (Import HAR|Paste a response|Export|Keyboard shortcuts|Settings)$/,
    'grid Requests',
    'columnheader Time',
    'separator Width of Time',
    'button Columns',
    'separator Width of the list',
    'tab Explanation',
    'button Copy',
    'button Close details',
    'button Reference: getProjects',
  ]) {
    await panel.press('Tab');
    await expect.poll(() => focused(panel)).toMatch(typeof stop === 'string' ? new RegExp(`^${stop}$`) : stop);
  }
  await pressUntil(panel, 'Shift+Tab', 'button Clear');
  await panel.press('Home');
  await expect.poll(() => focused(panel)).toBe('button Record');
  await panel.press('ArrowRight');
  await expect.poll(() => focused(panel)).toBe('button Clear');
  await panel.press('Enter');
  await panel.getByRole('heading', { name: 'No Xero Projects requests in the list' }).waitFor();
  expect(await focused(panel)).toBe('button Clear');
});

test('makes a scrolling list one tab stop, and focuses it on click', async ({ app, panel, xero }) => {
  xero.control.always({ status: 200, headers: [], body: '' });
  await requestPages(app, 60);
  await waitForExchanges(panel, 60);
  await panel.getByRole('separator', { name: 'Width of Time' }).waitFor();
  await panel.press('f');
  await panel.press('Enter');
  await expect.poll(() => focused(panel)).toBe('grid Requests');
  for (const stop of ['columnheader Time', 'separator Width of Time', 'button Columns']) {
    await panel.press('Tab');
    expect(await focused(panel)).toBe(stop);
  }
  await exchangeRow(panel, 60).click();
  await expect.poll(() => focused(panel)).toBe('grid Requests');
  await panel.press('ArrowUp');
  await panel.locate('[role=row][aria-selected=true][aria-rowindex="59"]').waitFor();
});

test('keeps the focus in the panel when a page load removes the list and a request brings it back', async ({
  app,
  panel,
  xero,
}) => {
  const preserve = panel.getByRole('checkbox', { name: 'Preserve log' });
  const waitForEmpty = () => panel.getByRole('heading', { name: 'No Xero Projects requests in the list' }).waitFor();
  await preserve.click();
  try {
    await sendRequest(app);
    await waitForExchanges(panel, 1);
    for (const keys of [[], ['ArrowDown', 'Enter']]) {
      await panel.press('f');
      await panel.press('Enter');
      await expect.poll(() => focused(panel)).toBe('grid Requests');
      for (const key of keys) await panel.press(key);
      await expect.poll(() => focused(panel)).toBe(keys.length > 0 ? 'tab Explanation' : 'grid Requests');
      await app.goto(`${xero.appUrl}blank.html`);
      await waitForEmpty();
      await expect.poll(() => focused(panel)).toBe('tab Requests');
      await panel.evaluate((document) => document.querySelector<HTMLElement>('.empty button')?.focus());
      await app.goto(xero.appUrl);
      await sendRequest(app);
      await waitForExchanges(panel, 1);
      await expect.poll(() => focused(panel)).toBe('grid Requests');
    }
  } finally {
    await preserve.click();
  }
});

test('moves through failed requests and views by single keys, which can be switched off', async ({ app, panel }) => {
  await makeTraffic(app, panel);
  const selected = () =>
    panel.evaluate((document) =>
      document.querySelector('[role=row][aria-selected=true]')?.getAttribute('aria-rowindex'),
    );
  for (const [key, row] of [
    ['j', '2'],
    ['j', '3'],
    ['j', '4'],
    ['k', '3'],
  ]) {
    await panel.press(key as string);
    await expect.poll(selected, key).toBe(row);
  }
  // In the order of the list.
  const status = panel.getByRole('columnheader', { name: 'Status', exact: true });
  await status.click();
  await expect.poll(selected).toBe('4');
  await panel.press('k');
  await expect.poll(selected).toBe('3');
  await panel.press('k');
  await expect.poll(selected).toBe('2');
  await panel.press('j');
  await expect.poll(selected).toBe('3');
  await status.click();
  await status.click();
  await expect.poll(selected).toBe('2');
  await panel.press('j');
  await expect.poll(selected).toBe('3');
  await panel.press('Enter');
  await expect.poll(() => focused(panel)).toBe('tab Explanation');
  await panel.press('3');
  await panel.getByRole('searchbox', { name: 'Search the reference' }).waitFor();
  expect(await focused(panel)).not.toBe('tab Explanation');
  await panel.press('1');
  await expect.poll(() => focused(panel)).toBe('tab Explanation');

  const keysAreOn = panel.getByRole('checkbox', { name: 'Enable single-key shortcuts' });
  await panel.press('?');
  await keysAreOn.click();
  await panel.getByRole('dialog').getByRole('button', { name: 'Close', exact: true }).click();
  await panel.press('j');
  await panel.getByRole('button', { name: 'Keyboard shortcuts', exact: true }).click();
  expect(await selected()).toBe('3');
  await keysAreOn.click();
  await panel.getByRole('dialog').getByRole('button', { name: 'Close', exact: true }).click();
});

test('moves the focus into a dialog, and restores it when Escape closes the dialog', async ({
  app,
  panel,
  inspected,
}) => {
  await makeTraffic(app, panel);
  await panel.press('f');
  await panel.press('Enter');
  await expect.poll(() => focused(panel)).toBe('grid Requests');
  const height = () => panel.evaluate((document) => document.documentElement.clientHeight);
  const before = await height();
  await panel.press('?');
  await panel.getByRole('dialog', { name: 'Keyboard shortcuts' }).getByRole('heading', { name: 'Anywhere' }).waitFor();
  expect(await panel.evaluate((document) => document.activeElement?.closest('dialog') !== null)).toBe(true);
  await panel.press('Escape');
  await expect.poll(() => panel.getByRole('dialog').count()).toBe(0);
  expect(await focused(panel)).toBe('grid Requests');
  // Escape also toggles Firefox's console, whatever a panel does with the key.
  if (inspected.name === 'firefox') {
    await expect.poll(height).not.toBe(before);
    await panel.press('Escape');
  }
  await expect.poll(height).toBe(before);
});

test('closes the selected request by Escape from anywhere, and never opens the console of Chromium', async ({
  app,
  panel,
  inspected,
}) => {
  test.skip(inspected.name === 'firefox', 'Firefox toggles its console, whatever a panel does with the key.');
  await makeTraffic(app, panel);
  const height = () => panel.evaluate((document) => document.documentElement.clientHeight);
  const before = await height();
  await exchangeRow(panel, 1).click();
  await panel.getByRole('tablist', { name: 'Selected request' }).waitFor();
  await panel.evaluate((document) => document.querySelector<HTMLElement>('[aria-label=Export]')?.focus());
  await panel.press('Escape');
  await expect.poll(() => focused(panel)).toBe('grid Requests');
  expect(await panel.getByRole('tablist', { name: 'Selected request' }).count()).toBe(0);
  // Nothing is open. The console would take the focus.
  await panel.press('Escape');
  await panel.press('?');
  await panel.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor();
  await panel.press('Escape');
  await expect.poll(() => focused(panel)).toBe('grid Requests');
  expect(await height()).toBe(before);
});

test('moves the focus to a detail that replaces the list, and returns to the same place in the list', async ({
  app,
  panel,
  inspected,
}) => {
  await makeTraffic(app, panel);
  // Escape also opens Firefox's console.
  const goBack = () => panel.press(inspected.name === 'chromium' ? 'Escape' : 'x');
  const selected = () =>
    panel.evaluate((document) =>
      document.querySelector('[role=row][aria-selected=true]')?.getAttribute('aria-rowindex'),
    );
  const toList = async () => {
    await goBack();
    await expect.poll(() => focused(panel)).toBe('grid Requests');
    expect(await selected()).toBeUndefined();
  };
  await panel.press('f');
  await panel.press('Enter');
  await expect.poll(() => focused(panel)).toBe('grid Requests');
  try {
    await resizeTo(panel, inspected, 400);
    for (const [key, row] of [
      ['ArrowDown', '1'],
      ['ArrowDown', '2'],
      ['ArrowDown', '3'],
      ['ArrowUp', '2'],
      ['j', '2'],
    ] as const) {
      await panel.press(key);
      await expect.poll(() => focused(panel), key).toBe('tab Explanation');
      expect(await selected(), key).toBe(row);
      await toList();
    }
    // Also from another view.
    await panel.press('2');
    await panel.press('j');
    await expect.poll(() => focused(panel)).toBe('tab Explanation');
    await toList();

    // The list of matches hides the list of requests.
    await resizeTo(panel, inspected, 600);
    await panel.press('/');
    await expect.poll(() => focused(panel)).toBe('input Search all requests');
    await pressUntil(panel, 'Tab', 'grid Requests');
    await panel.press('ArrowDown');
    await expect.poll(() => focused(panel)).toBe('tab Explanation');
    await toList();
    await panel.getByRole('button', { name: 'Close search' }).click();
  } finally {
    await inspected.resize(1440, 1000);
  }
});

test('moves the focus to a reference entry that replaces the list', async ({ panel, inspected }) => {
  await panel.press('3');
  const search = panel.getByRole('searchbox', { name: 'Search the reference' });
  await search.fill('getTasks');
  try {
    await resizeTo(panel, inspected, 400);
    await search.click();
    await panel.press('Enter');
    await expect.poll(() => focused(panel)).toBe('section Reference entry');
    await panel.getByRole('button', { name: 'Back to the list' }).click();
    await expect.poll(() => focused(panel)).toBe('listbox Entries');
    await panel.getByRole('option', { name: 'GET getTasks' }).click();
    await expect.poll(() => focused(panel)).toBe('section Reference entry');
    await panel.getByRole('button', { name: 'Back to the list' }).click();
  } finally {
    await inspected.resize(1440, 1000);
    await search.fill('');
    await panel.press('Enter');
    await panel.getByRole('tab', { name: 'Requests', exact: true }).click();
  }
});
