// Finds the extension's longest task by CPU time. Wall time would include the time in which other processes run.

import type { BenchBrowser } from './bench-browser.ts';

/** CPU time of the longest task on the main thread of the extension's process while `work` runs, in ms. */
export async function traceLongestTask({ chromium }: BenchBrowser, work: () => Promise<unknown>): Promise<number> {
  const browser = chromium.devtools.context().browser();
  if (browser === null) throw new Error('The context has no browser to trace.');
  await browser.startTracing(undefined, { categories: ['toplevel'] });
  await work();
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] };
  const isNamed = (event: TraceEvent, name: string) => event.ph === 'M' && event.args?.name === name;
  const process = traceEvents.find((event) => isNamed(event, 'Extension Renderer'))?.pid;
  const thread = traceEvents.find((event) => event.pid === process && isNamed(event, 'CrRendererMain'))?.tid;
  const times = traceEvents
    .filter(({ name, pid, tid }) => name === 'ThreadControllerImpl::RunTask' && pid === process && tid === thread)
    .map(({ tdur = 0 }) => tdur / 1000);
  if (times.length === 0) throw new Error('The trace contains no task of the extension.');
  return times.reduce((longest, each) => Math.max(longest, each), 0);
}

interface TraceEvent {
  /** `M`: metadata of a process or a thread. */
  readonly ph: string;
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** CPU time, µs. */
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}
