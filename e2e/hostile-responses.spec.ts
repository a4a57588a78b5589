// Hostile and broken responses: a clear explanation, no exception, and no HTML from the network in the panel.

import type { HttpResponse } from './fake-xero/http/http-messages.ts';
import { expect, test } from './fixtures.ts';
import { clearQuickly, explainLast, readOutcome, waitForExchanges } from './panel-page.ts';
import { requestPages, sendRequest } from './sample-app.ts';

const script = '<img src=x onerror="window.hostile=1"><script>window.hostile=1</script>';
const json: HttpResponse['headers'] = [['Content-Type', 'application/json']];
const response = (status: number, body: string | Buffer, headers: HttpResponse['headers'] = json): HttpResponse => ({
  status,
  headers,
  body,
});

const cases: [string, HttpResponse, string][] = [
  ['an empty body', response(400, ''), 'bad-request'],
  ['one byte', response(400, '{'), 'bad-request'],
  ['JSON cut off in the middle', response(400, '{"message":"No","modelState":{"model.Name":["Em'), 'validation-failed'],
  ['deep nesting', response(400, '['.repeat(100_000)), 'bad-request'],
  [
    'a byte order mark',
    response(400, '\uFEFF{"message":"No","modelState":{"model.Name":["No"]}}'),
    'validation-failed',
  ],
  [
    'UTF-16 without a content type',
    response(401, Buffer.from('\uFEFF{"Detail":"AuthorizationUnsuccessful"}', 'utf16le'), []),
    'scope-or-plan-missing',
  ],
  ['Latin-1', response(500, Buffer.from('{"Title":"Fehler für Müller"}', 'latin1')), 'server-error'],
  ['bytes that are not text', response(500, Buffer.from([0, 1, 2, 255, 254, 0])), 'server-error'],
  [
    'headers repeated',
    response(429, '', [
      ['Retry-After', '5'],
      ['Retry-After', '9'],
      ['X-Rate-Limit-Problem', 'minute'],
    ]),
    'rate-limit-minute',
  ],
  [
    'a negative Retry-After',
    response(429, '', [
      ['Retry-After', '-5'],
      ['X-Rate-Limit-Problem', 'minute'],
    ]),
    'rate-limit-minute',
  ],
  ['an absurd Retry-After', response(429, '', [['Retry-After', '1e9']]), 'rate-limit-unknown'],
  ['no headers at all', response(503, '', []), 'service-unavailable'],
];

test('explains every broken response', async ({ app, panel, xero }) => {
  test.setTimeout(120_000);
  for (const [name, broken, diagnosis] of cases) {
    xero.control.next(broken);
    await sendRequest(app);
    const explanation = await explainLast(panel, 1);
    await expect.poll(async () => (await readOutcome(explanation)).diagnosis, name).toBe(diagnosis);
    for (const tab of ['Request', 'Response']) {
      await panel.getByRole('tab', { name: tab, exact: true }).click();
      await panel.getByRole('region', { name: tab }).waitFor();
    }
    await clearQuickly(panel);
  }
});

test('shows HTML and scripts in any string as text', async ({ app, panel, xero }) => {
  xero.control.next({
    status: 400,
    statusText: script.replaceAll(/[\r\n]/g, ''),
    headers: [...json, ['X-Hostile', script], ['Retry-After', script], ['xero-correlation-id', script]],
    body: JSON.stringify({ message: script, modelState: { [`model.${script}`]: [script], 'model.Name': [script] } }),
  });
  await sendRequest(app, {
    method: 'POST',
    path: `/Projects?${encodeURIComponent(script)}`,
    options: { body: { name: script, [script]: script } },
  });
  const explanation = await explainLast(panel, 1);
  await expect.poll(() => explanation.text()).toContain(script);
  for (const tab of ['Request', 'Response', 'Explanation']) {
    await panel.getByRole('tab', { name: tab, exact: true }).click();
    const found = await panel.evaluate((document) => ({
      elements: document.querySelectorAll('#panel img, #panel script, #panel iframe, #panel style').length,
      hostile: 'hostile' in (document.defaultView as object),
    }));
    expect(found).toEqual({ elements: 0, hostile: false });
  }
});

for (const [size, bytes] of [
  ['1 MB', 1_000_000],
  ['12 MB', 12_000_000],
  ['40 MB', 40_000_000],
  ['50 MB', 50_000_000],
] as const) {
  test(`lists a body of ${size} and shows as much of it as the browser provides`, async ({ app, panel, xero }) => {
    xero.control.next(response(200, `{"items":["${'x'.repeat(bytes)}"]}`));
    await sendRequest(app);
    const explanation = await explainLast(panel, 1);
    expect((await readOutcome(explanation)).diagnosis).toBe('success');
    await panel.getByRole('tab', { name: 'Response' }).click();
    const region = panel.getByRole('region', { name: 'Response' });
    await expect.poll(() => region.text()).toMatch(/"items": \[|didn’t provide the body|was removed/);
    expect((await region.text()).length).toBeLessThan(100_000);
  });
}

test('lists all of a hundred concurrent requests', async ({ app, panel, xero }) => {
  xero.control.always(response(200, '{"items":[]}'));
  await requestPages(app, 100);
  await waitForExchanges(panel, 100);
});
