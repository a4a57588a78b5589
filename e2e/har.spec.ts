// What a browser exports as HAR says the same, when it is imported, as what was heard while the panel watched.

import { diagnose } from '../src/core/diagnose/diagnose.ts';
import { importHar } from '../src/import/import-har.ts';
import { expect, test } from './fixtures.ts';
import { sendTrafficFromPage } from './har/call-from-page.ts';
import { traffic } from './har/traffic.ts';
import { visibleRows, waitForExchanges } from './panel-page.ts';

test('the HAR of the Network panel, imported, is told of as it was heard', async ({ app, panel, inspected, xero }) => {
  await sendTrafficFromPage(app, xero);
  await waitForExchanges(panel, traffic.length + 1);
  // Some rest on bodies, which come after the calls.
  await expect
    .poll(async () => (await visibleRows(panel)).slice(0, -1))
    .toEqual(traffic.map(({ operation, diagnosis }) => [operation, diagnosis]));
  const { exchanges } = await importHar(await inspected.har());
  const told = exchanges.map((each) => [each.match.operation, diagnose(each).id]);
  // Of the page that was looked at before, only the browser still knows.
  expect(told.slice(-traffic.length - 1)).toEqual(await visibleRows(panel));
});
