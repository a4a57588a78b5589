// The search in the headers and bodies of all requests: matches, marks and navigation.

import type { HttpResponse } from './fake-xero/http/http-messages.ts';
import { expect, test } from './fixtures.ts';
import { exchangeRow, grid, type PanelPage, waitForExchanges } from './panel-page.ts';
import { sendRequest } from './sample-app.ts';

const items = Array.from({ length: 3_000 }, (_, number) => ({ number, name: `Project ${number}` }));
const long: HttpResponse = {
  status: 200,
  headers: [
    ['Content-Type', 'application/json'],
    ['X-Trace-Id', 'at needle-9 after'],
  ],
  body: JSON.stringify({ items: [...items, { name: 'the Needle', 'needle-9': 1 }] }),
};

/** Sends three requests; the response to the second has needles in a header and at the end of a long body. */
async function makeTraffic(
  app: Parameters<typeof sendRequest>[0],
  panel: PanelPage,
  setNext: (next: HttpResponse) => void,
) {
  await sendRequest(app, { path: '/ProjectsUsers' });
  setNext(long);
  await sendRequest(app);
  await sendRequest(app, { method: 'POST', path: '/Projects', options: { body: { name: '' } } });
  await waitForExchanges(panel, 3);
}

const searchPane = (panel: PanelPage) => panel.getByRole('region', { name: 'Search', exact: true });
const searchInput = (panel: PanelPage) => panel.getByRole('textbox', { name: 'Search all requests' });
const status = (panel: PanelPage) => searchPane(panel).getByRole('status');

/** The current match, if it is visible, and the label of the focused element. */
function shown(panel: PanelPage): Promise<{ tab?: string | undefined; text?: string; focus: string | null }> {
  return panel.evaluate((document) => {
    const mark = document.querySelector<HTMLElement>('.message .current');
    const box = mark?.getBoundingClientRect();
    const hit = box && document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
    const focus = document.activeElement?.getAttribute('aria-label') ?? null;
    if (!mark || !hit || !(mark.contains(hit) || hit.contains(mark))) return { focus };
    return { tab: mark.closest('.message')?.getAttribute('aria-label') ?? undefined, text: mark.innerText, focus };
  });
}

test('keeps each match visible in its row, however narrow the list of matches', async ({ app, panel, inspected }) => {
  await sendRequest(app);
  await waitForExchanges(panel, 1);
  await panel.press('Control+f');
  await searchInput(panel).fill('currencyCode');
  try {
    // In a narrower window the matches would be above the requests.
    await inspected.resize(720, 900);
    const areVisible = () =>
      panel.evaluate((document) => {
        const rows = [...document.querySelectorAll('.search-results [role=option]')];
        return rows.map((row) => {
          const match = row.querySelector('mark')?.getBoundingClientRect();
          return match !== undefined && match.right <= row.getBoundingClientRect().right;
        });
      });
    await expect.poll(areVisible).toEqual([true, true, true]);
  } finally {
    await inspected.resize(1440, 1000);
  }
});

test('finds matches in bodies and headers, and cycles through them', async ({ app, panel, xero }) => {
  await makeTraffic(app, panel, xero.control.next);
  await exchangeRow(panel, 1).click();
  await panel.press('Control+f');
  await searchInput(panel).fill('needle');
  await expect.poll(() => status(panel).text()).toBe('3 matches in 1 request');
  const focus = 'Search all requests';
  for (const [key, at, text] of [
    ['Enter', '1 of 3', 'Needle'],
    ['Enter', '2 of 3', 'needle'],
    ['F3', '3 of 3', 'needle'],
    ['Enter', '1 of 3', 'Needle'],
    ['Shift+Enter', '3 of 3', 'needle'],
    ['Shift+F3', '2 of 3', 'needle'],
  ] as const) {
    await panel.press(key);
    await expect.poll(() => status(panel).text()).toBe(at);
    await expect.poll(() => shown(panel), { message: key }).toEqual({ tab: 'Response', text, focus });
  }
  expect(await panel.getByRole('textbox', { name: 'Response body' }).text()).toContain('"needle-9": 1');

  // As formatted, which differs from the body as received.
  await searchInput(panel).fill('"needle-9": 1');
  await expect.poll(() => status(panel).text()).toBe('1 match in 1 request');
  await panel.press('Enter');
  await expect.poll(() => shown(panel)).toEqual({ tab: 'Response', text: '"needle-9": 1', focus });
});

test('goes to a match of the results list by click and by arrow keys', async ({ app, panel, xero }) => {
  await makeTraffic(app, panel, xero.control.next);
  await panel.getByRole('button', { name: 'Search', exact: true }).click();
  await searchInput(panel).fill('needle-9');
  await searchPane(panel)
    .getByRole('option', { name: /^Response header.*x-trace-id.* of GET \/Projects 200/ })
    .click();
  await expect.poll(async () => (await shown(panel)).text).toBe('needle-9');
  expect(await grid(panel).locate('[role=row][aria-selected=true]').attribute('aria-rowindex')).toBe('2');
  await panel.press('ArrowUp');
  await expect.poll(() => status(panel).text()).toBe('1 of 2');

  const matchCase = searchPane(panel).getByRole('button', { name: 'Match case' });
  await searchInput(panel).fill('NEEDLE');
  for (const found of ['No matches', '3 matches in 1 request']) {
    await matchCase.click();
    await expect.poll(() => status(panel).text()).toBe(found);
  }
});

test('shows the focus of the results list, before and after going to a match', async ({ app, panel, xero }) => {
  await makeTraffic(app, panel, xero.control.next);
  await panel.press('Control+f');
  await searchInput(panel).fill('needle');
  await searchPane(panel).getByRole('option').nth(0).waitFor();
  const outlined = () =>
    panel.evaluate((document) =>
      [...document.querySelectorAll('[aria-label=Matches], [aria-label=Matches] [role=option]')]
        .filter((each) => document.defaultView?.getComputedStyle(each).outlineStyle === 'solid')
        .map((each) => each.role),
    );
  expect(await outlined()).toEqual([]);
  await panel.press('ArrowDown');
  await expect.poll(outlined).toEqual(['listbox']);
  await panel.press('ArrowDown');
  await expect.poll(outlined).toEqual(['option']);
});

test('searches the filtered requests, and those that arrive while it is open', async ({ app, panel, xero }) => {
  await makeTraffic(app, panel, xero.control.next);
  await panel.press('/');
  await searchInput(panel).fill('projects.xro');
  await expect.poll(() => status(panel).text()).toMatch(/ in 3 requests$/);
  await sendRequest(app, { path: '/ProjectsUsers?page=2' });
  await expect.poll(() => status(panel).text()).toMatch(/ in 4 requests$/);
  await panel.getByRole('button', { name: 'Writes' }).click();
  await expect.poll(() => status(panel).text()).toMatch(/ in 1 request, in the 1 of 4 requests that match the filter$/);
});

test('removes the marks and restores the focus when closed', async ({ app, panel, xero, inspected }) => {
  await makeTraffic(app, panel, xero.control.next);
  await exchangeRow(panel, 1).click();
  const before = (await shown(panel)).focus;
  await panel.press('Control+f');
  await searchInput(panel).fill('accept');
  await panel.press('Enter');
  await expect.poll(async () => (await shown(panel)).text).toBe('accept');
  // Escape also opens Firefox's console, which would receive the keys of the next tests.
  if (inspected.name === 'chromium') await panel.press('Escape');
  else await searchPane(panel).getByRole('button', { name: 'Close search' }).click();
  await expect.poll(() => searchPane(panel).count()).toBe(0);
  await expect.poll(() => panel.locate('.message mark').count()).toBe(0);
  expect((await shown(panel)).focus).toBe(before);
});

test('keeps the focus in the panel when closed, wherever it was opened from', async ({
  app,
  panel,
  xero,
  inspected,
}) => {
  await makeTraffic(app, panel, xero.control.next);
  const focus = async () => (await shown(panel)).focus;
  const openBy = async (key: string) => {
    await panel.press(key);
    await expect.poll(focus).toBe('Search all requests');
  };
  // With the button, because Escape also opens Firefox's console.
  const close = async () => {
    await panel.evaluate((document) => document.querySelector<HTMLElement>('[aria-label="Close search"]')?.focus());
    await panel.press('Enter');
    await expect.poll(() => searchPane(panel).count()).toBe(0);
  };
  const toGrid = () => panel.evaluate((document) => document.querySelector<HTMLElement>('[role=grid]')?.focus());

  // Reopened from its own matches.
  await toGrid();
  await openBy('Control+f');
  await searchInput(panel).fill('needle');
  await searchPane(panel).getByRole('option').nth(0).waitFor();
  await panel.press('ArrowDown');
  await expect.poll(focus).toBe('Matches');
  await openBy('Control+f');
  await close();
  await expect.poll(focus).toBe('Requests');

  // From another view.
  await panel.press('3');
  await panel.getByRole('listbox', { name: 'Entries' }).click();
  await openBy('/');
  await close();
  await expect.poll(focus).toBe('Requests');

  // Without focus.
  await panel.evaluate((document) => (document.activeElement as HTMLElement).blur());
  await openBy('/');
  await close();
  await expect.poll(focus).toBe('Requests');

  // From a tab that has been closed since.
  await exchangeRow(panel, 1).click();
  await panel.getByRole('tab', { name: 'Request', exact: true }).click();
  await openBy('Control+f');
  await panel.getByRole('button', { name: 'Close details' }).click();
  await close();
  await expect.poll(focus).toBe('Requests');

  // From the list, which the found request hides.
  for (const [width, closedTo] of [
    [600, 'Requests'],
    [400, 'Response'],
  ] as const) {
    try {
      await inspected.resize(width, 760);
      await expect.poll(() => panel.evaluate((document) => document.body.clientWidth)).toBeLessThan(width + 1);
      await toGrid();
      await openBy('/');
      await searchPane(panel).getByRole('option').nth(0).waitFor();
      await panel.press('Enter');
      await panel.getByRole('tab', { name: 'Response', exact: true }).waitFor();
      await close();
      await expect
        .poll(() =>
          panel.evaluate(
            ({ activeElement }) => activeElement?.getAttribute('aria-label') ?? activeElement?.textContent,
          ),
        )
        .toBe(closedTo);
      await panel.press('x');
      await expect.poll(focus).toBe('Requests');
    } finally {
      await inspected.resize(1440, 1000);
    }
  }
});

test('keeps the query across docking', async ({ app, panel, xero, inspected }) => {
  await makeTraffic(app, panel, xero.control.next);
  await panel.press('/');
  await searchInput(panel).fill('needle');
  try {
    await inspected.redock('bottom');
    await expect.poll(() => status(panel).text()).toBe('3 matches in 1 request');
    await panel.press('F3');
    await expect.poll(async () => (await shown(panel)).text).toBe('Needle');
  } finally {
    await inspected.redock('window');
    await grid(panel).waitFor();
  }
});
