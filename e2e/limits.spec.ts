// The limits: the line above the list, the meters, the chart and its table.

import type { Locator } from './drivers/browser.ts';
import { expect, test } from './fixtures.ts';
import { grid, type PanelPage, waitForExchanges } from './panel-page.ts';
import { openSampleApp, press, requestPages, sendRequest } from './sample-app.ts';

const tenant = 'e1eede29-f875-4a5d-8470-17f6a29a88b1';
const withoutLimitHeaders = { status: 200, headers: [['content-type', 'application/json']], body: '{}' } as const;

async function openLimits(panel: PanelPage): Promise<Locator> {
  await panel.getByRole('tab', { name: 'Limits', exact: true }).click();
  const region = panel.getByRole('region', { name: 'Rate limits' });
  await region.waitFor();
  return region;
}

function meter(limits: Locator, group: string, name: string): Locator {
  return limits.getByRole('group', { name: group }).getByRole('meter', { name, exact: true });
}

/** The pixels of the first chart, as a data URL. */
function readChart(panel: PanelPage): Promise<string | undefined> {
  return panel.evaluate((document) => document.querySelector<HTMLCanvasElement>('.uplot canvas')?.toDataURL());
}

const rateLimited = (seconds: string, problem = 'minute') =>
  ({
    status: 429,
    headers: [
      ['retry-after', seconds],
      ['x-rate-limit-problem', problem],
      ['x-minlimit-remaining', '0'],
      ['x-daylimit-remaining', '4120'],
    ],
    body: '',
  }) as const;

test('says that there are no requests yet', async ({ panel }) => {
  const limits = await openLimits(panel);
  await limits.getByText('No Xero Projects requests yet').waitFor();
});

test('shows a reached limit together with its row, so that the list does not move later', async ({
  app,
  panel,
  xero,
}) => {
  await requestPages(app, 1);
  await waitForExchanges(panel, 1);
  const hasLine = panel.evaluate(
    (document) =>
      new Promise<boolean>((resolve) => {
        const poll = () => {
          const row = document.querySelector('[role=row][data-diagnosis=rate-limit-minute]');
          if (row) resolve(document.querySelector('.limit-lines [role=timer]') !== null);
          else requestAnimationFrame(poll);
        };
        poll();
      }),
  );
  await requestPages(app, 1, 2);
  xero.control.next('rate-limit-minute');
  await requestPages(app, 1, 3);
  expect(await hasLine).toBe(true);
});

test('shows the remaining requests after a burst, counts down, and links to the 429', async ({ app, panel }) => {
  await openSampleApp(app);
  await sendRequest(app, { path: '/connections' });
  await press(app, 'Hit the minute limit');
  const line = panel.getByText('of 60 left');
  await line.waitFor();
  const timer = panel.getByRole('timer', { name: 'Next request for Acme Ltd' });
  await timer.waitFor();
  expect(await line.text()).toContain('minute 0 of 60 left');
  const first = await timer.text();
  expect(first).toMatch(/^0:\d\d$|^1:00$/);
  await expect.poll(() => timer.text()).not.toBe(first);

  const limits = await openLimits(panel);
  expect(await meter(limits, 'Acme Ltd', 'Minute').attribute('aria-valuenow')).toBe('0');
  expect(await meter(limits, 'Acme Ltd', 'Minute').attribute('aria-valuetext')).toMatch(
    /^0 of 60 requests left, reported at \d\d:\d\d:\d\d$/,
  );
  expect(await meter(limits, 'Acme Ltd', 'Day').attribute('aria-valuemax')).toBe('5000');
  expect(await meter(limits, 'The app', 'App minute').attribute('aria-valuemax')).toBe('10000');
  const group = limits.getByRole('group', { name: 'Acme Ltd' });
  const text = await group.text();
  expect(text).toContain('Blocked until');
  expect(text).toContain('5,000 (more than 1,000 were remaining earlier)');
  expect(await group.locate('[data-limit=minute]').attribute('class')).toContain('level-error');
  await group.locate('canvas').waitFor();
  expect(await group.locate('[role=img]').attribute('aria-label')).toMatch(
    /at least 0 remaining, 1 response with 429 or 503$/,
  );

  await group.getByText('Show as table').click();
  const refused = group.getByRole('row', { name: /1 . 429/ });
  await refused.getByRole('button').click();
  const explanation = panel.getByRole('region', { name: 'Explanation' });
  await explanation.waitFor();
  expect(await explanation.attribute('data-diagnosis')).toBe('rate-limit-minute');
  // The list scrolls to it.
  await grid(panel).locate('[role=row][aria-selected=true]').waitFor();
});

test('names a tenant by its id if its name is unknown, and says when its wait is over', async ({
  app,
  panel,
  xero,
}) => {
  xero.control.next(rateLimited('3'));
  await sendRequest(app);
  await panel.getByRole('timer', { name: 'Next request for e1eede29' }).waitFor();
  const over = panel.getByText('can send requests again.');
  await over.waitFor();
  expect(await over.text()).toBe('e1eede29… can send requests again.');
  await expect.poll(() => panel.getByRole('timer', { name: 'Next request' }).count()).toBe(0);
});

test('shows the time at which a day’s wait ends', async ({ app, panel, xero }) => {
  xero.control.next(rateLimited('66975', 'day'));
  await sendRequest(app);
  await panel.getByRole('timer', { name: 'Next request for e1eede29' }).waitFor();
  expect(await panel.getByText('next request in').text()).toMatch(/^next request in 18:3\d:\d\d, .*\d\d:\d\d:\d\d$/);
});

test('names three of five tenants and links to all', async ({ app, panel, xero }) => {
  xero.control.always(rateLimited('50'));
  for (const name of ['a', 'b', 'c', 'd', 'e'])
    await sendRequest(app, { options: { headers: { 'Xero-Tenant-Id': name } } });
  await waitForExchanges(panel, 5);
  await panel.getByRole('button', { name: 'and 2 more' }).click();
  const limits = panel.getByRole('region', { name: 'Rate limits' });
  await limits.waitFor();
  expect(await limits.getByRole('meter', { name: 'Minute', exact: true }).count()).toBe(5);
});

test('says that a proxy does not forward the limit headers', async ({ app, panel, xero }) => {
  xero.control.next(withoutLimitHeaders);
  await sendRequest(app);
  await waitForExchanges(panel, 1);
  const limits = await openLimits(panel);
  await limits.getByText('No response has the limit headers').waitFor();
  expect(await meter(limits, 'e1eede29', 'Minute').attribute('aria-valuetext')).toBe(
    '59 of 60 requests left, estimated',
  );
  expect(await limits.text()).toContain('1,000 or 5,000 (tier not known yet)');
});

test('rejects implausible header values', async ({ app, panel, xero }) => {
  xero.control.next({ status: 200, headers: [['x-minlimit-remaining', '61']], body: '{}' });
  await sendRequest(app);
  await waitForExchanges(panel, 1);
  const limits = await openLimits(panel);
  await limits.getByText('The header reported 61 of 60 requests remaining.').waitFor();
  expect(await meter(limits, 'e1eede29', 'Minute').attribute('aria-valuenow')).toBe('60');
  expect(await limits.text()).not.toContain('NaN');
});

test('selects the nearest exchange on a click on the chart', async ({ app, panel }) => {
  await sendRequest(app);
  await waitForExchanges(panel, 1);
  const limits = await openLimits(panel);
  await limits.locate('.u-over').click();
  await panel.getByRole('region', { name: 'Explanation' }).waitFor();
});

test('redraws the chart for the theme and the chosen time range', async ({ app, panel, inspected }) => {
  await sendRequest(app);
  await waitForExchanges(panel, 1);
  const limits = await openLimits(panel);
  await limits.locate('canvas').waitFor();
  const light = await readChart(panel);
  await inspected.setTheme('dark');
  await expect.poll(() => readChart(panel)).not.toBe(light);
  await inspected.setTheme('light');
  const span = () => limits.locate('[role=img]').attribute('aria-label');
  expect(await span()).toContain(' in 5 min, ');
  await limits.getByRole('button', { name: 'Hour' }).click();
  await expect.poll(span).toContain(' in 60 min, ');
  await limits.getByRole('button', { name: 'Last 5 min' }).click();
});

test('does not render while another view is shown', async ({ app, panel, xero }) => {
  await sendRequest(app);
  await waitForExchanges(panel, 1);
  await openLimits(panel);
  const rendered = () => panel.evaluate((document) => document.getElementById('view-limits')?.textContent);
  await panel.getByRole('tab', { name: 'Requests', exact: true }).click();
  const before = await rendered();
  xero.control.next(rateLimited('50'));
  await sendRequest(app);
  await waitForExchanges(panel, 2);
  await panel.getByRole('timer', { name: `Next request for ${tenant.slice(0, 8)}` }).waitFor();
  expect(await rendered()).toBe(before);
  const limits = await openLimits(panel);
  await limits.getByText('Blocked until').waitFor();
});

test('keeps the chosen time range across docking', async ({ app, panel, inspected }) => {
  await sendRequest(app);
  await waitForExchanges(panel, 1);
  const limits = await openLimits(panel);
  await limits.getByRole('button', { name: 'All' }).click();
  const pressed = () => limits.getByRole('button', { name: 'All' }).attribute('aria-pressed');
  try {
    await inspected.redock('bottom');
    await limits.waitFor();
    expect(await pressed()).toBe('true');
  } finally {
    await inspected.redock('window');
    await limits.getByRole('button', { name: 'Last 5 min' }).click();
  }
});
