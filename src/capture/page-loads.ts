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

interface PageLoadOptions {
  /** Whether the browser reports navigations within a page as well. */
  readonly reportsUrlChanges: boolean;
  /** When the reported requests for a document at this URL began. */
  startTimes(url: string): readonly number[];
  /** The page that was loaded when DevTools was opened, if it can be evaluated. */
  onInitial(url: string): void;
  onLoad(load: PageLoad): void;
  /** The page changed its URL without a load. */
  onUrlChange(url: string): void;
}

/**
 * Reads the page's URL and the time of its first byte, without changing it. Where the browser does not allow that, as on its own pages, a
 * navigation counts from when it was reported. The page controls the time, so a time that isn't a number or can't be right is ignored:
 * another origin, or the request for the document, then proves a load.
 */
export function watchPageLoads(
  { network, inspectedWindow }: DevtoolsApi,
  { reportsUrlChanges, startTimes, onInitial, onLoad, onUrlChange }: PageLoadOptions,
): void {
  let currentUrl: string | undefined;
  /** When the current page was loaded, by its own clock. */
  let currentFromMs: number | undefined;
  /** The `loadedAtMs` of the last load. */
  let lastFromMs = Number.NaN;
  /** Counts navigations: a result that arrives after the next one is stale. */
  let navigations = 0;
  let loads = 0;

  const probe = (onResult: (page: PageProbe | undefined) => void) => {
    inspectedWindow.eval(PROBE, (value) => onResult(parseProbeResult(value)));
  };

  const handleNavigation = (url: string) => {
    const reportedMs = Date.now();
    const navigation = ++navigations;
    const previousUrl = currentUrl;
    currentUrl = url;
    const newStartTimes = (latestMs: number) => startTimes(url).filter((ms) => ms <= latestMs && !(ms <= lastFromMs));

    const reportLoad = (fromMs: number | undefined) => {
      // A page from the back/forward cache was loaded long ago. Two pages can't have the same time.
      const isUsable =
        fromMs !== currentFromMs && fromMs !== undefined && fromMs <= reportedMs && fromMs >= reportedMs - MAX_LOAD_MS;
      const latestMs = isUsable ? fromMs : reportedMs;
      // If the request for the page itself was reported already, as in Firefox, its time is on the same clock as the other requests.
      const starts = newStartTimes(latestMs);
      lastFromMs = starts.length > 0 ? Math.max(...starts) : latestMs;
      currentFromMs = fromMs;
      loads++;
      onLoad({ url, loadedAtMs: lastFromMs });
    };

    /** Chromium reports the request for a document when it ends; the page may have changed its URL by then. */
    const awaitDocument = (waits: readonly number[], load = loads) => {
      if (load !== loads) return;
      const [waitMs, ...rest] = waits;
      if (newStartTimes(reportedMs).length > 0) reportLoad(undefined);
      else if (waitMs !== undefined) setTimeout(() => awaitDocument(rest, load), waitMs);
    };

    const attempt = (waits: readonly number[]) =>
      probe((page) => {
        if (navigation !== navigations) return;
        const [waitMs, ...rest] = waits;
        // Chromium cannot evaluate in the new page immediately.
        if (page === undefined && waitMs !== undefined) {
          setTimeout(() => attempt(rest), waitMs);
          return;
        }
        const fromMs = page?.fromMs;
        if (fromMs !== undefined && fromMs !== currentFromMs) return reportLoad(fromMs);
        const isCertain = page === undefined || !reportsUrlChanges || !isSameOrigin(url, previousUrl);
        if (fromMs === undefined && isCertain) return reportLoad(undefined);
        if (newStartTimes(reportedMs).length > 0) return reportLoad(fromMs);
        onUrlChange(url);
        if (fromMs === undefined) awaitDocument(DOCUMENT_DELAYS_MS);
      });
    attempt(RETRY_DELAYS_MS);
  };

  network.onNavigated.addListener(handleNavigation);
  probe((page) => {
    if (page === undefined || navigations > 0) return;
    currentUrl = page.url;
    currentFromMs = page.fromMs;
    const nowMs = Date.now();
    lastFromMs = Math.min(page.fromMs ?? nowMs, nowMs);
    onInitial(page.url);
  });
}

const RETRY_DELAYS_MS = [20, 50, 150, 400];
/** If the page hides its time, a document that takes longer to arrive counts as a mere change of the URL. */
const DOCUMENT_DELAYS_MS = [100, 400, 1_500, 4_000, 14_000];
/** If a load is reported later than this, its earliest requests are lost anyway. */
const MAX_LOAD_MS = 600_000;

/** A page that says that it was loaded longer ago is wrong. */
const MAX_PAGE_AGE_MS = 366 * 86_400_000;

/**
 * Reads only. `responseStart` lies between the last request of the previous page and the first of this one. A page may have replaced
 * `performance`; it can't replace `location`.
 */
const PROBE = `(() => {
  let fromMs;
  try {
    fromMs = performance.timeOrigin + (performance.getEntriesByType("navigation")[0]?.responseStart ?? 0);
  } catch {}
  return [location.href, fromMs];
})()`;

interface PageProbe {
  readonly url: string;
  /** `undefined` if the page gives no plausible time. */
  readonly fromMs: number | undefined;
}

/** A page may return anything. */
function parseProbeResult(value: unknown): PageProbe | undefined {
  if (!Array.isArray(value)) return undefined;
  const [url, fromMs]: unknown[] = value;
  if (typeof url !== 'string') return undefined;
  const isPlausible = typeof fromMs === 'number' && Math.abs(fromMs - Date.now()) < MAX_PAGE_AGE_MS;
  return { url, fromMs: isPlausible ? Math.floor(fromMs) : undefined };
}

function isSameOrigin(url: string, previousUrl: string | undefined): boolean {
  if (previousUrl === undefined || !URL.canParse(url) || !URL.canParse(previousUrl)) return false;
  const { origin } = new URL(url);
  return origin !== 'null' && origin === new URL(previousUrl).origin;
}
