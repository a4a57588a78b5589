// The real recorder in real servers, from the request of the page to the row in the panel.

import type { InspectedPage } from './drivers/browser.ts';
import { sdkOperations } from './fake-xero/sdk/sdk.ts';
import { expect, test } from './fixtures.ts';
import { grid, type PanelPage, rowCount, visibleOperations, waitForExchanges } from './panel-page.ts';
import { startExpress, startVite } from './real-servers/start-servers.ts';
import type { RunningApp } from './recorder/run-app.ts';

/** Starts Express behind Vite's proxy, and opens Vite's page. */
async function openFrontEnd(
  app: InspectedPage,
  xeroUrl: string,
  use: (backEnd: RunningApp, url: string) => Promise<void>,
): Promise<void> {
  const backEnd = await startExpress(xeroUrl);
  const frontEnd = await startVite({ '/app': backEnd.url });
  try {
    await app.goto(frontEnd.url);
    await use(backEnd, frontEnd.url);
  } finally {
    await frontEnd.close();
    await backEnd.stop();
  }
}

function send(app: InspectedPage, url: string, method = 'GET'): Promise<number> {
  return app.evaluate(
    async (window, { url, method }) => {
      // Firefox reports repeated responses with 304 late.
      const response = await window.fetch(url, { method, cache: 'no-store' });
      await response.text();
      return response.status;
    },
    { url, method },
  );
}

function marks(panel: PanelPage, name: string) {
  return grid(panel).getByRole('img', { name, exact: true });
}

test('lists what Express requests behind Vite’s development proxy', async ({ app, panel, xero }) => {
  await openFrontEnd(app, xero.appUrl, async () => {
    expect(await send(app, '/app/projects')).toBe(200);
    await waitForExchanges(panel, 1);
    expect(await marks(panel, 'Made by the server for GET /app/projects').count()).toBe(1);
  });
});

test('lists what a page that the server rendered, and a redirect after a POST, requested', async ({
  app,
  panel,
  xero,
}) => {
  await openFrontEnd(app, xero.appUrl, async (_, url) => {
    await app.goto(`${url}app/page`);
    await waitForExchanges(panel, 1);
    await app.evaluate(async ({ document }) => {
      document.body.innerHTML = '<form method="post" action="/app/project"><button>Create</button></form>';
      document.querySelector('form')?.submit();
    });
    await waitForExchanges(panel, 2);
    expect(await visibleOperations(panel)).toEqual(['getProjectUsers', 'createProject']);
    expect(await marks(panel, 'Made by the server for POST /app/project').count()).toBe(1);
  });
});

test('lists requests made while a response is streamed, and after a response', async ({ app, panel, xero }) => {
  await openFrontEnd(app, xero.appUrl, async () => {
    expect(await send(app, '/app/stream')).toBe(200);
    await waitForExchanges(panel, 1);
    expect(await send(app, '/app/job', 'POST')).toBe(202);
    // The first response to a path that makes requests only afterwards has no header yet. The next ones do.
    expect(await send(app, '/app/job', 'POST')).toBe(202);
    await waitForExchanges(panel, 3);
    expect(await marks(panel, 'Made by the server for POST /app/job').count()).toBe(2);
  });
});

test('lists the requests of two processes and of an API on another origin', async ({ app, panel, xero }) => {
  await openFrontEnd(app, xero.appUrl, async (first) => {
    const second = await startExpress(xero.appUrl);
    const frontEnd = await startVite({ '/one': first.url, '/two': second.url });
    try {
      await app.goto(frontEnd.url);
      await Promise.all([send(app, '/one/projects'), send(app, '/two/projects'), send(app, '/one/stream')]);
      await waitForExchanges(panel, 3);
      expect(await send(app, `${second.url}app/projects`)).toBe(200);
      await waitForExchanges(panel, 4);
    } finally {
      await frontEnd.close();
      await second.stop();
    }
  });
});

test('loses and repeats nothing when the server restarts', async ({ app, panel, xero }) => {
  await openFrontEnd(app, xero.appUrl, async (backEnd) => {
    await send(app, '/app/projects');
    await send(app, '/app/projects');
    await waitForExchanges(panel, 2);
    await backEnd.stop();
    const restarted = await startExpress(xero.appUrl, Number(new URL(backEnd.url).port));
    try {
      await send(app, '/app/projects');
      await waitForExchanges(panel, 3);
      await send(app, '/app/projects');
      await waitForExchanges(panel, 4);
      expect(await rowCount(panel)).toBe(4);
    } finally {
      await restarted.stop();
    }
  });
});

test('lists every operation of Xero’s SDK', async ({ app, panel, xero }) => {
  await openFrontEnd(app, xero.appUrl, async () => {
    expect(await send(app, '/app/sdk')).toBe(200);
    await waitForExchanges(panel, sdkOperations.length);
    expect((await visibleOperations(panel)).sort()).toEqual([...sdkOperations].sort());
  });
});
