// Measures the chart of requests: computing its data, and redrawing it in the panel.

import { buildChart } from '../../src/core/session/chart.ts';
import { chartDomain } from '../../src/core/session/chart-range.ts';
import type { ExchangeSummary } from '../../src/core/session/exchange-summary.ts';
import { appLimits, tenantLimits } from '../../src/core/session/limits.ts';
import { withTimeout } from '../drivers/wait-for.ts';
import { openBenchBrowser } from './bench-browser.ts';
import { fillSession, redrawChart } from './page-scripts/chart.ts';
import { startServer } from './server.ts';
import { median, percentile } from './statistics.ts';
import type { Measure } from './table.ts';

const REQUESTS = 100_000;
const HOURS = 8;
const REPETITIONS = 15;
const figure = { kind: 'figure', unit: 'ms' } as const;

export function measureChartData(): Measure[] {
  const nowMs = Date.UTC(2026, 10, 22, 14);
  const exchanges = Array.from({ length: REQUESTS }, (_, id) =>
    createSummary(id, nowMs - (HOURS * 3_600_000 * (REQUESTS - id)) / REQUESTS),
  );
  const { sinceMs, untilMs } = chartDomain('all', exchanges, nowMs);
  const rateLimited = new Map();
  const tenant = { tenant: 'a', exchanges, rateLimited, highestDayRemaining: 5_000 };
  const tenants = new Map([['a', tenant]]);
  const session = {
    exchanges,
    rateLimited,
    tenants,
    undatedCount: 0,
    get,
    sameRequest: none,
    withKey: none,
  };
  return [
    {
      name: '100,000 requests: chart data',
      ours: medianMs(() => buildChart(exchanges, sinceMs, untilMs).buckets.length),
      ...figure,
    },
    {
      name: '100,000 requests: remaining of all limits',
      ours: medianMs(() => tenantLimits(session, 'a', nowMs).length + appLimits(session, nowMs).length),
      ...figure,
    },
  ];
}

/** `extension` is the folder of a build. */
export async function measureChartInDevTools(extension: string): Promise<Measure[]> {
  const server = await startServer();
  const browser = await openBenchBrowser(extension, server.url);
  try {
    await browser.chromium.openPanel();
    await withTimeout(
      'the session to be filled',
      browser.panel.evaluate(fillSession, { requests: REQUESTS, hours: HOURS }),
      60_000,
    );
    const times = await withTimeout(
      'the chart to be redrawn',
      browser.panel.evaluate(redrawChart, REPETITIONS),
      60_000,
    );
    const note = `slowest ${Math.round(percentile(times, 100))}`;
    return [{ name: '100,000 requests: redrawing the limits view, all time', ours: median(times), note, ...figure }];
  } finally {
    await browser.chromium.close();
    server.close();
  }
}

function createSummary(id: number, startedMs: number): ExchangeSummary {
  return {
    id,
    startedMs,
    endMs: startedMs + 80,
    tenant: 'a',
    operation: 'getProjects',
    request: 'GET /Projects a',
    body: '',
    idempotencyKey: undefined,
    status: id % 50 ? 200 : 429,
    isFromXero: true,
    mayHaveWritten: false,
    failed: id % 50 === 0,
    minuteRemaining: 60 - (id % 60),
    dayRemaining: 5_000 - (id % 4_000),
    appMinuteRemaining: undefined,
    retryAfterSeconds: undefined,
    problem: undefined,
  };
}

function medianMs(work: () => number): number {
  const times = Array.from({ length: REPETITIONS }, () => {
    const start = performance.now();
    if (work() === 0) throw new Error('The measured function did nothing.');
    return performance.now() - start;
  });
  return median(times);
}

const get = () => undefined;
const none = () => [];
