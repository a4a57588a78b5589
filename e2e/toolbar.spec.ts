// The toolbar above the list.

import { expect, test } from './fixtures.ts';
import { exchangeRow, grid, visibleOperations, waitForExchanges } from './panel-page.ts';
import { requestPages, sendRequest } from './sample-app.ts';

test('captures nothing while not recording', async ({ app, panel }) => {
  const record = panel.getByRole('button', { name: 'Record', exact: true });
  expect(await record.attribute('aria-pressed')).toBe('true');
  await record.click();
  await panel.getByText('not recording').waitFor();
  await sendRequest(app);
  await record.click();
  await sendRequest(app, { path: '/ProjectsUsers' });
  await waitForExchanges(panel, 1);
  expect(await visibleOperations(panel)).toEqual(['getProjectUsers']);
});

test('clears a log that is not preserved on navigation, but keeps the next page’s first requests', async ({
  app,
  panel,
  xero,
}) => {
  const preserve = panel.getByRole('checkbox', { name: 'Preserve log' });
  await sendRequest(app);
  await waitForExchanges(panel, 1);
  await preserve.click();
  try {
    // The first request ends long before the page has loaded; Firefox reports a navigation only after the load.
    xero.control.next({ status: 200, headers: [], body: '{}' });
    xero.control.next({ status: 200, headers: [], body: '{}', delayMs: 500 });
    await app.goto(`${xero.appUrl}early.html`);
    await expect.poll(() => visibleOperations(panel)).toEqual(['getProjectUsers', 'getProjects']);
  } finally {
    await preserve.click();
  }
  await app.goto(`${xero.appUrl}blank.html`);
  await app.goto(xero.appUrl);
  await sendRequest(app, { path: '/Projects?page=2' });
  await waitForExchanges(panel, 3);
});

test('restarts the list at its end, with nothing selected, after clearing it on navigation', async ({
  app,
  panel,
  xero,
}) => {
  const preserve = panel.getByRole('checkbox', { name: 'Preserve log' });
  const scroller = () =>
    panel.evaluate((document) => {
      const { scrollTop = 0, clientHeight = 0, scrollHeight = 0 } = document.querySelector('.grid-scroller') ?? {};
      const rows = [...document.querySelectorAll('[role=row][data-diagnosis]')].map((row) =>
        row.getBoundingClientRect(),
      );
      const bottom = document.querySelector('.grid-scroller')?.getBoundingClientRect().bottom ?? 0;
      const isFilled = rows.some((row) => row.top < bottom - 1 && row.bottom > bottom - row.height - 1);
      return { isAtEnd: scrollTop > 0 && scrollTop + clientHeight > scrollHeight - 2, isFilled };
    });
  await requestPages(app, 60);
  await waitForExchanges(panel, 60);
  await exchangeRow(panel, 60).click();
  await panel.getByRole('tab', { name: 'Explanation' }).waitFor();
  await preserve.click();
  try {
    await app.goto(`${xero.appUrl}blank.html`);
    await panel.getByRole('heading', { name: 'No Xero Projects requests in the list' }).waitFor();
    await app.goto(xero.appUrl);
    await requestPages(app, 60);
    await waitForExchanges(panel, 60);
    await expect.poll(scroller).toEqual({ isAtEnd: true, isFilled: true });
    expect(await panel.getByRole('tab', { name: 'Explanation' }).count()).toBe(0);
    expect(await panel.locate('[role=row][aria-selected=true]').count()).toBe(0);
  } finally {
    await preserve.click();
  }
});

test('reports settings that the browser does not save', async ({ panel, inspected }) => {
  test.skip(inspected.name === 'firefox', 'only Chromium limits how much may be stored');
  const store = (megabytes: number) =>
    panel.evaluate((document, megabytes) => {
      const view = document.defaultView as unknown as {
        chrome: { storage: { local: chrome.storage.LocalStorageArea } };
      };
      const { local } = view.chrome.storage;
      return megabytes === 0 ? local.remove('ballast') : local.set({ ballast: 'x'.repeat(megabytes * 1_048_576) });
    }, megabytes);
  await store(9.95);
  try {
    await panel.getByRole('button', { name: 'Settings', exact: true }).click();
    await panel.getByRole('textbox', { name: 'Mapping 1' }).fill('/x'.repeat(50_000));
    await panel.press('Tab');
    await panel.press('Escape');
    await panel.getByText('The browser didn’t save the settings').waitFor();
  } finally {
    await store(0);
  }
});

test('does not treat a history push as a page load', async ({ app, panel }) => {
  const preserve = panel.getByRole('checkbox', { name: 'Preserve log' });
  await preserve.click();
  try {
    await sendRequest(app);
    await waitForExchanges(panel, 1);
    await app.evaluate((window) => window.history.pushState({}, '', '/pushed'));
    await sendRequest(app, { path: '/ProjectsUsers' });
    await waitForExchanges(panel, 2);
  } finally {
    await preserve.click();
  }
});

test.describe('in a page that controls performance.timeOrigin', () => {
  for (const [name, timeOrigin] of [
    ['throws', undefined],
    ['is not a number', 'now'],
  ] as const) {
    test(`does not treat a history push as a page load if it ${name}`, async ({ app, panel }) => {
      const preserve = panel.getByRole('checkbox', { name: 'Preserve log' });
      await preserve.click();
      try {
        await app.evaluate((window, timeOrigin) => {
          Object.defineProperty(window.performance, 'timeOrigin', {
            get() {
              if (timeOrigin === undefined) throw new Error('Not for you');
              return timeOrigin;
            },
          });
        }, timeOrigin);
        await sendRequest(app);
        await waitForExchanges(panel, 1);
        await app.evaluate((window) => window.history.pushState({}, '', '/pushed'));
        await panel.getByRole('button', { name: 'Why isn’t my request listed?' }).click();
        // Firefox reports loads only.
        const url = test.info().project.name === 'firefox' ? '/' : '/pushed';
        const dialogText = () => panel.evaluate((document) => document.querySelector('dialog')?.textContent);
        await expect.poll(dialogText).toMatch(new RegExp(`The page is https?://[^/]+${url}`));
        await panel.press('Escape');
        await waitForExchanges(panel, 1);
        await app.reload();
        await waitForExchanges(panel, 0);
      } finally {
        await preserve.click();
      }
    });
  }
});

test('says why a request is not listed, from the current state', async ({ app, panel }) => {
  await sendRequest(app);
  await grid(panel).waitFor();
  await panel.getByRole('button', { name: 'Record', exact: true }).click();
  await sendRequest(app, { path: '/ProjectsUsers' });
  await panel.getByRole('button', { name: 'Why isn’t my request listed?' }).click();
  const likely = panel.getByRole('dialog').getByRole('list', { name: 'Most likely' });
  await expect
    .poll(() => likely.text())
    .toMatch(/Recording is off\. \d+ requests? to Xero Projects w(?:as|ere)n’t recorded/);
  await likely.getByRole('button', { name: 'Start recording' }).click();
  await expect.poll(() => panel.locate('[data-reason="not-recording"]').attribute('data-holds')).toBe('likely');
  await panel.press('Escape');
  await expect.poll(() => panel.getByRole('dialog').count()).toBe(0);
  await sendRequest(app, { path: '/Projects?page=2' });
  await waitForExchanges(panel, 2);
});

test('names the settings that cannot be read, and keeps the others', async ({ panel, inspected }) => {
  const store = (values: object) =>
    panel.evaluate((document, values) => {
      const view = document.defaultView as unknown as {
        chrome: { storage: { local: chrome.storage.LocalStorageArea } };
      };
      return view.chrome.storage.local.set(values);
    }, values);
  await store({ split: 'wide', mappings: 7, preserveLog: false });
  try {
    await inspected.reopen();
    await panel.getByText('Invalid settings were reset').waitFor();
    expect(await panel.getByText('Invalid settings were reset').text()).toMatch(/split, mappings\.$/);
    expect(
      await panel.evaluate((document) => document.querySelector<HTMLInputElement>('.tool-check input')?.checked),
    ).toBe(false);
  } finally {
    await store({ split: 0.5, mappings: [], preserveLog: true });
    await inspected.reopen();
  }
});
