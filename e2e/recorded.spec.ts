// Recorded responses, replayed byte for byte from Xero's host name, in the real panel.

import { sampleRequest, samples } from '../src/testing/fixtures/samples.ts';
import type { InspectedPage } from './drivers/browser.ts';
import { verdicts } from './fake-xero/scenarios/recorded-verdicts.ts';
import { callAllOperations, sdkOperations } from './fake-xero/sdk/sdk.ts';
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

/** An empty page on the same host, so that its requests are same-origin. */
const ownHost = 'https://api.xero.com/__app/blank.html';

// One test for all, because reloading the page takes longer than checking the explanation.
test('gives every recorded response its diagnosis and retry advice', async ({ app, panel, xero }) => {
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

test('recognises the operation of every request of the official SDK', async ({ app, panel, xero }) => {
  const requests = await callAllOperations(xero);
  expect(requests).toHaveLength(sdkOperations.length);
  await openOwnHost(app, panel);
  xero.control.always({ status: 200, headers: [], body: '' });
  for (const { method, url, requestBody } of requests) {
    // The SDK sends a body with GET requests too, which browsers do not allow.
    const body = method === 'GET' || requestBody === '' ? undefined : requestBody;
    await app.evaluate(send, { method, path: new URL(url).pathname, body });
  }
  await waitForExchanges(panel, requests.length);
  expect(await visibleOperations(panel)).toEqual(requests.map((request) => request.operationId));
});

/** Opens the page on Xero's host and clears the list, because the page itself is an exchange. */
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
