// The comparison of two requests, operated as a user does.

import type { InspectedPage } from './drivers/browser.ts';
import { ids } from './fake-xero/operations/seed.ts';
import { expect, test } from './fixtures.ts';
import { exchangeRow, explainLast, grid, type PanelPage, waitForExchanges } from './panel-page.ts';
import { press, type SampleApp, sendRequest } from './sample-app.ts';

/** The cell texts of the row with this name. */
function cells(panel: PanelPage, name: string): Promise<string[]> {
  return panel.evaluate((document, name) => {
    const rows = [...document.querySelectorAll<HTMLElement>('.compare-table tr')];
    const found = rows.find((row) => row.querySelector('[scope=row]')?.textContent === name);
    return [...(found?.querySelectorAll('td') ?? [])].map((cell) => cell.textContent ?? '');
  }, name);
}

/** The headings of the first table. */
function columns(panel: PanelPage): Promise<string> {
  return panel.evaluate((document) => {
    const headings = document.querySelectorAll('.compare-table thead th');
    return Array.from(headings, ({ textContent }) => textContent)
      .slice(0, 3)
      .join('|');
  });
}

/** Lists projects from a worker of the page, with the headers that the app uses. */
function requestFromWorker(page: InspectedPage, path: string): Promise<unknown> {
  return page.evaluate(async (window, path) => {
    const { token, ids } = await (window as unknown as SampleApp).app.credentials();
    const headers = { Authorization: `Bearer ${token}`, 'Xero-Tenant-Id': ids.tenant, Accept: 'application/json' };
    const request = [new URL(path, window.location.href).href, { headers }];
    const code = `fetch(...${JSON.stringify(request)}).then((response) => response.text()).then(() => postMessage(''))`;
    const worker = new Worker(URL.createObjectURL(new Blob([code])));
    await new Promise((done) => {
      worker.onmessage = done;
    });
    worker.terminate();
  }, path);
}

/** Starts counting violations of the content security policy. */
function countPolicyViolations(panel: PanelPage): Promise<void> {
  return panel.evaluate((document) => {
    document.documentElement.dataset.violations = '0';
    document.addEventListener('securitypolicyviolation', () => {
      const { dataset } = document.documentElement;
      dataset.violations = String(Number(dataset.violations) + 1);
    });
  });
}

test('compares a failed request with one that worked', async ({ app, panel }) => {
  await countPolicyViolations(panel);
  for (const name of ['Create a project', 'Create a project without a name']) {
    await press(app, name);
    await expect.poll(() => grid(panel).locate(`[role=row][data-operation]`).count()).toBeGreaterThan(0);
  }
  const explanation = await explainLast(panel, 2);
  await explanation.getByRole('button', { name: /Compare with \d\d:\d\d:\d\d, which worked/ }).click();
  const summary = panel.getByRole('group', { name: 'Differences' });
  await expect.poll(() => summary.text()).toMatch(/Request: body \/name\.\s+Response: status 200 → 400, body\./);
  expect(await cells(panel, '/name')).toEqual(['"Attic"', '""']);

  await panel.getByRole('textbox', { name: /^Request body of \d\d:\d\d:\d\d 200/ }).waitFor();
  await panel.getByRole('textbox', { name: /^Request body of \d\d:\d\d:\d\d 400/ }).waitFor();
  expect(await panel.evaluate((document) => document.querySelector('.cm-changedText')?.textContent)).toBe('Attic');
  expect(await panel.evaluate((document) => document.documentElement.dataset.violations)).toBe('0');

  // The earlier one stays first when it is the selected one.
  await exchangeRow(panel, 1).click();
  await panel.getByRole('tab', { name: 'Compare' }).click();
  await expect.poll(() => columns(panel)).toMatch(/^Name\|[\d:]+ 200, selected\|[\d:]+ 400, failed$/);
  expect(await cells(panel, '/name')).toEqual(['"Attic"', '""']);
});

test('compares with any other request of the operation, and can show all rows', async ({ app, panel }) => {
  for (const page of [1, 2, 3]) await sendRequest(app, { path: `/Projects?page=${page}` });
  await explainLast(panel, 3);
  await panel.getByRole('tab', { name: 'Compare' }).click();
  await panel.getByRole('region', { name: 'Compare' }).waitFor();
  await expect.poll(() => cells(panel, 'page')).toEqual(['2', '3']);
  expect(await cells(panel, 'xero-tenant-id')).toEqual([]);

  await panel.evaluate((document) => document.querySelector<HTMLElement>('.compare select')?.focus());
  await panel.press('Home');
  await expect.poll(() => cells(panel, 'page')).toEqual(['1', '3']);
  await panel.getByRole('checkbox', { name: 'Only differences' }).click();
  expect(await cells(panel, 'xero-tenant-id')).toEqual([ids.tenant, ids.tenant]);
  await panel.getByRole('checkbox', { name: 'Only differences' }).click();
});

test('compares any request with the selected one on Ctrl+click', async ({ app, panel }) => {
  await sendRequest(app, { path: '/ProjectsUsers' });
  await sendRequest(app);
  await explainLast(panel, 2);
  expect(await panel.getByRole('tab', { name: 'Compare' }).count()).toBe(0);
  await panel.evaluate((document) => {
    const view = document.defaultView as Window & typeof globalThis;
    const row = document.querySelector('[role=row][data-operation=getProjectUsers]');
    row?.dispatchEvent(new view.MouseEvent('click', { ctrlKey: true, bubbles: true }));
  });
  await panel.getByRole('region', { name: 'Compare' }).waitFor();
  await expect
    .poll(async () => (await cells(panel, 'path')).map((path) => path.split('/').pop()))
    .toEqual(['ProjectsUsers', 'Projects']);
  expect(await grid(panel).locate('[role=row][aria-selected=true]').attribute('data-operation')).toBe('getProjects');
});

test('ignores headers that the browser reports for a request of the page but not for one of a worker', async ({
  app,
  panel,
}) => {
  await sendRequest(app, { path: '/Projects?page=1' });
  await requestFromWorker(app, '/projects.xro/2.0/Projects?page=2');
  await explainLast(panel, 2);
  await panel.getByRole('tab', { name: 'Compare' }).click();
  const summary = panel.getByRole('group', { name: 'Differences' });
  await expect.poll(() => summary.text()).toMatch(/Request: query page\./);
});

test('merges both bodies into one view in a narrow window', async ({ app, panel, inspected }) => {
  for (const name of ['Attic', '']) {
    await sendRequest(app, { method: 'POST', options: { body: { name, contactId: ids.contact } } });
  }
  await explainLast(panel, 2);
  await panel.getByRole('tab', { name: 'Compare' }).click();
  const bodies = panel.getByRole('textbox', { name: /^Request body of/ });
  await expect.poll(() => bodies.count()).toBe(2);
  try {
    await inspected.resize(500, 900);
    await expect.poll(() => bodies.count()).toBe(1);
    expect(await bodies.text()).toMatch(/"name": "Attic"[\s\S]*"name": ""/);
  } finally {
    await inspected.resize(1440, 1000);
    await waitForExchanges(panel, 2);
  }
});
