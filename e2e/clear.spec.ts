// Clearing the list removes its requests from memory, whichever part of the panel has shown them.

import type { CDPSession } from 'playwright';
import type { InspectedBrowser } from './drivers/browser.ts';
import type { Chromium } from './drivers/chromium.ts';
import { expect, test } from './fixtures.ts';
import { clear, exchangeRow, explainLast, grid, type PanelPage, waitForExchanges } from './panel-page.ts';
import { sendRequest } from './sample-app.ts';

test.beforeEach(() => test.skip(test.info().project.name !== 'chromium', 'Only Chromium writes heap snapshots.'));

/** A text for each place in a request. In two parts, because the panel's memory may contain arguments of the test, unlike its code. */
const marker = (place: string) => `Zanzibar${place}`;

const uses: Record<string, (panel: PanelPage) => Promise<void>> = {
  'was listed': async () => {},
  'was explained': async (panel) => void (await explainLast(panel, 2)),
  'was open in the body viewer': async (panel) => {
    await explainLast(panel, 2);
    await panel.getByRole('tab', { name: 'Response' }).click();
    await panel.getByRole('textbox', { name: 'Response body' }).getByText(marker('Body')).nth(0).waitFor();
  },
  'was found by the filter': async (panel) => {
    await panel.getByRole('combobox', { name: 'Filter' }).fill('zanzibar');
    await exchangeRow(panel, 2).waitFor();
  },
  'was sorted': async (panel) => {
    const header = grid(panel).getByRole('columnheader', { name: 'Status', exact: true });
    // The last click sorts by time again, for the next test.
    for (const sort of ['ascending', 'descending', null]) {
      await header.click();
      await expect.poll(() => header.attribute('aria-sort')).toBe(sort);
    }
  },
  'was found by the search': async (panel) => {
    await exchangeRow(panel, 2).click();
    await panel.press('Control+f');
    await panel.getByRole('textbox', { name: 'Search all requests' }).fill('zanzibar');
    await panel.getByRole('region', { name: 'Search', exact: true }).getByRole('option').nth(0).waitFor();
  },
};

for (const [name, use] of Object.entries(uses)) {
  test(`nothing of a request that ${name} is left in memory`, async ({ app, panel, inspected, xero }) => {
    const send = async () => {
      xero.control.next({
        status: 400,
        headers: [['etag', marker('Header')]],
        body: JSON.stringify({ message: marker('Body') }),
      });
      await sendRequest(app, { path: `/Projects?states=${marker('Address')}`, options: { body: undefined } });
    };
    await send();
    await send();
    await waitForExchanges(panel, 2);
    await use(panel);
    expect(await markersInHeap(inspected)).not.toEqual([]);
    await clear(panel);
    await expect.poll(() => markersInHeap(inspected), { timeout: 20_000 }).toEqual([]);
  });
}

/** The strings with a marker in the extension's process, after a garbage collection. */
async function markersInHeap(inspected: InspectedBrowser): Promise<string[]> {
  const { devtools } = inspected as Chromium;
  const frame = devtools.frames().find((each) => each.url().endsWith('/panel.html'));
  if (frame === undefined) throw new Error('The panel is not open.');
  const session: CDPSession = await devtools.context().newCDPSession(frame);
  const chunks: string[] = [];
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk));
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  await session.detach();
  const { strings } = JSON.parse(chunks.join('')) as { strings: string[] };
  return strings.filter((each) => /zanzibar(header|body|address)/i.test(each)).map((each) => each.slice(0, 200));
}
