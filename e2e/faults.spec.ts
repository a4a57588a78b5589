// Faults of the browser, the page and the machine: the panel keeps what it has, says what is missing, and stays usable. docs/reliability.md
// lists all faults, and the tests of those that are tested elsewhere.

import { createServer } from 'node:http';
import type { PanelWindow } from '../src/panel/host/panel-host.ts';
import type { BrowserName, InspectedPage } from './drivers/browser.ts';
import { launch } from './drivers/launch.ts';
import { closeServer, listen } from './fake-xero/http/listen.ts';
import { expect, test } from './fixtures.ts';
import { packagedExtension } from './packaged-extension.ts';
import {
  completeExplanation,
  exchangeRow,
  explainLast,
  grid,
  type PanelPage,
  readOutcome,
  rowCount,
  waitForExchanges,
} from './panel-page.ts';
import { requestPages, sendRequest } from './sample-app.ts';
import { soakRuns } from './soak/soak-scale.ts';

/** Expects that the next request can be listed, explained and filtered. `listed` requests are in the unfiltered list. */
async function expectUsable(app: InspectedPage, panel: PanelPage, listed: number): Promise<void> {
  await sendRequest(app, { path: '/ProjectsUsers' });
  await waitForExchanges(panel, listed + 1);
  await grid(panel).locate('[data-operation=getProjectUsers]').nth(-1).click();
  const explanation = await completeExplanation(panel);
  expect((await readOutcome(explanation)).diagnosis).toBe('success');
  const filter = panel.getByRole('combobox', { name: 'Filter' });
  await filter.fill('op:getProjectUsers');
  await waitForExchanges(panel, 1);
  await filter.fill('');
  await waitForExchanges(panel, listed + 1);
}

/** The API lists no projects. `pageAt` returns the page at `/0`, `/1` and so on. */
async function withServer(pageAt: (number: number) => string, use: (url: string) => Promise<void>): Promise<void> {
  const server = createServer((request, response) => {
    const isApi = request.url?.startsWith('/projects.xro/') === true;
    const [, number] = /^\/(\d+)$/.exec(request.url ?? '') ?? [];
    response.setHeader('Content-Type', isApi ? 'application/json' : 'text/html');
    response.setHeader('Cache-Control', 'no-store');
    // Browsers request more than pages, for example icons.
    response.statusCode = isApi || number !== undefined ? 200 : 404;
    response.end(isApi ? '{"items":[]}' : number && pageAt(Number(number)));
  });
  const port = await listen(server, 0);
  try {
    await use(`http://127.0.0.1:${port}`);
  } finally {
    await closeServer(server);
  }
}

const page = (script: string) => `<!doctype html><link rel="icon" href="data:,"><script>${script}</script>`;

test('captures again after DevTools were closed and opened', async ({ app, panel, inspected }) => {
  await sendRequest(app);
  await waitForExchanges(panel, 1);
  await inspected.reopen();
  expect(await rowCount(panel)).toBe(0);
  await expectUsable(app, panel, 0);
});

test('captures again after the extension was reloaded', async ({ app, panel, inspected }) => {
  test.skip(inspected.reloadExtension === undefined, 'Chromium closes DevTools; panel.spec.ts simulates the rest');
  await sendRequest(app);
  await waitForExchanges(panel, 1);
  await inspected.reloadExtension?.();
  expect(await rowCount(panel)).toBe(0);
  await expectUsable(app, panel, 0);
});

test('lists the requests made while DevTools are docked, undocked and moved', async ({ app, panel, inspected }) => {
  let requests = 0;
  try {
    for (const dock of ['bottom', 'right', 'window'] as const) {
      await Promise.all([inspected.redock(dock), requestPages(app, 5, requests + 1)]);
      requests += 5;
      await waitForExchanges(panel, requests);
    }
  } finally {
    await inspected.redock('window');
  }
  await expectUsable(app, panel, requests);
});

test('lists a request of each of many pages in quick succession, if the browser reports it', async ({
  app,
  panel,
  inspected,
  xero,
}) => {
  // Ten a second on an idle machine.
  test.setTimeout(240_000);
  const pages = soakRuns(200, 20);
  let loaded = 0;
  await withServer(
    (number) => {
      loaded = Math.max(loaded, number);
      const next = number < pages ? `.then(() => location.replace('/${number + 1}'))` : '';
      return page(`fetch('/projects.xro/2.0/Projects?page=${number}').then((each) => each.text())${next}`);
    },
    async (url) => {
      await app.evaluate((window, url) => window.location.assign(url), `${url}/1`);
      await expect.poll(() => loaded, { timeout: 200_000 }).toBe(pages);
      // Firefox drops most requests of pages that are left as soon as they have the response.
      if (inspected.name === 'firefox') await expect.poll(() => rowCount(panel)).toBeGreaterThan(0);
      else await waitForExchanges(panel, pages);
    },
  );
  await app.goto(xero.appUrl);
  await expectUsable(app, panel, await rowCount(panel));
});

test('lists a request of each of many frames', async ({ app, panel, xero }) => {
  test.setTimeout(240_000);
  // Firefox takes minutes for 500 with its toolbox open, and reports all of them.
  const frames = soakRuns(500, 40);
  await withServer(
    (number) => {
      if (number > 0) return page(`fetch('/projects.xro/2.0/Projects?page=${number}').then((each) => each.text())`);
      const all = Array.from({ length: frames }, (_, i) => `<iframe src="/${i + 1}" width="9" height="9"></iframe>`);
      return `<!doctype html><link rel="icon" href="data:,">${all.join('')}`;
    },
    async (url) => {
      await app.evaluate((window, url) => window.location.assign(url), `${url}/0`);
      await expect.poll(() => rowCount(panel), { timeout: 200_000 }).toBe(frames);
    },
  );
  await app.goto(xero.appUrl);
  await expectUsable(app, panel, frames);
});

/** Replaces what a page can replace, and then sends `count` requests in turn. */
function hostilePage(count: number): string {
  return page(`
    const { prototype } = Array;
    const { open, send } = XMLHttpRequest.prototype;
    const fail = () => { throw new Error('Replaced by the page'); };
    window.fetch = fail;
    for (const name of ['parse', 'stringify']) JSON[name] = fail;
    window.JSON = undefined;
    for (const name of Object.getOwnPropertyNames(prototype)) if (typeof prototype[name] === 'function') prototype[name] = fail;
    for (const name of [Symbol.iterator, 'toJSON', 'then']) prototype[name] = fail;
    Object.defineProperty(Object.prototype, 'toJSON', { value: fail });
    Object.defineProperty(window, 'performance', { get: fail });
    const request = (number) => {
      const xhr = new XMLHttpRequest();
      open.call(xhr, 'GET', '/projects.xro/2.0/Projects?page=' + number);
      xhr.onload = () => number < ${count} && request(number + 1);
      send.call(xhr);
    };
    request(1);`);
}

test('captures from a page that replaces fetch, JSON, Array.prototype and performance', async ({
  app,
  panel,
  xero,
}) => {
  await withServer(hostilePage, async (url) => {
    await app.goto(`${url}/3`);
    await waitForExchanges(panel, 3);
    await app.goto(`${url}/2`);
    await explainLast(panel, 5);
    await panel.getByRole('tab', { name: 'Response' }).click();
    await expect.poll(() => panel.getByRole('region', { name: 'Response' }).text()).toContain('"items"');
    await panel.getByRole('tab', { name: 'Explanation' }).click();
  });
  await app.goto(xero.appUrl);
  await expectUsable(app, panel, 5);
});

test('shows every request although a subscriber of the log throws', async ({ app, panel }) => {
  await panel.evaluate((document) => {
    const { inspectorHost } = document.defaultView as PanelWindow;
    const unsubscribe = inspectorHost?.log.subscribe(() => {
      throw new Error('Not for me');
    });
    document.addEventListener('unsubscribe', () => unsubscribe?.(), { once: true });
  });
  try {
    await requestPages(app, 20);
    await waitForExchanges(panel, 20);
    await expectUsable(app, panel, 20);
  } finally {
    await panel.evaluate((document) => document.dispatchEvent(new Event('unsubscribe')));
  }
});

test('starts with the defaults, says so, and captures when the storage can’t be read', async ({ xero }) => {
  const name = test.info().project.name as BrowserName;
  const browser = await launch[name]({
    extension: packagedExtension[name],
    httpsPort: xero.httpsPort,
    brokenStorage: true,
    url: xero.appUrl,
  });
  try {
    const { page, panel } = browser;
    await panel.getByText('The browser couldn’t read the saved settings').waitFor();
    await expectUsable(page, panel, 0);
    await panel.getByRole('checkbox', { name: 'Preserve log' }).click();
    await panel.getByText('The browser didn’t save the settings').waitFor();
  } finally {
    await browser.close();
  }
});

test('says that Firefox’s Network panel may hide requests, and captures when it no longer does', async ({
  app,
  panel,
  inspected,
}) => {
  test.skip(inspected.setNetworkPanel === undefined, 'only Firefox hides requests that its Network panel hides');
  await sendRequest(app);
  await waitForExchanges(panel, 1);
  try {
    await inspected.setNetworkPanel?.({ filter: 'unmatched', isRecording: true });
    await app.reload();
    await sendRequest(app);
    await panel.getByRole('button', { name: 'Why isn’t my request listed?' }).click();
    const likely = panel.getByRole('dialog').getByRole('list', { name: 'Most likely' });
    await likely.getByText('Network panel paused or filtered').waitFor();
    await panel.press('Escape');
    await inspected.setNetworkPanel?.({ filter: '', isRecording: false });
    await sendRequest(app);
  } finally {
    await inspected.setNetworkPanel?.({ filter: '', isRecording: true });
  }
  await expectUsable(app, panel, 1);
});

/** Until the document receives `restore-clock`, the clocks of the panel and, in Chromium, of the DevTools page are `ms` ahead. */
async function shiftClock(panel: PanelPage, ms: number): Promise<void> {
  await panel.evaluate((document, ms) => {
    const view = document.defaultView as Window & typeof globalThis;
    const siblings = Array.from({ length: view.parent.length }, (_, i) => view.parent[i] as typeof view);
    const isOwn = (each: typeof view) => {
      try {
        return (each as PanelWindow).inspectorHost !== undefined;
      } catch {
        return false;
      }
    };
    for (const each of new Set([view, ...siblings.filter(isOwn)])) {
      const real = each.Date;
      each.Date = new Proxy(real, {
        construct: (_, args) => Reflect.construct(real, args.length === 0 ? [real.now() + ms] : args),
        get: (_, name) => (name === 'now' ? () => real.now() + ms : Reflect.get(real, name)),
      });
      document.addEventListener('restore-clock', () => Object.assign(each, { Date: real }), { once: true });
    }
  }, ms);
}

const HOUR_MS = 3_600_000;

for (const [change, ms] of [
  ['set back an hour', -HOUR_MS],
  ['set forward a day', 24 * HOUR_MS],
] as const) {
  test(`stays right about waits and keeps capturing when the clock is ${change}`, async ({ app, panel, xero }) => {
    const preserve = panel.getByRole('checkbox', { name: 'Preserve log' });
    await preserve.click();
    try {
      await app.reload();
      xero.control.next({
        status: 429,
        headers: [
          ['retry-after', '50'],
          ['x-rate-limit-problem', 'minute'],
          ['date', new Date(Date.now() - ms).toUTCString()],
        ],
        body: '',
      });
      await sendRequest(app);
      const explanation = await explainLast(panel, 1);
      await explanation.getByRole('timer', { name: 'Time left' }).waitFor();
      await shiftClock(panel, ms);
      const advice = explanation.getByRole('region', { name: 'Retry advice' });
      await expect.poll(() => advice.text()).toMatch(ms < 0 ? /^After 50 s\./ : /^Now\./);
      expect(await explanation.getByRole('timer').count()).toBe(0);
      await expectUsable(app, panel, 1);
      await exchangeRow(panel, 1).waitFor();
      const text = await panel.text();
      expect(text).not.toMatch(/NaN|undefined|Invalid/);
    } finally {
      await panel.evaluate((document) => document.dispatchEvent(new Event('restore-clock')));
      await preserve.click();
    }
  });
}
