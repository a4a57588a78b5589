// What the panel preserves: collapsed sections between requests, and positions and input across docking.

import { expect, test } from './fixtures.ts';
import { explainLast, grid, type PanelPage, waitForExchanges } from './panel-page.ts';
import { sendRequest } from './sample-app.ts';

function areHeadersVisible(panel: PanelPage): Promise<boolean> {
  return panel.evaluate((document) => document.querySelector('.headers dl') !== null);
}

async function toggleHeaders(panel: PanelPage): Promise<void> {
  await panel.evaluate((document) => document.querySelector<HTMLElement>('.headers summary')?.focus());
  await panel.press('Enter');
}

test('keeps a section collapsed for the next request', async ({ app, panel }) => {
  for (const path of ['/Projects', '/ProjectsUsers']) await sendRequest(app, { path });
  await explainLast(panel, 2);
  await panel.getByRole('tab', { name: 'Request', exact: true }).click();
  await expect.poll(() => areHeadersVisible(panel)).toBe(true);
  await toggleHeaders(panel);
  await expect.poll(() => areHeadersVisible(panel)).toBe(false);

  await grid(panel).locate('[data-operation=getProjects]').click();
  await panel.getByRole('region', { name: 'Request' }).getByText('/Projects').waitFor();
  expect(await areHeadersVisible(panel)).toBe(false);
  await toggleHeaders(panel);
  await expect.poll(() => areHeadersVisible(panel)).toBe(true);
});

/** The scroll position of the detail, and the first visible lines of its body. */
function readPositions(panel: PanelPage): Promise<{ top: number; lines: string }> {
  return panel.evaluate((document) => {
    const scroller = document.querySelector('.cm-scroller');
    const from = scroller?.getBoundingClientRect().top ?? 0;
    const lines = [...document.querySelectorAll('.cm-line')];
    const shown = lines.filter((line) => line.getBoundingClientRect().bottom > from + 1).slice(0, 4);
    const texts = shown.map((line) => line.textContent?.trim());
    return { top: document.querySelector('#tab-panel')?.scrollTop ?? 0, lines: texts.join(' ') };
  });
}

test('keeps the scroll position and the place in a body across docking', async ({ app, panel, inspected, xero }) => {
  const items = Array.from({ length: 2_000 }, (_, number) => ({ number, name: `Project ${number}` }));
  const body = JSON.stringify({ items });
  xero.control.next({ status: 200, headers: [['Content-Type', 'application/json']], body });
  await sendRequest(app);
  await explainLast(panel, 1);
  await panel.getByRole('tab', { name: 'Response' }).click();
  await panel.getByRole('textbox', { name: 'Response body' }).waitFor();
  await panel.evaluate((document) => {
    document.querySelector('.cm-scroller')?.scrollTo(0, 6_000);
    document.querySelector('#tab-panel')?.scrollTo(0, 30);
  });
  await expect.poll(async () => (await readPositions(panel)).lines).toMatch(/"number": \d\d/);
  const before = await readPositions(panel);
  expect(before.top).toBe(30);
  try {
    await inspected.redock('bottom');
    await panel.getByRole('textbox', { name: 'Response body' }).waitFor();
    await expect.poll(() => readPositions(panel)).toEqual(before);
  } finally {
    await inspected.redock('window');
    await grid(panel).waitFor();
  }
});

test('keeps unsaved settings across docking', async ({ panel, inspected }) => {
  const mapping = () => panel.getByRole('textbox', { name: 'Mapping 1' });
  const address = () => panel.getByRole('textbox', { name: 'URL to try' });
  await panel.getByRole('button', { name: 'Settings', exact: true }).click();
  await address().fill('https://app.example/api/xero/Projects');
  await mapping().fill('/api/xe');
  try {
    await inspected.redock('bottom');
    await expect.poll(() => mapping().value()).toBe('/api/xe');
    expect(await address().value()).toBe('https://app.example/api/xero/Projects');
  } finally {
    await mapping().fill('');
    await address().fill('');
    await panel.getByRole('dialog').getByRole('button', { name: 'Close', exact: true }).click();
    await inspected.redock('window');
    await panel.getByRole('button', { name: 'Settings', exact: true }).waitFor();
  }
});

test('sorting, columns and recent selections survive docking', async ({ app, panel, inspected }) => {
  const header = (name: string) => grid(panel).getByRole('columnheader', { name, exact: true });
  const chooseColumns = async (role: 'menuitem' | 'menuitemcheckbox', name: string) => {
    await panel.getByRole('button', { name: 'Columns', exact: true }).click();
    await panel.getByRole(role, { name, exact: true }).click();
  };
  for (const path of ['/Projects', '/ProjectsUsers']) await sendRequest(app, { path });
  await waitForExchanges(panel, 2);
  await chooseColumns('menuitemcheckbox', 'Size');
  await panel.getByRole('button', { name: 'Columns', exact: true }).click();
  await header('Status').click();
  await header('Status').click();
  for (const id of ['getProjects', 'getProjectUsers']) await grid(panel).locate(`[data-operation=${id}]`).click();
  await panel.getByRole('tab', { name: 'Compare' }).click();
  const compared = () =>
    panel.evaluate((document) => document.querySelector('optgroup[label="Recently selected"] option')?.textContent);
  await expect.poll(compared).toContain('getProjects');
  try {
    await inspected.redock('bottom');
    await expect.poll(() => header('Status').attribute('aria-sort')).toBe('descending');
    expect(await header('Size').count()).toBe(1);
    await expect.poll(compared).toContain('getProjects');
  } finally {
    await inspected.redock('window');
    await chooseColumns('menuitem', 'Reset columns');
  }
  await expect.poll(() => header('Size').count()).toBe(0);
});
