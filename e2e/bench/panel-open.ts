// Measures opening the panel's tab: from the pointerdown in Chromium's DevTools, or the selection in Firefox's toolbox, to the first row.

import type { Page } from '../drivers/browser.ts';
import type { Firefox } from '../drivers/firefox.ts';
import { withTimeout } from '../drivers/wait-for.ts';
import type { BenchBrowser } from './bench-browser.ts';

/** Opens the panel for the first time, until it has rendered a row or the empty state. In ms. */
export async function measurePanelOpening({ chromium, panel }: BenchBrowser): Promise<number> {
  const { devtools } = chromium;
  await devtools.addInitScript(watchFirstRow);
  await devtools.evaluate(watchPress);
  await chromium.openPanel();
  return (await waitForFirstRow(panel)) - ((await devtools.evaluate('pressedMs')) as number);
}

/** The same in Firefox, whose tab is selected without a click. */
export async function measureFirefoxPanelOpening({ openPanelWith, panelWindow }: Firefox): Promise<number> {
  const selectedMs = await openPanelWith(watchFirstRow);
  return (await waitForFirstRow(panelWindow)) - selectedMs;
}

const watchPress = `addEventListener('pointerdown', () => {
  globalThis.pressedMs = performance.timeOrigin + performance.now();
}, { capture: true, once: true });`;

/** Runs at the start of every document that DevTools load. */
const watchFirstRow = `if (location.pathname.endsWith('/panel.html')) {
  const isShown = () =>
    document.querySelector('[role=row][data-diagnosis], .empty') || Number(document.getElementById('shown')?.textContent) > 0;
  window.firstRowMs = new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      if (!isShown()) return;
      observer.disconnect();
      resolve(performance.timeOrigin + performance.now());
    });
    observer.observe(document, { subtree: true, childList: true, characterData: true });
  });
}`;

function waitForFirstRow(panel: Page<Window>): Promise<number> {
  return withTimeout('the first row', panel.evaluate(firstRow), 30_000);
}

function firstRow(panel: Window & { firstRowMs?: Promise<number> }): Promise<number> {
  if (panel.firstRowMs === undefined) throw new Error('Nothing observed the first row.');
  return panel.firstRowMs;
}
