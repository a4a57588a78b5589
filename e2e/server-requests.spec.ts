// Requests that a development server made: announced by a response header, fetched through the page, and listed.

import type { InspectedPage } from './drivers/browser.ts';
import { expect, test } from './fixtures.ts';
import { explainLast, grid, rowCount, visibleOperations, waitForExchanges } from './panel-page.ts';
import {
  recordedEntry,
  startTestServer,
  type TestServer,
  type TestServerOptions,
} from './server-requests/test-server.ts';

async function withServer(options: TestServerOptions, use: (server: TestServer) => Promise<void>): Promise<void> {
  const server = await startTestServer(options);
  try {
    await use(server);
  } finally {
    await server.close();
  }
}

/** Makes the page send a request to its server. */
function post(app: InspectedPage, url = '/app/time'): Promise<number> {
  return app.evaluate(async (window, url) => {
    const response = await window.fetch(url, { method: 'POST' });
    await response.text();
    return response.status;
  }, url);
}

test('lists a request that the server made while it answered the page', async ({ app, panel }) => {
  await withServer({}, async (server) => {
    await app.goto(server.url);
    server.record(recordedEntry({ method: 'POST', status: 400, body: { Message: 'No name' }, sent: {} }));
    await post(app);
    await waitForExchanges(panel, 1);
    expect(await visibleOperations(panel)).toEqual(['createProject']);
    await grid(panel).getByRole('img', { name: 'Made by the server for POST /app/time' }).waitFor();
    await explainLast(panel, 1);
  });
});

test('lists what was announced by the document itself', async ({ app, panel }) => {
  await withServer({}, async (server) => {
    server.record(recordedEntry(), recordedEntry({ path: '/ProjectsUsers' }));
    await app.goto(server.url);
    await waitForExchanges(panel, 2);
    expect(await visibleOperations(panel)).toEqual(['getProjects', 'getProjectUsers']);
    expect(await rowCount(panel)).toBe(2);
  });
});
