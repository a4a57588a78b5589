// Real responses, replayed byte for byte as Xero's own host, through the real panel.

import { sampleRequest, samples } from '../src/testing/fixtures/samples.ts';
import type { InspectedPage } from './drivers/browser.ts';
import { verdicts } from './fake-xero/recorded-verdicts.ts';
import { callAllOperations } from './fake-xero/sdk.ts';
import { expect, test } from './fixtures.ts';
import {
  clear,
  clearQuickly,
  explainLast,
  type PanelPage,
  readOutcome,
  visibleOperations,
  waitForExchanges,
} from './panel-page.ts';

/** An empty page of the very host, so that its calls are no cross-origin ones. */
const ownHost = 'https://api.xero.com/__app/blank.html';

// In one go: to load the page anew takes longer than to look.
test('every recorded response gets its diagnosis and retry advice', async ({ app, panel, xero }) => {
  test.setTimeout(120_000);
  await openOwnHost(app, panel);
  for (const { id } of samples) {
    xero.control.next(id);
    await app.evaluate(send, {
      ...sampleRequest(id),
      body: sampleRequest(id).method === 'POST' ? '{"name":""}' : undefined,
    });
    const explanation = await explainLast(panel, 1);
    await expect.poll(() => readOutcome(explanation), id).toEqual(verdicts[id]);
    await clearQuickly(panel);
  }
});

test('every call of the official SDK is recognised as its operation', async ({ app, panel, xero }) => {
  const calls = await callAllOperations(xero);
  expect(calls).toHaveLength(16);
  await openOwnHost(app, panel);
  xero.control.always({ status: 200, headers: [], body: '' });
  for (const { method, url, requestBody } of calls) {
    // The SDK puts a body into reads too, which no browser does.
    const body = method === 'GET' || requestBody === '' ? undefined : requestBody;
    await app.evaluate(send, { method, path: new URL(url).pathname, body });
  }
  await waitForExchanges(panel, calls.length);
  expect(await visibleOperations(panel)).toEqual(calls.map((call) => call.operationId));
});

/** The page itself comes from Xero's host, and so is an exchange: it is cleared away. */
async function openOwnHost(app: InspectedPage, panel: PanelPage) {
  await app.goto(ownHost);
  await waitForExchanges(panel, 1);
  await clear(panel);
}

async function send(
  window: Window,
  { method, path, body }: { method: string; path: string; body: string | undefined },
) {
  const response = await window.fetch(path, { method, ...(body === undefined ? {} : { body }) });
  await response.text();
}
