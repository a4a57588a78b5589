// The panel with the real recorder: the sample app in front of the local Xero, directly and behind Vite's proxy.

import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';
import { ids } from './fake-xero/operations/seed.ts';
import type { Xero } from './fake-xero/server/server.ts';
import { expect, test } from './fixtures.ts';
import { explainLast, readOutcome, visibleRows, waitForExchanges } from './panel-page.ts';
import { type RunningApp, startApp } from './recorder/run-app.ts';

const sampleApp = fileURLToPath(new URL('./recorder/sample-app.mjs', import.meta.url));

function startSampleApp(xero: Xero, port = '0'): Promise<RunningApp> {
  return startApp(sampleApp, {
    env: {
      XERO_API: `http://127.0.0.1:${xero.appPort}/projects.xro/2.0`,
      XERO_TOKEN: xero.token(),
      XERO_TENANT: ids.tenant,
      XERO_RECORDER_APP: 'timesheets',
      PORT: port,
    },
  });
}

test('lists requests that an app makes while and after it responds, and after a restart', async ({
  app: page,
  panel,
  xero,
}) => {
  let app = await startSampleApp(xero);
  const { port } = new URL(app.url);
  try {
    await page.goto(app.url);
    await page.getByRole('button', { name: 'Project without a name' }).click();
    const explanation = await explainLast(panel, 1);
    expect((await readOutcome(explanation)).diagnosis).toBe('validation-failed');
    await explanation.getByText('Made by timesheets while answering POST /app/projects').waitFor();
    await page.getByRole('button', { name: 'Project, after the response' }).click();
    await waitForExchanges(panel, 2);
    await page.getByRole('button', { name: 'Projects, streamed' }).click();
    await waitForExchanges(panel, 3);
    await app.stop();
    app = await startSampleApp(xero, port);
    await page.getByRole('button', { name: 'Projects', exact: true }).click();
    await waitForExchanges(panel, 4);
    expect(await visibleRows(panel)).toEqual([
      ['createProject', 'validation-failed'],
      ['createProject', 'validation-failed'],
      ['getProjects', 'success'],
      ['getProjects', 'success'],
    ]);
  } finally {
    await app.stop();
  }
});

test('works through Vite’s proxy', async ({ app: page, panel, xero }) => {
  const app = await startSampleApp(xero);
  const vite = await createServer({
    configFile: false,
    root: fileURLToPath(new URL('./app', import.meta.url)),
    logLevel: 'silent',
    server: { port: 0, host: '127.0.0.1', proxy: { '/app': app.url } },
  });
  try {
    await vite.listen();
    await page.goto(`${vite.resolvedUrls?.local[0]}blank.html`);
    await page.evaluate(async (window) => {
      const response = await window.fetch('/app/projects');
      await response.text();
    });
    await waitForExchanges(panel, 1);
    expect(await visibleRows(panel)).toEqual([['getProjects', 'success']]);
  } finally {
    await vite.close();
    await app.stop();
  }
});
