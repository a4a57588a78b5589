// Requests that a development server made: announced by a response header, fetched through the page, and listed.

import type { InspectedPage } from './drivers/browser.ts';
import { expect, test } from './fixtures.ts';
import {
  completeExplanation,
  exchangeRow,
  explainLast,
  grid,
  type PanelPage,
  rowCount,
  visibleOperations,
  waitForExchanges,
} from './panel-page.ts';
import {
  recordedEntry,
  startTestServer,
  type TestServer,
  type TestServerOptions,
} from './server-requests/test-server.ts';
import { closeDialog, openSettings, resetSettings } from './settings-dialog.ts';

async function withServer(options: TestServerOptions, use: (server: TestServer) => Promise<void>): Promise<void> {
  const server = await startTestServer(options);
  try {
    await use(server);
  } finally {
    await server.close();
  }
}

/** Makes the page send a request. */
function post(app: InspectedPage, url = '/app/time'): Promise<number> {
  return app.evaluate(async (window, url) => {
    const response = await window.fetch(url, { method: 'POST' });
    await response.text();
    return response.status;
  }, url);
}

/** Waits for the notice about requests that can't be shown. */
async function noticeText(panel: PanelPage): Promise<string> {
  const notice = panel.getByText('made to Xero can’t be shown');
  await notice.waitFor();
  const text = await notice.text();
  await panel.getByRole('button', { name: 'Close notice' }).click();
  return text;
}

test('lists a request that the server made while it handled one of the page', async ({ app, panel }) => {
  await withServer({}, async (server) => {
    await app.goto(server.url);
    server.record(
      recordedEntry({ method: 'POST', status: 400, body: { Message: 'No name' }, sent: {} }),
      recordedEntry({ path: '/ProjectsUsers' }),
    );
    await post(app);
    await waitForExchanges(panel, 2);
    expect(await visibleOperations(panel)).toEqual(['createProject', 'getProjectUsers']);
    const marks = grid(panel).getByRole('img', { name: 'Made by the server for POST /app/time' });
    expect(await marks.count()).toBe(2);
    await exchangeRow(panel, 1).click();
    const explanation = await completeExplanation(panel);
    await explanation.getByText('Made by timesheets while answering POST /app/time').click();
    const facts = panel.locate('[aria-label="Request of the page"]');
    await expect.poll(() => facts.text()).toMatch(/Status\s*200[\s\S]*Also made for it[\s\S]*getProjectUsers 200/);
    await facts.getByRole('button', { name: 'getProjectUsers' }).click();
    await expect.poll(() => panel.getByRole('region', { name: 'Explanation' }).text()).toContain('getProjectUsers');
    await panel.getByText('Made by timesheets while answering POST /app/time').click();
  });
});

test('lists a request that the server forwarded once, with what it changed', async ({ app, panel }) => {
  const handler: TestServerOptions['app'] = (request, response, announce) => {
    request.resume();
    const isPage = request.url === '/';
    if (!isPage) announce();
    response.writeHead(200, { 'Content-Type': isPage ? 'text/html' : 'application/json' });
    response.end(isPage ? '<h1>App</h1>' : '{"items":[]}');
  };
  await withServer({ app: handler }, async (server) => {
    await app.goto(server.url);
    server.record(recordedEntry(), recordedEntry({ path: '/ProjectsUsers' }));
    await app.evaluate(async (window) => {
      const response = await window.fetch('/api/projects.xro/2.0/Projects');
      await response.text();
    });
    await waitForExchanges(panel, 2);
    expect((await visibleOperations(panel)).toSorted()).toEqual(['getProjectUsers', 'getProjects']);
    expect(await grid(panel).getByRole('img', { name: 'Sent on by the server' }).count()).toBe(1);
    await panel.locate('[role=row][data-operation=getProjects]').click();
    await completeExplanation(panel);
    const changes = panel.getByRole('list', { name: 'What the server changed' });
    await expect.poll(() => changes.text()).toMatch(/api\.xero\.com[\s\S]*Added to the request: xero-tenant-id/);
  });
});

test('filters requests by where they come from', async ({ app, panel }) => {
  await withServer({}, async (server) => {
    await app.goto(server.url);
    server.record(recordedEntry());
    await post(app);
    await waitForExchanges(panel, 1);
    const filter = panel.getByRole('combobox', { name: 'Filter' });
    await filter.fill('from:browser');
    await waitForExchanges(panel, 0);
    await filter.fill('from:server');
    await waitForExchanges(panel, 1);
  });
});

test('lists what the document, a redirect and another origin announce', async ({ app, panel }) => {
  await withServer({}, async (server) => {
    server.record(recordedEntry(), recordedEntry({ path: '/ProjectsUsers' }));
    await app.goto(server.url);
    await waitForExchanges(panel, 2);
    server.record(recordedEntry({ path: '/Projects/254553fa-2be8-4b22-8b0a-0f3b6a1f5c11/Tasks' }));
    await app.evaluate(async (window) => {
      window.document.body.innerHTML = '<form method="post" action="/redirect"><button>Send</button></form>';
      window.document.querySelector('form')?.submit();
    });
    await waitForExchanges(panel, 3);
    await withServer({}, async (api) => {
      api.record(recordedEntry({ path: '/ProjectsUsers?page=2' }));
      await post(app, `${api.url}app/time`);
      await waitForExchanges(panel, 4);
    });
    expect(server.maxConcurrent).toBe(1);
  });
});

test('lists a request that ends after the page’s response, and another that nothing caused while following', async ({
  app,
  panel,
}) => {
  await withServer({}, async (server) => {
    await app.goto(server.url);
    server.setInFlight(1);
    await post(app);
    await expect.poll(() => server.fetches.length).toBeGreaterThan(0);
    expect(await rowCount(panel)).toBe(0);
    server.record(recordedEntry());
    server.setInFlight(0);
    await waitForExchanges(panel, 1);
    try {
      await openSettings(panel);
      await panel.getByRole('checkbox', { name: 'Follow server' }).click();
      await closeDialog(panel);
      await expect.poll(() => server.fetches.at(-1)).toMatch(/&follow$/);
      server.record({ ...recordedEntry({ path: '/ProjectsUsers' }), _xeroServer: { sequence: 2, app: 'jobs' } });
      await explainLast(panel, 2);
      await panel.getByText('Made by jobs, not while answering the page').waitFor();
    } finally {
      await resetSettings(panel);
    }
  });
});

test('continues with a server that was restarted, without losing or repeating anything', async ({ app, panel }) => {
  await withServer({}, async (server) => {
    await app.goto(server.url);
    server.record(recordedEntry());
    await post(app);
    await waitForExchanges(panel, 1);
    server.restart();
    server.record(recordedEntry({ path: '/ProjectsUsers' }));
    await post(app);
    await waitForExchanges(panel, 2);
    server.record(recordedEntry({ path: '/ProjectsUsers?page=2' }));
    await post(app);
    await waitForExchanges(panel, 3);
  });
});

test('lists every request even if the connection breaks in the middle of a response', async ({ app, panel }) => {
  let fetches = 0;
  const respond: TestServerOptions['respond'] = (_, response, serveEntries) => {
    if (++fetches > 1) return serveEntries();
    response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': '1000' });
    response.write('{"log":{"version":"1.2","entries":[{', () => response.destroy());
  };
  await withServer({ respond }, async (server) => {
    await app.goto(server.url);
    server.record(recordedEntry(), recordedEntry({ path: '/ProjectsUsers' }));
    await post(app);
    await waitForExchanges(panel, 2);
    expect(fetches).toBe(2);
    expect(await panel.getByText('can’t be shown').count()).toBe(0);
  });
});

test('lists an entry that is sent in parts', async ({ app, panel }) => {
  test.setTimeout(60_000);
  await withServer({ maxChars: 100_000 }, async (server) => {
    await app.goto(server.url);
    server.record(recordedEntry({ body: { items: [], note: 'é'.repeat(450_000) } }));
    await post(app);
    // Firefox reports each of the parts after up to a second, or later on a busy machine.
    await expect.poll(() => rowCount(panel), { timeout: 40_000 }).toBe(1);
    expect(server.fetches.length).toBeGreaterThan(4);
    await explainLast(panel, 1);
  });
});

test('fetches nothing while server requests are switched off', async ({ app, panel }) => {
  await withServer({}, async (server) => {
    await app.goto(server.url);
    try {
      await openSettings(panel);
      await panel.getByRole('checkbox', { name: 'Show server requests' }).click();
      await closeDialog(panel);
      server.record(recordedEntry());
      await post(app);
      await panel.locate('[data-reason="server-hidden"][data-holds="yes"]').waitFor();
      expect(server.fetches).toEqual([]);
      await panel.getByRole('button', { name: 'Show server requests' }).click();
      await post(app);
      await waitForExchanges(panel, 1);
    } finally {
      await resetSettings(panel);
    }
  });
});

test('says that the page’s policy forbids it', async ({ app, panel }) => {
  const page = (policy: string): TestServerOptions => ({
    app(request, response, announce) {
      announce();
      response.setHeader('Content-Security-Policy', policy);
      response.setHeader('Content-Type', 'text/html');
      response.end('<h1>App</h1>');
      request.resume();
    },
  });
  await withServer(page("connect-src 'none'"), async (server) => {
    server.record(recordedEntry());
    await app.goto(server.url);
    expect(await noticeText(panel)).toContain('The page’s Content-Security-Policy forbids fetching them');
    await panel.locate('[data-reason="server-unavailable"][data-holds="yes"]').waitFor();
    expect(server.fetches).toEqual([]);
  });
  await withServer(page("connect-src 'self'"), async (server) => {
    server.record(recordedEntry());
    await app.goto(server.url);
    await waitForExchanges(panel, 1);
  });
});

test('says that another origin doesn’t allow it', async ({ app, panel, inspected }) => {
  test.skip(inspected.name === 'firefox', 'Firefox hands over a body that CORS withholds from the page');
  await withServer({}, async (server) => {
    await app.goto(server.url);
    await withServer({ cors: false }, async (api) => {
      api.record(recordedEntry());
      await post(app, `${api.url}app/time`);
      expect(await noticeText(panel)).toContain('its recorder doesn’t allow the page’s origin');
    });
  });
});

for (const [title, status, type, body, text] of [
  ['a proxy that responds with HTML', 200, 'text/html', '<!doctype html><h1>App</h1>', 'isn’t JSON'],
  ['another process', 404, 'application/json', '{"error":"Another process"}', 'Another process responded (404)'],
  ['deep JSON', 200, 'application/json', '['.repeat(400_000), 'isn’t JSON'],
  ['a body of 5 MB', 200, 'application/json', `{"a":"${'a'.repeat(5_000_000)}"}`, 'larger than the panel reads'],
  ['a newer recorder', 200, 'application/json', newer(), 'newer than this extension'],
] as const) {
  test(`says that ${title} is in the way`, async ({ app, panel }) => {
    const respond: TestServerOptions['respond'] = (_, response) => {
      response.writeHead(status, { 'Content-Type': type });
      response.end(body);
    };
    await withServer({ respond }, async (server) => {
      await app.goto(server.url);
      server.record(recordedEntry());
      await post(app);
      expect(await noticeText(panel)).toContain(text);
      expect(await rowCount(panel)).toBe(0);
    });
  });
}

function newer(): string {
  return JSON.stringify({ log: { entries: [], _xeroInspector: { protocol: 2, next: 0 } } });
}

test('fetches nothing elsewhere for a hostile page, and one thing at a time', async ({ app, panel }) => {
  await withServer({}, async (elsewhere) => {
    let requests = 0;
    const headers = [
      () => `${elsewhere.url}?xero-inspector=${'a'.repeat(22)}.0.1`,
      () => `//${new URL(elsewhere.url).host}/?xero-inspector=${'a'.repeat(22)}.0.1`,
      () => `?xero-inspector=${'a'.repeat(22)}.0.1');window.hacked=1;('`,
      () => `?xero-inspector=${String(requests).padStart(22, 'b')}.0.${requests}`,
    ];
    const options: TestServerOptions = {
      app(request, response) {
        requests++;
        request.resume();
        response.setHeader('Xero-Inspector', headers[requests % headers.length]?.() ?? '');
        response.setHeader('Content-Type', 'text/html');
        response.end('<h1>App</h1>');
      },
      respond(_, response) {
        response.writeHead(200, { 'Content-Type': 'text/html' });
        response.end('<script>window.hacked = 1</script>');
      },
    };
    await withServer(options, async (server) => {
      await app.goto(server.url);
      await app.evaluate(async (window) => {
        for (let i = 0; i < 40; i++) {
          await Promise.all(Array.from({ length: 10 }, () => window.fetch('/a').then((response) => response.text())));
        }
      });
      expect(await noticeText(panel)).toContain('isn’t JSON');
      expect(server.maxConcurrent).toBe(1);
      expect(server.fetches.length).toBeLessThan(15);
      expect(elsewhere.fetches).toEqual([]);
      expect(await app.evaluate((window) => 'hacked' in window)).toBe(false);
      expect(await panel.evaluate((document) => 'hacked' in (document.defaultView ?? {}))).toBe(false);
    });
  });
});

test('shows hostile text of a server as text', async ({ app, panel }) => {
  await withServer({}, async (server) => {
    await app.goto(server.url);
    const script = '<img src=x onerror="window.hacked=1">';
    const pageRequest = { id: 2, method: 'POST', path: `/${script}\u202e` };
    server.record({
      ...recordedEntry({ status: 400, body: { Message: script } }),
      _xeroServer: { sequence: 1, app: script, pageRequest },
    });
    await post(app);
    const explanation = await explainLast(panel, 1);
    await expect.poll(() => explanation.text()).toContain(script);
    expect(await panel.evaluate((document) => document.querySelector('img[src=x]') === null)).toBe(true);
    expect(await panel.evaluate((document) => 'hacked' in (document.defaultView ?? {}))).toBe(false);
  });
});
