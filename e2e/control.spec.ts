// The commands above the list.

import { expect, test } from './fixtures.ts';
import { grid, operationsShown, untilExchanges } from './panel-reader.ts';
import { call } from './sample-app.ts';

test('nothing is heard while it does not record', async ({ app, panel }) => {
  const record = panel.getByRole('button', { name: 'Record', exact: true });
  expect(await record.attribute('aria-pressed')).toBe('true');
  await record.click();
  await panel.getByText('not recording').waitFor();
  await call(app);
  await record.click();
  await call(app, { path: '/ProjectsUsers' });
  await untilExchanges(panel, 1);
  expect(await operationsShown(panel)).toEqual(['getProjectUsers']);
});

test('a log that is not preserved ends with the page, and keeps what the next page calls first', async ({
  app,
  panel,
  xero,
}) => {
  const preserve = panel.getByRole('checkbox', { name: 'Preserve log' });
  await call(app);
  await untilExchanges(panel, 1);
  await preserve.click();
  try {
    // The first call ends long before the page has loaded, of which Firefox tells only then.
    xero.control.next({ status: 200, headers: [], body: '{}' });
    xero.control.next({ status: 200, headers: [], body: '{}', delayMs: 500 });
    await app.goto(`${xero.appUrl}early.html`);
    await expect.poll(() => operationsShown(panel)).toEqual(['getProjectUsers', 'getProjects']);
  } finally {
    await preserve.click();
  }
  await app.goto(`${xero.appUrl}blank.html`);
  await app.goto(xero.appUrl);
  await call(app, { path: '/Projects?page=2' });
  await untilExchanges(panel, 3);
});

test('another address of the same page is no load', async ({ app, panel }) => {
  const preserve = panel.getByRole('checkbox', { name: 'Preserve log' });
  await preserve.click();
  try {
    await call(app);
    await untilExchanges(panel, 1);
    await app.evaluate((window) => window.history.pushState({}, '', '/pushed'));
    await call(app, { path: '/ProjectsUsers' });
    await untilExchanges(panel, 2);
  } finally {
    await preserve.click();
  }
});

test('says why a call is not listed, by what is true now', async ({ app, panel }) => {
  await call(app);
  await grid(panel).waitFor();
  await panel.getByRole('button', { name: 'Record', exact: true }).click();
  await call(app, { path: '/ProjectsUsers' });
  await panel.getByRole('button', { name: 'Why is my call not listed?' }).click();
  const likely = panel.getByRole('dialog').getByRole('list', { name: 'Most likely' });
  await expect.poll(() => likely.text()).toMatch(/Recording is off\. \d+ calls? to Xero Projects came/);
  await likely.getByRole('button', { name: 'Switch recording on' }).click();
  await expect.poll(() => panel.locate('[data-reason="not-recording"]').attribute('data-holds')).toBe('likely');
  await panel.press('Escape');
  await expect.poll(() => panel.getByRole('dialog').count()).toBe(0);
  await call(app, { path: '/Projects?page=2' });
  await untilExchanges(panel, 2);
});

test('settings that cannot be read are named, and the rest is as it was', async ({ panel, inspected }) => {
  test.skip(
    inspected.reopen === undefined,
    'settings are read when DevTools are opened, which only Firefox can do again',
  );
  const store = (values: object) =>
    panel.evaluate((document, values) => {
      const view = document.defaultView as unknown as {
        chrome: { storage: { local: chrome.storage.LocalStorageArea } };
      };
      return view.chrome.storage.local.set(values);
    }, values);
  await store({ split: 'wide', mappings: 7, preserveLog: false });
  try {
    await inspected.reopen?.();
    await panel.getByText('Settings that cannot be read').waitFor();
    expect(await panel.getByText('Settings that cannot be read').text()).toMatch(/split, mappings\.$/);
    expect(
      await panel.evaluate((document) => document.querySelector<HTMLInputElement>('.tool-check input')?.checked),
    ).toBe(false);
  } finally {
    await store({ split: 0.5, mappings: '', preserveLog: true });
    await inspected.reopen?.();
  }
});
