// Fills the panel's session and redraws its limits view. Each function runs in the panel and can't use its closure.

import type { MutableSession } from '../../../src/core/session/session.ts';
import type { PanelWindow } from '../../../src/panel/host/panel-host.ts';

/** Adds requests of one tenant over the last `hours` to the session directly: the log's limit is lower. */
export async function fillSession(
  panel: PanelWindow,
  { requests, hours }: { requests: number; hours: number },
): Promise<void> {
  const session = panel.inspectorHost?.session as MutableSession | undefined;
  if (session === undefined) throw new Error('The panel has no session.');
  const nowMs = Date.now();
  const body = { kind: 'none' } as const;
  for (let id = 1; id <= requests; id++) {
    session.put({
      id,
      source: 'browser',
      startedMs: nowMs - (hours * 3_600_000 * (requests - id)) / requests,
      durationMs: 80,
      match: { matchedBy: 'host', path: '/Projects', operation: 'getProjects' },
      request: {
        method: 'GET',
        url: 'https://api.xero.com/projects.xro/2.0/Projects',
        headers: [['xero-tenant-id', 'a']],
        token: undefined,
        body,
      },
      response: {
        status: id % 50 ? 200 : 429,
        statusText: '',
        headers: [
          ['x-minlimit-remaining', String(60 - (id % 60))],
          ['x-daylimit-remaining', String(5_000 - (id % 4_000))],
        ],
        body,
      },
      failure: undefined,
      preflight: undefined,
      viaServiceWorker: false,
    });
  }
  const click = (selector: string) => panel.document.querySelector<HTMLElement>(selector)?.click();
  click('#view-tab-limits');
  await new Promise<void>((resolve) => {
    const poll = () => {
      if (panel.document.querySelector('.limit-chart canvas')) resolve();
      else panel.requestAnimationFrame(poll);
    };
    poll();
  });
}

/** The time from a click on "All" until its script has redrawn the chart, in ms. */
export async function redrawChart(panel: PanelWindow, times: number): Promise<number[]> {
  const [, hour, all] = panel.document.querySelectorAll<HTMLElement>('.segment');
  const rest = () => new Promise((resolve) => panel.setTimeout(resolve, 50));
  const found: number[] = [];
  for (let i = 0; i < times; i++) {
    hour?.click();
    await rest();
    const start = panel.performance.now();
    all?.click();
    // Rendering takes a chain of microtasks; waiting for the next task would include other work of the browser.
    for (let ticks = 0; ticks < 20; ticks++) await undefined;
    found.push(panel.performance.now() - start);
    await rest();
  }
  return found;
}
