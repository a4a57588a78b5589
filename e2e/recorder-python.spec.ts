// What a Flask app sent to Xero, through the recorder of examples/python, in the panel.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ids } from './fake-xero/operations/seed.ts';
import { expect, test } from './fixtures.ts';
import { explainLast, grid, visibleOperations, waitForExchanges } from './panel-page.ts';
import type { RunningApp } from './recorder/run-app.ts';
import { hasPython, startPython } from './recorder-python/python.ts';

test.skip(!hasPython('flask', 'requests'), 'Python with flask and requests isn’t installed');

test('lists the request of a Flask app for the page’s request', async ({ app, panel, xero }) => {
  const folder = mkdtempSync(join(tmpdir(), 'recorder-python-'));
  const certificate = join(folder, 'xero.pem');
  writeFileSync(certificate, xero.certificate);
  let flask: RunningApp | undefined;
  try {
    flask = await startPython('flask_app.py', {
      env: {
        XERO_API: `https://localhost:${xero.httpsPort}/projects.xro/2.0`,
        XERO_TOKEN: xero.token(),
        XERO_TENANT: ids.tenant,
        REQUESTS_CA_BUNDLE: certificate,
      },
    });
    await app.goto(flask.url);
    const status = await app.evaluate(async (window) => {
      const headers = { 'Content-Type': 'application/json' };
      const response = await window.fetch('/app/projects', { method: 'POST', headers, body: '{"name":""}' });
      await response.text();
      return response.status;
    });
    expect(status).toBe(400);
    await waitForExchanges(panel, 1);
    expect(await visibleOperations(panel)).toEqual(['createProject']);
    await grid(panel).getByRole('img', { name: 'Made by the server for POST /app/projects' }).waitFor();
    await explainLast(panel, 1);
  } finally {
    await flask?.stop();
    rmSync(folder, { recursive: true });
  }
});
