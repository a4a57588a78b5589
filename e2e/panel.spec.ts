// The panel itself: opening, layout, theme and basic operation.

import type { InspectedBrowser, InspectedPage } from './drivers/browser.ts';
import { expect, test } from './fixtures.ts';
import { clearQuickly, explainLast, grid, type PanelPage, readOutcome, waitForExchanges } from './panel-page.ts';
import { press, requestPages, sendRequest } from './sample-app.ts';

/** Makes requests one after the other, so that the list's order is known. */
async function requestInTurn(page: InspectedPage, paths: readonly string[]): Promise<void> {
  for (const path of paths) await sendRequest(page, { path });
}

/** The number of the selected row, from 1; `null` if there is none. */
function selectedRow(panel: PanelPage): Promise<number | null> {
  return panel.evaluate((document) => {
    const row = document.querySelector('[role=row][aria-selected=true]');
    return row && Number(row.getAttribute('aria-rowindex'));
  });
}

test('opens as Xero Projects', async ({ panel }) => {
  expect(await panel.evaluate((document) => document.title)).toBe('Xero Projects');
});

test('says while empty what it captures and why the list may be empty', async ({ panel }) => {
  await panel.getByRole('heading', { name: 'No Xero Projects requests in the list' }).waitFor();
  await panel.getByRole('heading', { name: 'Why is the list empty?' }).waitFor();
  await panel.getByText('projects.xro/2.0').waitFor();
});

test('shows an exchange with time, method, operation, path, status, diagnosis and duration', async ({ app, panel }) => {
  await requestInTurn(app, ['/Projects']);
  await waitForExchanges(panel, 1);
  const cells = grid(panel).getByRole('gridcell');
  await cells.nth(0).waitFor();
  const texts = await Promise.all([0, 1, 2, 3, 4, 5, 6].map((i) => cells.nth(i).text()));
  expect(texts.map((text) => text.trim()).join(' ')).toMatch(
    /^\d\d:\d\d:\d\d GET getProjects \/Projects 200 OK \d+ ms$/,
  );
});

test('moves through the list by arrow keys, Home and End', async ({ app, panel }) => {
  await requestInTurn(app, ['/Projects', '/ProjectsUsers', '/Projects?page=2', '/Projects?page=3']);
  await explainLast(panel, 4);
  for (const [key, row] of [
    ['Home', 1],
    ['ArrowDown', 2],
    ['ArrowDown', 3],
    ['ArrowUp', 2],
    ['End', 4],
    ['ArrowDown', 4],
  ] as const) {
    await panel.press(key);
    await expect.poll(() => selectedRow(panel), key).toBe(row);
  }
});

test('renders a bounded number of rows, however many there are', async ({ app, panel, xero }) => {
  xero.control.always({ status: 200, headers: [], body: '' });
  for (let first = 1; first <= 300; first += 30) await requestPages(app, 30, first);
  await waitForExchanges(panel, 300);
  expect(await panel.evaluate((document) => document.querySelectorAll('#view-exchanges *').length)).toBeLessThan(1_000);
  // The list has followed its end.
  await grid(panel).locate('[aria-rowindex="300"]').waitFor();
});

test('follows the theme of DevTools while open', async ({ panel, inspected }) => {
  const background = () =>
    panel.evaluate((document) => document.defaultView?.getComputedStyle(document.body).backgroundColor);
  const light = await background();
  await inspected.setTheme('dark');
  await expect.poll(background).not.toBe(light);
  await inspected.setTheme('light');
  await expect.poll(background).toBe(light);
});

test('puts the detail below the list in a narrow window', async ({ app, panel, inspected }) => {
  await requestInTurn(app, ['/Projects']);
  const explanation = await explainLast(panel, 1);
  const tops = () =>
    panel.evaluate((document) =>
      ['[role=grid]', '[role=tablist][aria-label="Selected request"]'].map(
        (selector) => document.querySelector(selector)?.getBoundingClientRect().top ?? -1,
      ),
    );
  try {
    const [wideList = 0, wideDetail = 0] = await tops();
    expect(Math.abs(wideList - wideDetail)).toBeLessThan(10);
    await inspected.resize(600, 760);
    await expect.poll(async () => (await tops()).reduce((list, detail) => detail - list)).toBeGreaterThan(100);
  } finally {
    await inspected.resize(1440, 1000);
  }
  expect(await explanation.getByRole('heading').nth(0).text()).toBe('OK');
});

test('fits explanations into a panel 300 px high, without scrolling', async ({ app, panel, inspected, xero }) => {
  test.setTimeout(90_000);
  const cases: readonly [name: string, requests: number, send: () => Promise<unknown>][] = [
    ['400', 1, () => press(app, 'Create a task with two errors')],
    ['403', 2, () => press(app, 'Use a connection ID as tenant ID')],
    [
      '429',
      1,
      () => {
        xero.control.next('rate-limit-minute');
        return requestInTurn(app, ['/Projects']);
      },
    ],
    ['a success with a warning', 1, () => requestInTurn(app, ['/Projects?status=CLOSED'])],
  ];
  try {
    await resizePanel(inspected, 1000, 300);
    for (const [name, requests, send] of cases) {
      await send();
      await explainLast(panel, requests);
      await foldSections(panel);
      const hiddenHeight = () =>
        panel.evaluate((document) => {
          const { scrollHeight, clientHeight } = document.getElementById('tab-panel') as Element;
          return scrollHeight - clientHeight;
        });
      await expect.poll(hiddenHeight, name).toBe(0);
      await clearQuickly(panel);
    }
  } finally {
    await inspected.resize(1440, 1000);
  }
});

/** Sections stay open from test to test. */
async function foldSections(panel: PanelPage): Promise<void> {
  await panel.evaluate((document) => {
    for (const each of document.querySelectorAll<HTMLElement>('#tab-panel details[open] > summary')) each.click();
  });
}

test('moves the splitter by the arrow keys', async ({ app, panel }) => {
  await requestInTurn(app, ['/Projects']);
  await explainLast(panel, 1);
  const splitter = panel.getByRole('separator', { name: 'Width of the list' });
  const before = Number(await splitter.attribute('aria-valuenow'));
  await panel.evaluate((document) => document.querySelector<HTMLElement>('.splitter')?.focus());
  await panel.press('ArrowRight');
  await expect.poll(async () => Number(await splitter.attribute('aria-valuenow'))).toBe(before + 2);
  await panel.press('ArrowLeft');
});

test('asks to reopen DevTools after the extension was reloaded, and keeps the list readable', async ({
  app,
  panel,
}) => {
  await requestInTurn(app, ['/Projects']);
  await waitForExchanges(panel, 1);
  // Simulates what a reload does to orphaned pages; a real one may close DevTools.
  await panel.evaluate((document) => {
    const view = document.defaultView as unknown as { chrome: { runtime: object }; runtime: object };
    view.runtime = view.chrome.runtime;
    Reflect.defineProperty(view.chrome, 'runtime', { value: {}, configurable: true, writable: true });
  });
  try {
    await panel.getByRole('alert').waitFor();
    expect(await panel.getByRole('alert').text()).toContain('Close and reopen DevTools');
    expect((await readOutcome(await explainLast(panel, 1))).diagnosis).toBe('success');
  } finally {
    await panel.evaluate((document) => {
      const view = document.defaultView as unknown as { chrome: { runtime: object }; runtime: object };
      view.chrome.runtime = view.runtime;
    });
  }
});

/** The window is higher by the toolbar of DevTools. */
async function resizePanel({ panel, resize }: InspectedBrowser, width: number, height: number): Promise<void> {
  const panelHeight = () => panel.evaluate((document) => document.defaultView?.innerHeight ?? 0);
  await resize(1440, 1000);
  const toolbar = 1000 - (await panelHeight());
  await resize(width, height + toolbar);
  await expect.poll(panelHeight).toBe(height);
}
