// Measures opening the panel's tab: from the pointerdown in DevTools to the first row in the panel.

import { withTimeout } from '../drivers/wait-for.ts';
import type { BenchBrowser } from './bench-browser.ts';

/** Opens the panel for the first time, until it has rendered a row or the empty state. In ms. */
export async function measurePanelOpening({ chromium, panel }: BenchBrowser): Promise<number> {
  const { devtools } = chromium;
  await devtools.addInitScript(watchFirstRow);
  await devtools.evaluate(watchPress);
  await chromium.openPanel();
  const shownMs = await withTimeout('the first row', panel.evaluate(firstRow), 30_000);
  return shownMs - ((await devtools.evaluate('pressedMs')) as number);
}

const watchPress = `addEventListener('pointerdown', () => {
  globalThis.pressedMs = performance.timeOrigin + performance.now();
}, { capture: true, once: true });`;

/** Runs at the start of every document that DevTools load. */
const watchFirstRow = `if (location.pathname.endsWith('/panel.html')) {
  const isShown = () =>
    document.querySelector('[role=row][data-diagnosis], .empty') || Number(document.getElementById('shown')?.textContent) > 0;
  globalThis.firstRowMs = new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      if (!isShown()) return;
      observer.disconnect();
      resolve(performance.timeOrigin + performance.now());
    });
    observer.observe(document, { subtree: true, childList: true, characterData: true });
  });
}`;

function firstRow(panel: Window & { firstRowMs?: Promise<number> }): Promise<number> {
  if (panel.firstRowMs === undefined) throw new Error('Nothing observed the first row.');
  return panel.firstRowMs;
}
