// Tells when the page was loaded anew, and from when on calls are the new page's: browsers tell of a navigation late, and Chromium
// also of a change of the address alone.

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
  /** Its own calls began later, all of the page before that had ended or were cut off began earlier. */
  readonly fromMs: number;
}

interface Listeners {
  /** When calls to this address began, as far as they were told. */
  startTimes(url: string): readonly number[];
  /** The page that was there when DevTools was opened, where it says which. */
  onInitial(url: string): void;
  onLoad(load: PageLoad): void;
  /** The same page goes by another address. */
  onUrlChange(url: string): void;
}

/**
 * Asks the page, without touching it, for its address and for the moment when its first bytes came. Where the browser does not let
 * it be asked, as on its own pages, a navigation counts from when it was told.
 */
export function watchPageLoads(
  { network, inspectedWindow }: DevtoolsApi,
  { startTimes, onInitial, onLoad, onUrlChange }: Listeners,
): void {
  /** Of the page that is shown. */
  let shownFromMs: number | undefined;
  /** What was said of the last load. */
  let lastFromMs = Number.NaN;
  /** Counts navigations: an answer that comes after the next one is of no use. */
  let navigations = 0;

  const ask = (told: (page: PageProbe | undefined) => void) => {
    inspectedWindow.eval(PROBE, (value) => told(readAnswer(value)));
  };

  const navigated = (url: string) => {
    const toldMs = Date.now();
    const mine = ++navigations;
    const attempt = (waits: readonly number[]) =>
      ask((page) => {
        if (mine !== navigations) return;
        const [waitMs, ...rest] = waits;
        // In Chromium the new page cannot be asked at once.
        if (page === undefined && waitMs !== undefined) {
          setTimeout(() => attempt(rest), waitMs);
          return;
        }
        if (page !== undefined && page.fromMs === shownFromMs) return onUrlChange(url);
        // A page that the browser kept and shows again was loaded long ago.
        const isOld = page === undefined || page.fromMs > toldMs || page.fromMs < toldMs - MAX_LOAD_MS;
        const latestMs = isOld ? toldMs : page.fromMs;
        // Where the call for the page itself was told already, as in Firefox, it has the same clock as the calls to be judged.
        const starts = startTimes(url).filter((ms) => ms <= latestMs && !(ms <= lastFromMs));
        lastFromMs = starts.length > 0 ? Math.max(...starts) : latestMs;
        shownFromMs = page?.fromMs;
        onLoad({ url, fromMs: lastFromMs });
      });
    attempt(waitsMs);
  };

  network.onNavigated.addListener(navigated);
  ask((page) => {
    if (page === undefined || navigations > 0) return;
    shownFromMs = page.fromMs;
    onInitial(page.url);
  });
}

const waitsMs = [20, 50, 150, 400];
/** A page that took longer to be told of has lost its earliest calls anyway. */
const MAX_LOAD_MS = 600_000;

/** Reads only. `responseStart` lies between the last call of the page before and the first of this one. */
const PROBE =
  '[location.href, performance.timeOrigin + (performance.getEntriesByType("navigation")[0]?.responseStart ?? 0)]';

interface PageProbe {
  readonly url: string;
  readonly fromMs: number;
}

/** A page may answer anything. */
function readAnswer(value: unknown): PageProbe | undefined {
  if (!Array.isArray(value)) return undefined;
  const [url, fromMs]: unknown[] = value;
  if (typeof url !== 'string' || typeof fromMs !== 'number' || !Number.isFinite(fromMs)) return undefined;
  return { url, fromMs: Math.floor(fromMs) };
}
