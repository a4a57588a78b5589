// Fills the log, and filters and sorts the list. Each function runs in the panel and can't use its closure.

import type { MutableExchangeLog } from '../../../src/log/create-log.ts';
import type { PanelWindow } from '../../../src/panel/host/panel-host.ts';

export interface FillOptions {
  readonly count: number;
  /** About a kilobyte of JSON. */
  readonly body: string;
}

/** Adds exchanges to the log directly, which notifies its subscribers as usual. Resolves when they are rendered. */
export async function fillLog(panel: PanelWindow, { count, body }: FillOptions): Promise<void> {
  const log = panel.inspectorHost?.log as MutableExchangeLog | undefined;
  if (log === undefined) throw new Error('The panel has no log.');
  const root = 'https://api.xero.com/projects.xro/2.0';
  const operations = ['getProjects', 'getProject', 'createTask', 'getTimeEntries'] as const;
  const statuses = [200, 200, 200, 200, 200, 200, 200, 404, 429, 200];
  const beganMs = Date.now() - count * 100;
  const text = (value: string) => ({ kind: 'text', text: value, bytes: value.length }) as const;
  for (let i = 0; i < count; i++) {
    const kind = i % operations.length;
    const projectId = `b021e7cb-1903-4292-b48b-${String(i % 997).padStart(12, '0')}`;
    const path = ['/Projects', `/Projects/${projectId}`, `/Projects/${projectId}/Tasks`, `/Projects/${projectId}/Time`][
      kind
    ] as string;
    const status = statuses[i % statuses.length] as number;
    const method = kind === 2 ? 'POST' : 'GET';
    log.upsert({
      id: log.nextId(),
      source: 'browser',
      startedMs: beganMs + i * 100,
      durationMs: 20 + ((i * 7919) % 400),
      match: { matchedBy: 'host', path, operation: operations[kind] },
      request: {
        method,
        url: `${root}${path}${kind === 0 ? `?page=${i}` : ''}`,
        headers: [
          ['xero-tenant-id', 'e1eede29-f875-4a5d-8470-17f6a29a88b1'],
          ['accept', 'application/json'],
          ['content-type', 'application/json'],
        ],
        token: undefined,
        body:
          method === 'POST'
            ? text(`{"name":"Task ${i}","rate":{"currency":"NZD","value":${i % 90}}}`)
            : { kind: 'none' },
      },
      response: {
        status,
        statusText: '',
        headers: [
          ['content-type', 'application/json; charset=utf-8'],
          ['x-minlimit-remaining', String(60 - (i % 60))],
          ['x-daylimit-remaining', String(5_000 - (i % 4_000))],
          ['xero-correlation-id', projectId],
        ],
        // A distinct string for each, like real bodies.
        body: text(status === 200 ? `{"n":${i},${body.slice(1)}` : `{"message":"No ${i}"}`),
      },
      failure: undefined,
      preflight: undefined,
      viaServiceWorker: false,
    });
    // Yields to other tasks, like a browser.
    if (i % 500 === 499) await new Promise((done) => panel.setTimeout(done));
  }
  await new Promise<void>((resolve) => {
    const poll = () => {
      const rowCount = Number(panel.document.querySelector('[role=grid]')?.getAttribute('aria-rowcount') ?? 0);
      if (rowCount === log.exchanges.length) resolve();
      else panel.requestAnimationFrame(poll);
    };
    poll();
  });
}

/**
 * Types a query letter by letter. Returns for each letter the time from the key press to the frame with the filtered rows, in ms.
 * Check warnings may appear in the rows later. The panel is otherwise idle.
 */
export async function typeFilter(panel: PanelWindow, query: string): Promise<number[]> {
  const { document, performance } = panel;
  const field = document.querySelector<HTMLInputElement>('[role=combobox][aria-label=Filter]');
  const list = document.querySelector('.grid');
  if (field === null || list === null) throw new Error('The panel has no list to filter.');
  field.focus();
  const rest = (ms = 400) => new Promise((done) => panel.setTimeout(done, ms));
  let [drawnMs, shown] = [0, ''];
  const rows = () => {
    const ids = Array.from(list.querySelectorAll('[role=row][id]'), ({ id }) => id).sort();
    return `${list.querySelector('[role=grid]')?.getAttribute('aria-rowcount')} ${ids}`;
  };
  /** After the next frame has been laid out and painted. */
  const noteFrame = () =>
    panel.requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        drawnMs = performance.now();
      };
      port2.postMessage(undefined);
    });
  const observer = new MutationObserver(() => {
    const now = rows();
    if (now !== shown) noteFrame();
    shown = now;
  });
  observer.observe(list, { subtree: true, childList: true, attributes: true });
  const times: number[] = [];
  field.select();
  document.execCommand('delete');
  // Work that waits while rows pass by is done by then.
  await rest(1_000);
  for (const letter of query) {
    await new Promise((done) => panel.requestAnimationFrame(done));
    const start = performance.now();
    document.execCommand('insertText', false, letter);
    noteFrame();
    await rest();
    times.push(drawnMs - start);
  }
  observer.disconnect();
  return times;
}

/** Clicks a column header. Returns the time until the frame with the sorted rows, in ms. */
export async function sortBy(panel: PanelWindow, column: string): Promise<number> {
  const { document, performance } = panel;
  const head = document.querySelector<HTMLElement>(`.grid-header .${column}`);
  if (head === null) throw new Error(`The list has no column ${column}.`);
  const before = head.getAttribute('aria-sort');
  const start = performance.now();
  head.click();
  while (head.getAttribute('aria-sort') === before) await new Promise((done) => panel.requestAnimationFrame(done));
  await new Promise((done) => panel.requestAnimationFrame(done));
  return performance.now() - start;
}
