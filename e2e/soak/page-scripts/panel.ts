// Measures the panel under load. Each function runs in the panel and can't use its closure.

import type { PanelWindow } from '../../../src/panel/host/panel-host.ts';

type Effect = 'rows' | 'no-rows' | 'selection';

interface MeasuredWindow extends PanelWindow {
  keyTime?: Promise<number>;
}

/** Measures the next key: from the press, by its event, until a frame with its effect has been painted, in ms. */
export function watchKey(document: Document, effect: Effect): void {
  const view = document.defaultView as MeasuredWindow;
  const selected = () => document.querySelector('[role=row][aria-selected=true]')?.id;
  const before = selected();
  const hasRows = () => document.querySelector('[role=row][data-diagnosis]') !== null;
  const isDone = () => (effect === 'selection' ? selected() !== before : hasRows() === (effect === 'rows'));
  view.keyTime = new Promise((resolve, reject) => {
    const timer = view.setTimeout(() => reject(new Error(`The key had no effect: ${effect}`)), 20_000);
    const onKey = ({ timeStamp }: KeyboardEvent) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        if (!isDone()) return waitForPaint();
        view.clearTimeout(timer);
        resolve(view.performance.now() - timeStamp);
      };
      // Painting follows the callback, and the message follows painting.
      const waitForPaint = () => view.requestAnimationFrame(() => port2.postMessage(undefined));
      waitForPaint();
    };
    document.addEventListener('keydown', onKey, { once: true, capture: true });
  });
}

/** The time of the key that was watched last. */
export function takeKeyTime(document: Document): Promise<number> {
  const { keyTime } = document.defaultView as MeasuredWindow;
  if (keyTime === undefined) throw new Error('No key is being watched.');
  return keyTime;
}

export function focusFilter(document: Document): void {
  document.querySelector<HTMLElement>('[role=combobox][aria-label=Filter]')?.focus();
}

export function focusGrid(document: Document): void {
  document.querySelector<HTMLElement>('[role=grid]')?.focus();
}

/** All requests that the log has received, evicted or not. */
export function countStored(document: Document): number {
  const { inspectorHost } = document.defaultView as MeasuredWindow;
  if (inspectorHost === undefined) throw new Error('The panel has no log.');
  const { exchanges, totals } = inspectorHost.log;
  return exchanges.length + totals.evictedExchanges;
}

export function readStatusBar(document: Document): string {
  const parts = document.querySelectorAll<HTMLElement>('.status-bar > span:not(.selected-address)');
  return Array.from(parts, ({ innerText }) => innerText).join(' · ');
}
