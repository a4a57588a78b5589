// The list as a table: sorting, resizing and hiding columns, navigation dividers, and the scroll position.

import type { MutableExchangeLog } from '../src/log/create-log.ts';
import type { PanelWindow } from '../src/panel/host/panel-host.ts';
import { ids } from './fake-xero/operations/seed.ts';
import { expect, test } from './fixtures.ts';
import { exchangeRow, grid, type PanelPage, waitForExchanges } from './panel-page.ts';
import { requestPages, sendRequest } from './sample-app.ts';

const shortProject = `/Projects/${ids.project.slice(0, 4)}…`;

/** The cell texts of a column, from the top. */
function cells(panel: PanelPage, column: string): Promise<string[]> {
  return panel.evaluate(
    (document, column) =>
      [...document.querySelectorAll<HTMLElement>('[role=row][data-diagnosis]')]
        .sort((a, b) => Number(a.ariaRowIndex) - Number(b.ariaRowIndex))
        .map((row) => row.querySelector(`.${column}`)?.textContent ?? ''),
    column,
  );
}

function header(panel: PanelPage, name: string) {
  return grid(panel).getByRole('columnheader', { name, exact: true });
}

/** The number of the last visible row, and the space below it in pixels. */
function lastVisibleRow(panel: PanelPage): Promise<string> {
  return panel.evaluate((document) => {
    const edge = document.querySelector('.grid-scroller')?.getBoundingClientRect().bottom ?? 0;
    const rows = [...document.querySelectorAll('.grid-space > [role=row]')];
    const last = rows
      .map((row) => ({ number: row.ariaRowIndex, below: Math.round(edge - row.getBoundingClientRect().bottom) }))
      .filter(({ below }) => below >= 0)
      .sort((a, b) => a.below - b.below)[0];
    return `${last?.number} ${last?.below}`;
  });
}

/** The rendered width; 0 if the column is hidden. */
function widthOf(panel: PanelPage, column: string): Promise<number> {
  return panel.evaluate(
    (document, column) => document.querySelector<HTMLElement>(`.grid-header .${column}`)?.offsetWidth ?? 0,
    column,
  );
}

async function chooseInColumnsMenu(
  panel: PanelPage,
  role: 'menuitem' | 'menuitemcheckbox',
  name: string,
): Promise<void> {
  await panel.getByRole('button', { name: 'Columns', exact: true }).click();
  await panel.getByRole(role, { name, exact: true }).click();
  // Not Escape, which would also open Firefox's console.
  if (role === 'menuitemcheckbox') await panel.getByRole('button', { name: 'Columns', exact: true }).click();
}

test('sorts by a column ascending, descending and by time again, by mouse and by keyboard', async ({ app, panel }) => {
  await sendRequest(app, { path: '/ProjectsUsers' });
  await sendRequest(app, { method: 'POST', path: '/Projects', options: { body: { name: '' } } });
  await sendRequest(app);
  await waitForExchanges(panel, 3);
  const time = header(panel, 'Time');
  expect(await time.attribute('aria-sort')).toBe('ascending');
  const status = header(panel, 'Status');
  await status.click();
  await expect.poll(() => time.attribute('aria-sort')).toBe(null);
  await expect.poll(() => cells(panel, 'status')).toEqual(['200', '200', '400']);
  expect(await cells(panel, 'operation')).toEqual(['getProjectUsers', 'getProjects', 'createProject']);
  expect(await status.attribute('aria-sort')).toBe('ascending');
  await panel.press('Enter');
  await expect.poll(() => cells(panel, 'status')).toEqual(['400', '200', '200']);
  expect(await status.attribute('aria-sort')).toBe('descending');
  // A new row goes to its sorted place.
  await sendRequest(app, { path: '/Nowhere' });
  await expect.poll(() => cells(panel, 'status')).toEqual(['404', '400', '200', '200']);
  await panel.press('Space');
  await expect.poll(() => cells(panel, 'status')).toEqual(['200', '400', '200', '404']);
  expect(await status.attribute('aria-sort')).toBe(null);
  expect(await time.attribute('aria-sort')).toBe('ascending');
  await panel.press('ArrowLeft');
  await panel.press('Enter');
  await expect.poll(() => header(panel, 'Path').attribute('aria-sort')).toBe('ascending');
  await panel.press('Enter');
  await panel.press('Enter');
  await panel.press('ArrowDown');
  await panel.press('ArrowDown');
  await panel.locate('[aria-selected=true][aria-rowindex="1"]').waitFor();
});

test('shows the sort direction as an arrow in forced colours', async ({ app, panel, inspected }) => {
  await sendRequest(app);
  await waitForExchanges(panel, 1);
  // The borders that form the arrow.
  const sides = () =>
    panel.evaluate((document) => {
      const head = document.querySelector('[aria-sort]');
      if (head === null || !document.defaultView?.matchMedia('(forced-colors: active)').matches) return undefined;
      const style = document.defaultView.getComputedStyle(head, '::after');
      return (['Top', 'Right', 'Bottom', 'Left'] as const).filter(
        (side) => style[`border${side}Width`] !== '0px' && style[`border${side}Color`] !== 'rgba(0, 0, 0, 0)',
      );
    });
  try {
    await inspected.setAccessibilityPrefs({ forcedColors: true, reducedMotion: false });
    await header(panel, 'Status').click();
    await expect.poll(sides).toEqual(['Bottom']);
    await panel.press('Enter');
    await expect.poll(sides).toEqual(['Top']);
    await panel.press('Enter');
  } finally {
    await inspected.setAccessibilityPrefs({ forcedColors: false, reducedMotion: false });
  }
});

test('resizes columns by mouse and by keys, and resets the width on double click', async ({ app, panel }) => {
  await sendRequest(app);
  await waitForExchanges(panel, 1);
  const edge = grid(panel).getByRole('separator', { name: 'Width of Operation' });
  await edge.waitFor();
  const [before, path] = [await widthOf(panel, 'operation'), await widthOf(panel, 'path')];
  await edge.drag(60, 0);
  await expect.poll(() => widthOf(panel, 'operation')).toBe(before + 60);
  expect(await widthOf(panel, 'path')).toBe(path - 60);
  // Dragging must not sort.
  expect(await header(panel, 'Operation').attribute('aria-sort')).toBe(null);
  await header(panel, 'Operation').click();
  await panel.press('Enter');
  await panel.press('Enter');
  await panel.press('Tab');
  await panel.press('ArrowRight');
  await expect.poll(() => edge.attribute('aria-valuenow')).toBe(String(before + 70));
  await edge.doubleClick();
  await expect.poll(() => widthOf(panel, 'operation')).toBe(before);
  await chooseInColumnsMenu(panel, 'menuitem', 'Reset columns');
  await expect.poll(() => widthOf(panel, 'path')).toBe(path);
});

test('hides and shows columns from a menu, and keeps a chosen one in a narrow list', async ({
  app,
  panel,
  inspected,
}) => {
  await sendRequest(app);
  await waitForExchanges(panel, 1);
  const columns = () =>
    panel.evaluate((document) =>
      [...document.querySelectorAll<HTMLElement>('[role=columnheader]')]
        .filter((each) => each.offsetWidth > 0)
        .map((each) => each.textContent),
    );
  const usual = ['Time', 'Method', 'Operation', 'Path', 'Status', 'Diagnosis', 'Duration'];
  expect(await columns()).toEqual(usual);
  await chooseInColumnsMenu(panel, 'menuitemcheckbox', 'Method');
  await chooseInColumnsMenu(panel, 'menuitemcheckbox', 'Size');
  await expect.poll(columns).toEqual(['Time', 'Operation', 'Path', 'Status', 'Diagnosis', 'Size', 'Duration']);
  expect(await cells(panel, 'size')).toEqual([expect.stringMatching(/B$/)]);
  try {
    await inspected.resize(500, 760);
    await expect.poll(columns).toEqual(['Time', 'Path', 'Status', 'Diagnosis', 'Size']);
    await chooseInColumnsMenu(panel, 'menuitemcheckbox', 'Duration');
    await expect.poll(columns).toEqual(['Time', 'Path', 'Status', 'Diagnosis', 'Size', 'Duration']);
  } finally {
    await inspected.resize(1440, 1000);
    await chooseInColumnsMenu(panel, 'menuitem', 'Reset columns');
  }
  await expect.poll(columns).toEqual(usual);
});

test('moves through the visible headers by keys, and to the focused header’s resizer by Tab', async ({
  app,
  panel,
  inspected,
}) => {
  await sendRequest(app);
  await waitForExchanges(panel, 1);
  const focused = () => panel.evaluate((document) => document.activeElement?.getAttribute('aria-label'));
  const focusedAfter = async (key: string, times: number) => {
    const names: (string | null | undefined)[] = [];
    for (let i = 0; i < times; i++) {
      await panel.press(key);
      names.push(await focused());
    }
    return names;
  };
  await grid(panel).getByRole('separator', { name: 'Width of Method' }).waitFor();
  await panel.evaluate((document) => document.querySelector<HTMLElement>('[role=grid]')?.focus());
  expect(await focusedAfter('Tab', 2)).toEqual(['Time', 'Width of Time']);
  await panel.press('Shift+Tab');
  await panel.press('ArrowRight');
  await expect.poll(focused).toBe('Method');
  await panel.press('Tab');
  await expect.poll(focused).toBe('Width of Method');
  const [before, operation] = [await widthOf(panel, 'method'), await widthOf(panel, 'operation')];
  const edge = grid(panel).getByRole('separator', { name: 'Width of Method' });
  expect(await edge.attribute('aria-valuemax')).toBe(String(before + operation - 32));
  await panel.press('ArrowRight');
  await expect.poll(() => widthOf(panel, 'method')).toBe(before + 10);
  await panel.press('Enter');
  await chooseInColumnsMenu(panel, 'menuitem', 'Reset columns');

  await header(panel, 'Operation').click();
  try {
    await inspected.resize(500, 760);
    await expect.poll(() => widthOf(panel, 'operation')).toBe(0);
    // A hidden header cannot be the tab stop.
    const stop = () =>
      panel.evaluate((document) =>
        document.querySelector('[role=columnheader][tabindex="0"]')?.getAttribute('aria-label'),
      );
    await expect.poll(stop).toBe('Time');
    await panel.evaluate((document) => document.querySelector<HTMLElement>('[role=grid]')?.focus());
    await panel.press('Tab');
    expect(await focusedAfter('ArrowRight', 5)).toEqual(['Method', 'Path', 'Status', 'Diagnosis', 'Diagnosis']);
    expect(await focusedAfter('ArrowLeft', 2)).toEqual(['Status', 'Path']);
    expect(await focusedAfter('Home', 1)).toEqual(['Time']);
    expect(await focusedAfter('End', 1)).toEqual(['Diagnosis']);
  } finally {
    await inspected.resize(1440, 1000);
    await header(panel, 'Operation').click();
    await header(panel, 'Operation').click();
  }
});

test('distinguishes rows by the end of their paths in a narrow list, and shows the whole path of the selected one', async ({
  app,
  panel,
  inspected,
}) => {
  for (const page of [1, 2])
    await sendRequest(app, { path: `/Projects/${ids.project}/Tasks?pageSize=50&page=${page}` });
  await waitForExchanges(panel, 2);
  /** What fits into the cell's pieces. */
  const visiblePieces = () =>
    panel.evaluate((document) =>
      [...document.querySelectorAll<HTMLElement>('[role=row][data-diagnosis] .path > *')]
        .filter((piece) => piece.offsetWidth > 0 && piece.scrollWidth <= piece.clientWidth)
        .map(({ textContent }) => textContent),
    );
  expect((await cells(panel, 'path')).sort()).toEqual(
    [1, 2].map((page) => `${shortProject}/Tasks?page=${page}&pageSize=50`),
  );
  try {
    await inspected.resize(560, 760);
    await expect.poll(visiblePieces).toContain('/Tasks');
    expect(await visiblePieces()).not.toContain(shortProject);
  } finally {
    await inspected.resize(1440, 1000);
  }
  await exchangeRow(panel, 1).click();
  await panel.press('ArrowDown');
  await panel.getByText(`GET /Projects/${ids.project}/Tasks?pageSize=50&page=2`).waitFor();
});

test('shows warnings of a success, field errors and attempts in their rows', async ({ app, panel, xero }) => {
  await sendRequest(app, { path: '/Projects?status=CLOSED' });
  await sendRequest(app, { method: 'POST', path: '/Projects', options: { body: { name: '' } } });
  xero.control.next('server-error');
  for (let i = 0; i < 2; i++) await sendRequest(app, { path: '/ProjectsUsers', options: { cache: 'no-store' } });
  await waitForExchanges(panel, 4);
  await expect
    .poll(() => cells(panel, 'diagnosis'))
    .toEqual([
      'OK, but unknown parameter: status',
      'Validation failed: name, contactId',
      'Xero server error · attempt 1 of 2',
      'OK · attempt 2 of 2',
    ]);
});

test('marks imported requests, and shows the date while the list spans days', async ({ app, panel }) => {
  await sendRequest(app);
  await waitForExchanges(panel, 1);
  expect(await cells(panel, 'time')).toEqual([expect.stringMatching(/^\d\d:\d\d:\d\d$/)]);
  const entry = {
    startedDateTime: '2026-01-05T12:00:00Z',
    time: 5,
    request: { method: 'GET', url: 'https://api.xero.com/projects.xro/2.0/ProjectsUsers', headers: [] },
    response: { status: 200, headers: [], content: { mimeType: 'application/json', text: '{}' } },
  };
  await panel.locate('input[type=file]').chooseFile('case.har', JSON.stringify({ log: { entries: [entry] } }));
  await waitForExchanges(panel, 2);
  await expect
    .poll(() => cells(panel, 'time'))
    .toEqual([expect.stringMatching(/\b5\b.* \d\d:\d\d:\d\d$/), expect.stringMatching(/\S+ \d\d:\d\d:\d\d$/)]);
  expect(await exchangeRow(panel, 1).getByRole('img', { name: 'Imported' }).count()).toBe(1);
  expect(await exchangeRow(panel, 2).getByRole('img', { name: 'Imported' }).count()).toBe(0);
  await panel.getByRole('combobox', { name: 'Filter' }).fill('from:import');
  await waitForExchanges(panel, 1);
});

test('shows between which requests the page navigated, while sorted by time', async ({ app, panel, xero }) => {
  await sendRequest(app);
  await waitForExchanges(panel, 1);
  await app.goto(`${xero.appUrl}?first`);
  await app.goto(`${xero.appUrl}?second`);
  await sendRequest(app, { path: '/ProjectsUsers' });
  await waitForExchanges(panel, 2);
  const tops = () =>
    panel.evaluate((document) =>
      [...document.querySelectorAll('.grid-space > *')]
        .map((each) => ({
          top: each.getBoundingClientRect().top,
          text: each.querySelector('.operation, span')?.textContent,
        }))
        .sort((a, b) => a.top - b.top)
        .map((_, i, all) => (/Navigated/.test(all[i]?.text ?? '') ? 'divider' : 'request')),
    );
  await panel.getByText(/^Navigated to \/ . \d\d:\d\d:\d\d$/).waitFor();
  await expect.poll(tops).toEqual(['request', 'divider', 'request']);
  await header(panel, 'Status').click();
  await expect.poll(tops).toEqual(['request', 'request']);
  await panel.press('Enter');
  await panel.press('Enter');
  await expect.poll(tops).toEqual(['request', 'divider', 'request']);
});

test('follows new rows, in bursts too, until the user scrolls up', async ({ app, panel, xero }) => {
  xero.control.always({ status: 200, headers: [], body: '' });
  const end = () => lastVisibleRow(panel);
  await requestPages(app, 60);
  await expect.poll(end).toBe('60 0');
  await sendRequest(app);
  await expect.poll(end).toBe('61 0');
  // Large enough for several renders during the burst.
  for (const first of [61, 121]) await requestPages(app, 60, first);
  await expect.poll(end).toBe('181 0');
  await panel.evaluate((document) => document.querySelector('.grid-scroller')?.scrollBy(0, -400));
  await expect.poll(end).not.toMatch(/^181/);
  // The line of rate limits comes and goes below the toolbar, which moves the lower edge.
  const scrollTop = () => panel.evaluate((document) => document.querySelector('.grid-scroller')?.scrollTop);
  const before = await scrollTop();
  await requestPages(app, 30);
  await waitForExchanges(panel, 211);
  expect(await scrollTop()).toBe(before);
});

test('follows new rows after the list became higher', async ({ app, panel, xero }) => {
  xero.control.always({ status: 200, headers: [], body: '' });
  await requestPages(app, 60);
  await exchangeRow(panel, 60).waitFor();
  try {
    const growth = await panel.evaluate((document) => {
      const scroller = document.querySelector('.grid-scroller') as HTMLElement;
      const { clientHeight, scrollTop } = scroller;
      document.querySelector<HTMLElement>('.toolbar')?.style.setProperty('display', 'none');
      // Scrolls to the end, as the panel does for new rows, before any observer sees the new height.
      scroller.scrollTop -= 1;
      scroller.scrollTop += 1;
      return { heightPx: scroller.clientHeight - clientHeight, scrolledPx: scrollTop - scroller.scrollTop };
    });
    expect(growth.heightPx).toBeGreaterThan(21);
    expect(growth.scrolledPx).toBe(growth.heightPx);
    await sendRequest(app);
    await expect.poll(() => lastVisibleRow(panel)).toBe('61 0');
  } finally {
    await panel.evaluate((document) =>
      document.querySelector<HTMLElement>('.toolbar')?.style.removeProperty('display'),
    );
  }
});

test('reuses row elements for rows added at the end', async ({ app, panel, xero }) => {
  xero.control.always({ status: 200, headers: [], body: '' });
  await requestPages(app, 80);
  await exchangeRow(panel, 80).waitFor();
  const rows = (mark: boolean) =>
    panel.evaluate((document, mark) => {
      const rows = [...document.querySelectorAll<HTMLElement>('.grid-space > [role=row]')];
      if (mark) for (const row of rows) row.dataset.before = '';
      const last = Math.max(...rows.map((row) => Number(row.ariaRowIndex)));
      return { last, reused: rows.filter(({ dataset }) => dataset.before === '').length, all: rows.length };
    }, mark);
  const { all, last } = await rows(true);
  expect(last).toBe(80);
  expect(all).toBeGreaterThan(10);
  await requestPages(app, 60, 81);
  await expect.poll(() => rows(false)).toEqual({ last: 140, reused: all, all });
});

test('keeps the scroll position of a user who has scrolled up when rows are added', async ({ app, panel, xero }) => {
  xero.control.always({ status: 200, headers: [], body: '' });
  await requestPages(app, 80);
  await waitForExchanges(panel, 80);
  // The first visible row, and its offset from the top edge.
  const position = () =>
    panel.evaluate((document) => {
      const edge = document.querySelector('.grid-scroller')?.getBoundingClientRect().top ?? 0;
      const rows = [...document.querySelectorAll('.grid-space > [role=row]')];
      const first = rows
        .map((row) => ({ id: row.id, top: Math.round(row.getBoundingClientRect().top - edge) }))
        .filter(({ top }) => top > -20)
        .sort((a, b) => a.top - b.top)[0];
      return `${first?.id} ${first?.top}`;
    });
  await header(panel, 'Time').click();
  await expect.poll(() => header(panel, 'Time').attribute('aria-sort')).toBe('descending');
  await panel.evaluate((document) => document.querySelector('.grid-scroller')?.scrollTo(0, 205));
  let before = '';
  const isStable = async () => {
    const last = before;
    before = await position();
    return before === last && /^exchange-\d+ -?\d+$/.test(before);
  };
  await expect.poll(isStable).toBe(true);
  await requestPages(app, 20);
  await waitForExchanges(panel, 100);
  expect(await position()).toBe(before);
  await header(panel, 'Time').click();
  await grid(panel).locate('[aria-rowindex="100"]').waitFor();
});

test('shows whole rows after scrolling too fast to read', async ({ app, panel, xero }) => {
  xero.control.always({ status: 200, headers: [], body: '' });
  await requestPages(app, 120);
  await waitForExchanges(panel, 120);
  await panel.evaluate(async (document) => {
    const scroller = document.querySelector('.grid-scroller') as HTMLElement;
    let step = 400;
    for (let frame = 0; frame < 20; frame++) {
      const before = scroller.scrollTop;
      scroller.scrollTop += step;
      if (scroller.scrollTop === before) step = -step;
      await new Promise((resolve) => document.defaultView?.requestAnimationFrame(resolve));
    }
  });
  const middleRow = () =>
    panel.evaluate((document) => {
      const { left, top, width, height } = (
        document.querySelector('.grid-scroller') as HTMLElement
      ).getBoundingClientRect();
      const row = document.elementFromPoint(left + width / 2, top + height / 2)?.closest('[role=row]');
      return [...(row?.children ?? [])].map(({ textContent }) => textContent).join(' ');
    });
  await expect.poll(middleRow).toMatch(/^\d\d:\d\d:\d\d GET getProjects \/Projects\?page=\d+ 200 OK \d[\d.]* m?s$/);
});

test('shows whole rows after a burst', async ({ app, panel }) => {
  await sendRequest(app);
  await waitForExchanges(panel, 1);
  // Added to the log directly: the rate of real requests depends on the machine.
  await panel.evaluate(async (document) => {
    const window = document.defaultView as PanelWindow;
    const log = window.inspectorHost?.log as MutableExchangeLog;
    const [first] = log.exchanges;
    if (first === undefined) return;
    for (let step = 0; step < 100; step++) {
      for (let i = 0; i < 5; i++) log.upsert({ ...first, id: log.nextId(), startedMs: first.startedMs + step });
      await new Promise((resolve) => window.setTimeout(resolve, 10));
    }
  });
  await grid(panel).locate('[role=row][aria-rowindex="501"]').waitFor();
  expect(new Set(await cells(panel, 'operation'))).toEqual(new Set(['getProjects']));
});
