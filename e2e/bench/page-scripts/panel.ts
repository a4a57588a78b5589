// Observes the panel of either extension. Each function runs in the panel and can't use its closure.

import type { PanelWindow } from '../../../src/panel/host/panel-host.ts';

interface RowCounts {
  /** The number of rendered exchanges and the time of each change, ms since the epoch. */
  readonly counts: (readonly [count: number, ms: number])[];
  /** Called at each change until it returns true. */
  onChange: (() => boolean) | undefined;
}

interface ObservedWindow extends PanelWindow {
  rowCounts?: RowCounts;
  stopLongTasks?: () => number;
}

/** Starts recording the number of rendered exchanges: ours by the last row in the document, the control by its counter. */
export function observeRows(panel: ObservedWindow): void {
  const { document } = panel;
  const count = () => {
    const grid = document.querySelector('[role=grid]');
    if (grid === null) return Number(document.getElementById('shown')?.textContent ?? 0);
    const rows = Number(grid.getAttribute('aria-rowcount'));
    return grid.querySelector(`[aria-rowindex="${rows}"]`) ? rows : 0;
  };
  const isNew = panel.rowCounts === undefined;
  const notes: RowCounts = { counts: [[count(), performance.timeOrigin + performance.now()]], onChange: undefined };
  panel.rowCounts = notes;
  if (!isNew) return;
  new MutationObserver(() => {
    const { rowCounts } = panel;
    const shown = count();
    if (rowCounts === undefined || shown === (rowCounts.counts.at(-1)?.[0] ?? 0)) return;
    rowCounts.counts.push([shown, performance.timeOrigin + performance.now()]);
    if (rowCounts.onChange?.()) rowCounts.onChange = undefined;
  }).observe(document.documentElement, {
    subtree: true,
    childList: true,
    attributeFilter: ['aria-rowcount', 'aria-rowindex'],
  });
}

/** The recorded counts, once `more` exchanges have been rendered since the start. */
export function waitForRows(panel: ObservedWindow, more: number): Promise<RowCounts['counts']> {
  const { rowCounts } = panel;
  if (rowCounts === undefined) throw new Error('Rows are not being observed.');
  const target = (rowCounts.counts[0]?.[0] ?? 0) + more;
  return new Promise((resolve) => {
    const poll = () => {
      if ((rowCounts.counts.at(-1)?.[0] ?? 0) < target) return false;
      resolve(rowCounts.counts);
      return true;
    };
    if (!poll()) rowCounts.onChange = poll;
  });
}

/** Resolves when no body is pending, with the bytes of all bodies in the log; 0 for the control, which keeps none. */
export function waitForBodies(panel: ObservedWindow): Promise<number> {
  const log = panel.inspectorHost?.log;
  if (log === undefined) return Promise.resolve(0);
  const isPending = () => log.exchanges.some(({ response }) => response.body.kind === 'pending');
  return new Promise((resolve) => {
    // Polls instead of subscribing, since each check scans the whole log.
    const poll = () => {
      if (isPending()) panel.setTimeout(poll, 100);
      else resolve(log.totals.bodyBytes);
    };
    poll();
  });
}

/** Clears the log. Resolves when the panel has rendered that. The control's counter continues. */
export function clearLog(panel: ObservedWindow): Promise<void> {
  panel.document.querySelector<HTMLElement>('[aria-label=Clear]')?.click();
  return new Promise((resolve) => {
    const poll = () => {
      if (panel.document.querySelector('[role=grid]')) panel.requestAnimationFrame(poll);
      else resolve();
    };
    poll();
  });
}

/** Starts observing tasks of 50 ms and more, the browser's minimum. */
export function observeLongTasks(panel: ObservedWindow): void {
  const sinceMs = panel.performance.now();
  let longestMs = 0;
  const read = (tasks: PerformanceEntryList) => {
    // Earlier tasks may be reported late.
    for (const { startTime, duration } of tasks) if (startTime >= sinceMs) longestMs = Math.max(longestMs, duration);
  };
  const observer = new PerformanceObserver((list) => read(list.getEntries()));
  observer.observe({ type: 'longtask' });
  panel.stopLongTasks = () => {
    read(observer.takeRecords());
    observer.disconnect();
    return longestMs;
  };
}

/** Stops observing. The longest task in ms, or 0. */
export function takeLongestTask(panel: ObservedWindow): number {
  if (panel.stopLongTasks === undefined) throw new Error('Long tasks are not being observed.');
  return panel.stopLongTasks();
}

export function countElements({ document }: ObservedWindow): number {
  return document.getElementsByTagName('*').length;
}
