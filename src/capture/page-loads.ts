// Detects page loads, and the time from which requests belong to the new page: browsers report navigations late, and Chromium also
// reports changes of the URL alone.

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
  /** The page's own requests began after this time, those of the previous page before. */
  readonly loadedAtMs: number;
}

interface Listeners {
  /** When the reported requests to this URL began. */
  startTimes(url: string): readonly number[];
  /** The page that was loaded when DevTools was opened, if it can be evaluated. */
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
  /** When the current page was loaded, by its own clock. */
  let currentFromMs: number | undefined;
  /** The `loadedAtMs` of the last load. */
  let lastFromMs = Number.NaN;
  /** Counts navigations: a result that arrives after the next one is stale. */
  let navigations = 0;

  const probe = (onResult: (page: PageProbe | undefined) => void) => {
    inspectedWindow.eval(PROBE, (value) => onResult(parseProbeResult(value)));
  };

  const handleNavigation = (url: string) => {
    const reportedMs = Date.now();
    const navigation = ++navigations;
    const attempt = (waits: readonly number[]) =>
      probe((page) => {
        if (navigation !== navigations) return;
        const [waitMs, ...rest] = waits;
        // Chromium cannot evaluate in the new page immediately.
        if (page === undefined && waitMs !== undefined) {
          setTimeout(() => attempt(rest), waitMs);
          return;
        }
        if (page !== undefined && page.fromMs === currentFromMs) return onUrlChange(url);
        // A page from the back/forward cache was loaded long ago.
        const isOld = page === undefined || page.fromMs > reportedMs || page.fromMs < reportedMs - MAX_LOAD_MS;
        const latestMs = isOld ? reportedMs : page.fromMs;
        // If the request for the page itself was reported already, as in Firefox, its time is on the same clock as the other requests.
        const starts = startTimes(url).filter((ms) => ms <= latestMs && !(ms <= lastFromMs));
        lastFromMs = starts.length > 0 ? Math.max(...starts) : latestMs;
        currentFromMs = page?.fromMs;
        onLoad({ url, loadedAtMs: lastFromMs });
      });
    attempt(RETRY_DELAYS_MS);
  };

  network.onNavigated.addListener(handleNavigation);
  probe((page) => {
    if (page === undefined || navigations > 0) return;
    currentFromMs = page.fromMs;
    onInitial(page.url);
  });
}

const RETRY_DELAYS_MS = [20, 50, 150, 400];
/** If a load is reported later than this, its earliest requests are lost anyway. */
const MAX_LOAD_MS = 600_000;

/** Reads only. `responseStart` lies between the last request of the previous page and the first of this one. */
const PROBE =
  '[location.href, performance.timeOrigin + (performance.getEntriesByType("navigation")[0]?.responseStart ?? 0)]';

interface PageProbe {
  readonly url: string;
  readonly fromMs: number;
}

/** A page may return anything. */
function parseProbeResult(value: unknown): PageProbe | undefined {
  if (!Array.isArray(value)) return undefined;
  const [url, fromMs]: unknown[] = value;
  if (typeof url !== 'string' || typeof fromMs !== 'number' || !Number.isFinite(fromMs)) return undefined;
  return { url, fromMs: Math.floor(fromMs) };
}
