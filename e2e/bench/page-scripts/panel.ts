// What is noted inside the extension's own documents. Each function runs there and sees nothing but its parameters.

import type { PanelWindow } from '../../../src/panel/host/panel-host.ts';

interface RowCounts {
  /** How many exchanges were shown at which time, ms since the epoch. */
  readonly counts: (readonly [count: number, ms: number])[];
  /** Called at each change, until it answers true. */
  onChange: (() => boolean) | undefined;
}

interface ObservedWindow extends PanelWindow {
  rowCounts?: RowCounts;
  stopLongTasks?: () => number;
}

/** Begins anew to note when how many exchanges are shown. Ours shows one where its row is in the document; the control says a number. */
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

/** The notes once `more` exchanges than at their beginning are shown. */
export function waitForRows(panel: ObservedWindow, more: number): Promise<RowCounts['counts']> {
  const { rowCounts } = panel;
  if (rowCounts === undefined) throw new Error('Nothing is being noted.');
  const wanted = (rowCounts.counts[0]?.[0] ?? 0) + more;
  return new Promise((resolve) => {
    const look = () => {
      if ((rowCounts.counts.at(-1)?.[0] ?? 0) < wanted) return false;
      resolve(rowCounts.counts);
      return true;
    };
    if (!look()) rowCounts.onChange = look;
  });
}

/** Resolves when no body is still to be read, with the bytes of those that are held; 0 for the control, which keeps none. */
export function waitForBodies(panel: ObservedWindow): Promise<number> {
  const log = panel.inspectorHost?.log;
  if (log === undefined) return Promise.resolve(0);
  const isPending = () => log.exchanges.some(({ response }) => response.body.kind === 'pending');
  return new Promise((resolve) => {
    // Each look goes through the whole log: not at each of its changes.
    const look = () => {
      if (isPending()) panel.setTimeout(look, 100);
      else resolve(log.totals.bodyBytes);
    };
    look();
  });
}

/** Clears the log; resolves when the panel has drawn that. The control goes on counting. */
export function clearLog(panel: ObservedWindow): Promise<void> {
  panel.document.querySelector<HTMLElement>('[aria-label=Clear]')?.click();
  return new Promise((resolve) => {
    const look = () => {
      if (panel.document.querySelector('[role=grid]')) panel.requestAnimationFrame(look);
      else resolve();
    };
    look();
  });
}

/** Begins anew to note tasks of 50 ms and more, which is the least that browsers tell of. */
export function observeLongTasks(panel: ObservedWindow): void {
  const sinceMs = panel.performance.now();
  let longestMs = 0;
  const read = (tasks: PerformanceEntryList) => {
    // Those from before are told late.
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

/** Ends that. In ms; 0 where none was noted. */
export function takeLongestTask(panel: ObservedWindow): number {
  if (panel.stopLongTasks === undefined) throw new Error('No tasks are being noted.');
  return panel.stopLongTasks();
}

export function countElements({ document }: ObservedWindow): number {
  return document.getElementsByTagName('*').length;
}
