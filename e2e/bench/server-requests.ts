// Measures requests that a server made: from the page's response that announces them to their rows.

import { recordedEntry, startTestServer, type TestServer } from '../server-requests/test-server.ts';
import { type BenchBrowser, openBenchBrowser } from './bench-browser.ts';
import { renderLagMs } from './observed-browser.ts';
import { sendToServer } from './page-scripts/page.ts';
import { countElements } from './page-scripts/panel.ts';
import { alternate } from './paired-runs.ts';
import { median } from './statistics.ts';
import { formatRuns, type Measure } from './table.ts';

/** Our extension lists the server's requests, the control lists the page's requests to Xero's paths. */
const APP_PATH = '/app/time';
const LISTED_PATH = '/projects.xro/2.0/Projects';
const REQUESTS = 30;
const INTERVAL_MS = 300;
const REPETITIONS = 2;
const BURST = 500;
const BURSTS = 3;

/** The control shows the page's requests, which announce the server's. `extension` and `control` are folders. */
export async function measureServerRequests(extension: string, control: string): Promise<Measure[]> {
  let server: TestServer;
  let entriesPerRequest = 1;
  server = await startTestServer({
    app(request, response, announce) {
      if (request.method === 'POST') {
        server.record(
          ...Array.from({ length: entriesPerRequest }, (_, i) => recordedEntry({ path: `/Projects?page=${i}` })),
        );
        announce();
      }
      response.setHeader('Content-Type', 'text/html');
      response.end('<!doctype html><title>App</title>');
    },
  });
  const browsers = {
    ours: await openBenchBrowser(extension, server.url),
    control: await openBenchBrowser(control, server.url),
  };
  try {
    for (const { chromium } of Object.values(browsers)) await chromium.openPanel();
    const latencies = await alternate(browsers, REPETITIONS, (browser) =>
      measureOneByOne(browser, browser === browsers.ours ? APP_PATH : LISTED_PATH),
    );
    entriesPerRequest = BURST;
    return [
      {
        name: 'a server’s request: page’s response to row, median',
        ours: median(latencies.ours.flat()),
        control: median(latencies.control.flat()),
        unit: 'ms',
        kind: 'figure',
        target: 150,
        note: `${REPETITIONS} x ${REQUESTS} requests each; the control shows the page’s request`,
      },
      ...(await measureBursts(browsers.ours)),
    ];
  } finally {
    for (const { chromium } of Object.values(browsers)) await chromium.close();
    await server.close();
  }
}

/** The times from response to row, in ms, one for each request. */
async function measureOneByOne({ observe, page }: BenchBrowser, path: string): Promise<number[]> {
  const { page: times, shown } = await observe(REQUESTS, () =>
    page.evaluate(sendToServer, { path, requests: REQUESTS, everyMs: INTERVAL_MS }),
  );
  return times.responseMs.map((responseMs, index) => {
    const rendered = shown.find(([more]) => more > index);
    return (rendered?.[1] ?? Number.NaN) - responseMs;
  });
}

async function measureBursts(browser: BenchBrowser): Promise<Measure[]> {
  const lags: number[] = [];
  const tasks: number[] = [];
  for (let run = 0; run < BURSTS; run++) {
    await browser.reset();
    const observed = await browser.observe(BURST, () =>
      browser.page.evaluate(sendToServer, { path: APP_PATH, requests: 1, everyMs: INTERVAL_MS }),
    );
    lags.push(renderLagMs(observed));
    tasks.push(observed.longestTaskMs);
  }
  const figure = { kind: 'figure', unit: 'ms' } as const;
  return [
    {
      name: `${BURST} requests of a server: page’s response to last row`,
      ours: median(lags),
      ...figure,
      note: formatRuns(lags),
    },
    {
      name: `${BURST} requests of a server: longest task of the panel`,
      ours: median(tasks),
      ...figure,
      zeroText: '< 50',
      note: formatRuns(tasks),
    },
    {
      name: `${BURST} requests of a server: elements`,
      ours: await browser.panel.evaluate(countElements),
      kind: 'figure',
      unit: '',
      target: 1000,
    },
  ];
}
