// The reference: opening, searching and reading it by mouse and by keyboard.

import type { PanelWindow } from '../src/panel/host/panel-host.ts';
import type { Locator } from './drivers/browser.ts';
import { operations } from './fake-xero/operations/operations.ts';
import { expect, test } from './fixtures.ts';
import { explainLast, grid, type PanelPage, rowCount } from './panel-page.ts';
import { requestPages, sendRequest } from './sample-app.ts';

/** Opens the reference without a query and an entry, whatever the previous test left. */
async function openReference(panel: PanelPage): Promise<Locator> {
  await panel.getByRole('tab', { name: 'Reference', exact: true }).click();
  const search = panel.getByRole('searchbox', { name: 'Search the reference' });
  await search.waitFor();
  const close = panel.getByRole('button', { name: 'Close the entry' });
  if (await close.count()) await close.click();
  await search.fill('');
  return search;
}

function openEntry(panel: PanelPage): Locator {
  return panel.getByRole('region', { name: 'Reference entry' });
}

async function waitForEntry(panel: PanelPage, id: string): Promise<void> {
  await openEntry(panel).waitFor();
  await expect.poll(() => openEntry(panel).attribute('data-entry'), id).toBe(id);
}

/** The label of the focused element. */
function focusedName(panel: PanelPage): Promise<string | null | undefined> {
  return panel.evaluate((document) => document.activeElement?.getAttribute('aria-label'));
}

test('lists the whole API grouped by kind', async ({ panel }) => {
  await openReference(panel);
  const list = panel.getByRole('listbox', { name: 'Entries' });
  const kinds = ['Operations', 'Entities', 'Headers', 'Scopes', 'Diagnoses', 'Checks', 'Rules', 'Documented limits'];
  for (const kind of kinds) {
    await list.getByRole('group', { name: kind, exact: true }).waitFor();
  }
  expect(await list.getByRole('group', { name: 'Operations' }).getByRole('option').count()).toBe(
    Object.keys(operations).length,
  );
});

test('finds the operation of a parameter, with its default and recorded difference', async ({ panel }) => {
  const search = await openReference(panel);
  await search.fill('pageSize');
  await panel.getByRole('option', { name: 'GET getProjects' }).click();
  await waitForEntry(panel, 'operation/getProjects');
  const text = await openEntry(panel).getByRole('table', { name: 'Query parameters' }).text();
  expect(text).toContain('1 to 500');
  expect(text).toContain('default 50');
  expect(text).toContain('The response to ?page=1 had a pageSize of 500');
  const option = panel.getByRole('option', { name: 'GET getProjects' });
  expect(await option.locate('mark').count()).toBe(0);
  await search.fill('getproj');
  expect(await panel.locate('mark').nth(0).text()).toBe('getProj');
});

test('opens the diagnosis of a status on Enter', async ({ panel }) => {
  const search = await openReference(panel);
  await search.click();
  await search.fill('403');
  await panel.press('Enter');
  await waitForEntry(panel, 'diagnosis/tenant-refused');
  const text = await openEntry(panel).text();
  expect(text).toContain('Status 403');
  expect(text).toContain('Don’t retry until it’s fixed.');
  expect(text).toContain('"AuthenticationUnsuccessful"');
});

test('can be operated by the keyboard alone', async ({ panel }) => {
  const search = await openReference(panel);
  await search.click();
  await search.fill('createTask');
  await panel.press('ArrowDown');
  await waitForEntry(panel, 'operation/createTask');
  expect(await focusedName(panel)).toBe('Entries');
  await panel.press('ArrowDown');
  await waitForEntry(panel, 'entity/TaskCreateOrUpdate');
  await panel.press('Enter');
  await expect.poll(() => focusedName(panel)).toBe('Reference entry');
  await search.fill('');
  await search.click();
  await panel.press('ArrowDown');
  await panel.press('Home');
  await waitForEntry(panel, 'operation/getProjects');
  await panel.press('ArrowUp');
  await expect.poll(() => focusedName(panel)).toBe('Search the reference');
});

test('follows links from entry to entry, and back', async ({ panel }) => {
  const search = await openReference(panel);
  await search.fill('createTask');
  await panel.getByRole('option', { name: 'createTask Create' }).click();
  await openEntry(panel).getByRole('button', { name: 'TaskCreateOrUpdate' }).nth(0).click();
  await waitForEntry(panel, 'entity/TaskCreateOrUpdate');
  await openEntry(panel).getByRole('button', { name: 'Amount' }).click();
  await waitForEntry(panel, 'entity/Amount');
  await openEntry(panel).getByText('163 values').waitFor();
  await panel.getByRole('button', { name: 'TaskCreateOrUpdate' }).nth(0).click();
  await waitForEntry(panel, 'entity/TaskCreateOrUpdate');
});

test('says that nothing was found', async ({ panel }) => {
  const search = await openReference(panel);
  await search.fill('zebra');
  await panel.getByText('No entry contains all of these words.').waitFor();
});

test('links from an exchange to its operation', async ({ app, panel }) => {
  const search = await openReference(panel);
  await search.fill('zebra');
  await panel.getByRole('tab', { name: 'Requests', exact: true }).click();
  await sendRequest(app);
  const explanation = await explainLast(panel, 1);
  await explanation.getByRole('button', { name: 'Reference: getProjects' }).click();
  await waitForEntry(panel, 'operation/getProjects');
  expect(await search.value()).toBe('');
});

test('keeps the selection and scroll position of the list of exchanges', async ({ app, panel }) => {
  await requestPages(app, 80);
  await explainLast(panel, 80);
  const top = () => panel.evaluate((document) => document.querySelector('[role=rowgroup]')?.scrollTop);
  await panel.evaluate((document) => document.querySelector('[role=rowgroup]')?.scrollTo(0, 210));
  await expect.poll(top).toBe(210);
  await openReference(panel);
  expect(await grid(panel).count()).toBe(0);
  await panel.getByRole('tab', { name: 'Requests', exact: true }).click();
  await panel.getByRole('region', { name: 'Explanation' }).waitFor();
  expect(await rowCount(panel)).toBe(80);
  expect(await top()).toBe(210);
});

test('replaces the list by the entry in a narrow window, with a way back', async ({ panel, inspected }) => {
  const search = await openReference(panel);
  await search.fill('getTasks');
  try {
    await inspected.resize(380, 760);
    // The window reaches its width before the panel's layout does.
    await expect.poll(() => panel.evaluate((document) => document.body.clientWidth)).toBeLessThan(400);
    await panel.getByRole('option', { name: 'GET getTasks' }).click();
    await waitForEntry(panel, 'operation/getTasks');
    expect(await panel.getByRole('listbox', { name: 'Entries' }).count()).toBe(0);
    await panel.getByRole('button', { name: 'Back to the list' }).click();
    await panel.getByRole('option', { name: 'GET getTasks' }).waitFor();
  } finally {
    await inspected.resize(1440, 1000);
  }
});

test('keeps view, query, entry and scroll position across docking', async ({ panel, inspected }) => {
  const search = await openReference(panel);
  await search.fill('project');
  await panel.getByRole('option', { name: 'GET getProjects' }).click();
  await waitForEntry(panel, 'operation/getProjects');
  await panel.evaluate((document) => document.querySelector('[role=listbox]')?.scrollTo(0, 60));
  const listTop = () => panel.evaluate((document) => document.querySelector('[role=listbox]')?.scrollTop);
  // The position that the panel has saved, a moment after scrolling.
  const remembered = () =>
    panel.evaluate((document) => (document.defaultView as PanelWindow).inspectorHost?.view.reference.listTop);
  await expect.poll(remembered).toBe(60);
  try {
    await inspected.redock('bottom');
    await waitForEntry(panel, 'operation/getProjects');
    expect(await panel.getByRole('searchbox', { name: 'Search the reference' }).value()).toBe('project');
    await expect.poll(listTop).toBe(60);
  } finally {
    await inspected.redock('window');
    await openEntry(panel).waitFor();
  }
});
