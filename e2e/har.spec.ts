// A HAR exported by the browser gives the same diagnoses, when imported, as the live capture.

import { diagnose } from '../src/core/diagnose/diagnose.ts';
import { importHar } from '../src/import/import-har.ts';
import { expect, test } from './fixtures.ts';
import { traffic } from './har/traffic.ts';
import { sendTrafficFromPage } from './har/traffic-from-page.ts';
import { visibleRows, waitForExchanges } from './panel-page.ts';

test('imports the Network panel’s HAR with the same diagnoses as the live capture', async ({
  app,
  panel,
  inspected,
  xero,
}) => {
  await sendTrafficFromPage(app, xero);
  await waitForExchanges(panel, traffic.length + 1);
  // Some diagnoses need the bodies, which arrive later.
  await expect
    .poll(async () => (await visibleRows(panel)).slice(0, -1))
    .toEqual(traffic.map(({ operation, diagnosis }) => [operation, diagnosis]));
  const { exchanges } = await importHar(await inspected.har());
  const imported = exchanges.map((each) => [each.match.operation, diagnose(each).id]);
  // The browser's log may begin with requests of the previous page.
  expect(imported.slice(-traffic.length - 1)).toEqual(await visibleRows(panel));
});
