// Detects page loads, and since when requests are the new page's: browsers report a navigation late, and Chromium also reports a
// change of the URL alone.

/** The part of `chrome.devtools` that is used; Firefox has it under the same names. */
export interface DevtoolsApi {
  readonly network: {
    readonly onNavigated: { addListener(listener: (url: string) => void): void };
  };
  readonly inspectedWindow: {
    eval(expression: string, callback: (value: unknown, problem: unknown) => void): void;
  };
}

interface PageLoad {
  readonly url: string;
  /** Its own requests began later; those of the previous page that ended or were cancelled began earlier. */
  readonly fromMs: number;
}

interface Listeners {
  /** When requests to this URL began, as far as they were reported. */
  startTimes(url: string): readonly number[];
  /** The page that was loaded when DevTools was opened, if it says which. */
  onInitial(url: string): void;
  onLoad(load: PageLoad): void;
  /** The page changed its URL without a load. */
  onUrlChange(url: string): void;
}

/**
 * Reads the page's URL and the time of its first byte, without changing it. Where the browser does not allow that, as on its own pages, a
 * navigation counts from when it was reported.
 */
export function watchPageLoads(
  { network, inspectedWindow }: DevtoolsApi,
  { startTimes, onInitial, onLoad, onUrlChange }: Listeners,
): void {
  /** Of the current page. */
  let shownFromMs: number | undefined;
  /** What was reported for the last load. */
  let lastFromMs = Number.NaN;
  /** Counts navigations: a result that arrives after the next one is stale. */
  let navigations = 0;

  const probe = (onResult: (page: PageProbe | undefined) => void) => {
    inspectedWindow.eval(PROBE, (value) => onResult(readAnswer(value)));
  };

  const navigated = (url: string) => {
    const reportedMs = Date.now();
    const mine = ++navigations;
    const attempt = (waits: readonly number[]) =>
      probe((page) => {
        if (mine !== navigations) return;
        const [waitMs, ...rest] = waits;
        // Chromium cannot evaluate in the new page immediately.
        if (page === undefined && waitMs !== undefined) {
          setTimeout(() => attempt(rest), waitMs);
          return;
        }
        if (page !== undefined && page.fromMs === shownFromMs) return onUrlChange(url);
        // A page from the back/forward cache was loaded long ago.
        const isOld = page === undefined || page.fromMs > reportedMs || page.fromMs < reportedMs - MAX_LOAD_MS;
        const latestMs = isOld ? reportedMs : page.fromMs;
        // If the request for the page itself was reported already, as in Firefox, its time is on the same clock as the other requests.
        const starts = startTimes(url).filter((ms) => ms <= latestMs && !(ms <= lastFromMs));
        lastFromMs = starts.length > 0 ? Math.max(...starts) : latestMs;
        shownFromMs = page?.fromMs;
        onLoad({ url, fromMs: lastFromMs });
      });
    attempt(waitsMs);
  };

  network.onNavigated.addListener(navigated);
  probe((page) => {
    if (page === undefined || navigations > 0) return;
    shownFromMs = page.fromMs;
    onInitial(page.url);
  });
}

const waitsMs = [20, 50, 150, 400];
/** A page reported later than this has lost its earliest requests anyway. */
const MAX_LOAD_MS = 600_000;

/** Reads only. `responseStart` lies between the last request of the previous page and the first of this one. */
const PROBE =
  '[location.href, performance.timeOrigin + (performance.getEntriesByType("navigation")[0]?.responseStart ?? 0)]';

interface PageProbe {
  readonly url: string;
  readonly fromMs: number;
}

/** A page may return anything. */
function readAnswer(value: unknown): PageProbe | undefined {
  if (!Array.isArray(value)) return undefined;
  const [url, fromMs]: unknown[] = value;
  if (typeof url !== 'string' || typeof fromMs !== 'number' || !Number.isFinite(fromMs)) return undefined;
  return { url, fromMs: Math.floor(fromMs) };
}
