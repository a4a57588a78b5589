// Why a request may not be listed: one row per reason, with what it is based on and what to do.

import type { RequestCount } from '../model/request-count.ts';
import { fetchFailures } from '../server-requests/failures.ts';
import { clockTime } from '../text/clock-time.ts';
import { formatInteger } from '../text/format-number.ts';
import { plural, pluralWord } from '../text/plural.ts';
import { quote } from '../text/quote.ts';
import { withoutFullStop } from '../text/without-full-stop.ts';
import type { TroubleshootingFacts } from './facts.ts';

export interface Reason {
  readonly id: string;
  /** Names the state that keeps requests out of the list. */
  readonly title: string;
  /** A single instruction, in the imperative. */
  readonly fix: string;
  /** What the panel itself can do about it. */
  readonly action?: ReasonAction;
  /** `undefined`: it doesn’t apply, for example in this browser. */
  readonly evaluate: (facts: TroubleshootingFacts) => Evaluation | undefined;
}

export interface Evaluation {
  readonly likelihood: Likelihood;
  /** The fact that it is based on, without a final full stop. Backticks mark code, and so the page's URL. */
  readonly observed: string;
}

/** `yes`: it keeps requests out of the list. `likely`: there is evidence for it. `unknown`: it can't be checked. `no`: ruled out. */
export type Likelihood = 'yes' | 'likely' | 'unknown' | 'no';

export type ReasonAction = 'record' | 'clear-filter' | 'preserve-log' | 'map' | 'record-server' | 'show-server';

/** In order of frequency: equally likely reasons are listed in this order. */
export const reasons: readonly Reason[] = [
  {
    id: 'extension-disconnected',
    title: 'The extension was reloaded',
    fix: 'Close and reopen DevTools.',
    evaluate: ({ isDisconnected }) =>
      isDisconnected
        ? { likelihood: 'yes', observed: 'This panel was disconnected when the extension reloaded' }
        : { likelihood: 'no', observed: 'The panel is connected' },
  },
  {
    id: 'not-recording',
    title: 'Recording is off',
    fix: 'Turn on `Record`, then make the request again.',
    action: 'record',
    evaluate: ({ isRecording, unrecorded }) => {
      const missed =
        unrecorded === 0
          ? undefined
          : `${plural(unrecorded, 'request')} to Xero Projects ${pluralWord(unrecorded, 'wasn’t', 'weren’t')} recorded`;
      if (!isRecording) return { likelihood: 'yes', observed: missed ?? 'Requests aren’t recorded while it’s off' };
      return missed ? { likelihood: 'likely', observed: missed } : { likelihood: 'no', observed: 'Recording is on' };
    },
  },
  {
    id: 'filtered',
    title: 'Hidden by the filter',
    fix: 'Clear the filter.',
    action: 'clear-filter',
    evaluate: ({ shown, exchanges }) =>
      shown < exchanges
        ? {
            likelihood: 'yes',
            observed: `${formatInteger(exchanges - shown)} of ${formatInteger(exchanges)} requests don’t match the filter`,
          }
        : {
            likelihood: 'no',
            observed: exchanges === 0 ? 'The list is empty' : 'All requests are shown',
          },
  },
  {
    id: 'cleared',
    title: 'List cleared',
    fix: 'Make the request again.',
    evaluate: ({ cleared }) =>
      cleared?.by === 'user'
        ? {
            likelihood: 'likely',
            observed: `You cleared ${plural(cleared.exchanges, 'request')} at ${clockTime(cleared.ms)}`,
          }
        : { likelihood: 'no', observed: 'You haven’t cleared the list' },
  },
  {
    id: 'not-preserved',
    title: 'List cleared by a reload',
    fix: 'Turn on `Preserve log`, then make the request again.',
    action: 'preserve-log',
    evaluate: ({ cleared }) =>
      cleared?.by === 'load'
        ? {
            likelihood: 'likely',
            observed: `${plural(cleared.exchanges, 'request')} ${pluralWord(cleared.exchanges, 'was', 'were')} cleared at ${clockTime(cleared.ms)}`,
          }
        : { likelihood: 'no', observed: 'No reload has cleared the list' },
  },
  {
    id: 'dropped',
    title: 'List full',
    fix: 'Clear the list, then make the request again.',
    evaluate: ({ dropped }) =>
      dropped > 0
        ? {
            likelihood: 'likely',
            observed: `${plural(dropped, 'request')} ${pluralWord(dropped, 'was', 'were')} removed to limit the size of the list`,
          }
        : { likelihood: 'no', observed: 'No requests were removed' },
  },
  {
    id: 'proxy',
    title: 'Proxy path not mapped',
    fix: 'Map your proxy’s path to the API, then make the request again.',
    action: 'map',
    evaluate({ suggestions, dismissed, captured, mappings }) {
      const count = suggestions.reduce((sum, each) => sum + each.requestCount, 0);
      if (count > 0) {
        const likelihood = suggestions.some(({ certainty }) => certainty === 'certain') ? 'yes' : 'likely';
        const isMerelyPossible = suggestions.every(({ certainty }) => certainty === 'possible');
        const what = isMerelyPossible ? `${plural(count, 'request')} could be Xero’s` : looksLikeXeros(count);
        return { likelihood, observed: `${what}, on an unmapped path` };
      }
      if (dismissed > 0) {
        return { likelihood: 'likely', observed: `${looksLikeXeros(dismissed)}, on a path you dismissed earlier` };
      }
      if (captured === 0) return { likelihood: 'unknown', observed: 'No requests captured yet' };
      const mapped = mappings > 0 ? `. Mappings so far: ${mappings}` : '';
      return {
        likelihood: 'unknown',
        observed: `No other request looks like a Xero request behind a proxy${mapped}`,
      };
    },
  },
  {
    id: 'server',
    title: 'Request made by your server',
    fix: 'Record your server’s requests, then make the request again.',
    action: 'record-server',
    evaluate({ failed, server }) {
      if (server.announcements > 0) {
        return { likelihood: 'no', observed: 'Your server’s recorder announces its requests' };
      }
      const [latest] = failed;
      if (latest === undefined) {
        return {
          likelihood: 'unknown',
          observed: 'Browsers only see requests from the page, not those from a server such as Next.js or Express',
        };
      }
      const isServerError = failed.some(({ status = 0 }) => status >= 500);
      return { likelihood: isServerError ? 'likely' : 'unknown', observed: describeFailures(failed) };
    },
  },
  {
    id: 'server-hidden',
    title: 'Server requests are switched off',
    fix: 'Turn on `Show server requests` in the settings.',
    action: 'show-server',
    evaluate: ({ showsServer, server }) => {
      if (showsServer) return { likelihood: 'no', observed: 'Server requests are shown' };
      return server.announcements > 0
        ? { likelihood: 'yes', observed: 'Your server announced requests to Xero' }
        : { likelihood: 'unknown', observed: 'Requests that your server announces aren’t fetched' };
    },
  },
  {
    id: 'server-unavailable',
    title: 'Not fetched from the server',
    fix: 'Make the request again once the cause is fixed.',
    evaluate({ server: { failure, announcements } }) {
      if (failure) {
        const { observed, fix } = fetchFailures[failure.kind];
        return { likelihood: 'yes', observed: `${quote(failure.host, 100)}: ${observed}. ${withoutFullStop(fix)}` };
      }
      return {
        likelihood: 'no',
        observed:
          announcements === 0
            ? 'No server has announced requests'
            : 'All requests that your server announced were fetched',
      };
    },
  },
  {
    id: 'server-dropped',
    title: 'Dropped by the server’s recorder',
    fix: 'Open DevTools before the server makes its requests, then repeat them.',
    evaluate: ({ server: { dropped } }) =>
      dropped === 0
        ? { likelihood: 'no', observed: 'No recorder has dropped requests' }
        : {
            likelihood: 'yes',
            observed: `The recorder stores a limited number. ${plural(dropped, 'older request')} ${pluralWord(dropped, 'is', 'are')} gone`,
          },
  },
  {
    id: 'opened-late',
    title: 'Page loaded before DevTools opened',
    fix: 'Reload the page.',
    evaluate: ({ page, captured, exchanges, suggestions }) => {
      if (page?.observedLoad) return { likelihood: 'no', observed: 'DevTools was open when the page loaded' };
      // Xero’s requests are captured, or would be with a mapping.
      if (captured > 0 && (exchanges > 0 || suggestions.length > 0)) return undefined;
      return captured === 0
        ? { likelihood: 'yes', observed: 'The page hasn’t been reloaded since. Its earlier requests are unknown' }
        : { likelihood: 'unknown', observed: 'Earlier requests are unknown. Later ones are captured' };
    },
  },
  {
    id: 'not-a-web-page',
    title: 'Not a web page',
    fix: 'Open your app’s page.',
    evaluate({ page }) {
      if (page === undefined)
        return { likelihood: 'unknown', observed: 'The browser doesn’t report which page is open' };
      return /^https?:|^file:/i.test(page.url)
        ? { likelihood: 'no', observed: `The page is ${quote(page.url, 200)}` }
        : { likelihood: 'yes', observed: `The page is ${quote(page.url, 200)}` };
    },
  },
  {
    id: 'not-sent',
    title: 'Request not sent',
    fix: 'Look for an error in the console.',
    evaluate: ({ browser, page, capturedSinceLoad }) =>
      browser === 'chromium' && !capturedSinceLoad && page?.observedLoad
        ? { likelihood: 'likely', observed: 'The page hasn’t made any requests since it loaded' }
        : {
            likelihood: 'unknown',
            observed: 'An error, a Content Security Policy or another extension may have blocked it',
          },
  },
  {
    id: 'pending',
    title: 'Request still pending',
    fix: 'Wait until it finishes. Read every response to its end, for example with `response.text()`.',
    evaluate: ({ browser }) => ({
      likelihood: 'unknown',
      observed:
        browser === 'chromium'
          ? 'Chromium reports a request when the page has read the response to its end'
          : 'Browsers report a request when it finishes',
    }),
  },
  {
    id: 'cancelled',
    title: 'Cancelled immediately',
    fix: 'Make the request again without cancelling it.',
    evaluate: ({ browser }) =>
      browser === 'firefox'
        ? {
            likelihood: 'unknown',
            observed: 'Firefox doesn’t report every request that the page cancels immediately',
          }
        : { likelihood: 'no', observed: 'Chromium reports cancelled requests too' },
  },
  {
    id: 'not-modified',
    title: 'Unchanged since last read',
    fix: "Make the request with `fetch(url, { cache: 'no-store' })`.",
    evaluate: ({ browser }) =>
      browser === 'firefox'
        ? { likelihood: 'unknown', observed: 'Firefox reports repeated responses with 304 late, some after minutes' }
        : { likelihood: 'no', observed: 'Chromium reports each 304' },
  },
  {
    id: 'web-socket',
    title: 'Sent over a WebSocket',
    fix: 'Make the request over HTTP. Only HTTP requests are listed.',
    evaluate: ({ webSockets }) =>
      webSockets > 0
        ? {
            likelihood: 'likely',
            observed: `${plural(webSockets, 'WebSocket')} on an API path ${pluralWord(webSockets, 'has', 'have')} closed`,
          }
        : {
            likelihood: 'unknown',
            observed: 'Browsers report a WebSocket when it closes. None on an API path has closed',
          },
  },
  {
    id: 'firefox-network-panel',
    title: 'Network panel paused or filtered',
    fix: 'Resume Firefox’s Network panel and clear its filter. Requests hidden there are hidden here too.',
    evaluate({ browser, page, captured, capturedSinceLoad }) {
      if (browser !== 'firefox') return undefined;
      if (captured > 0 && capturedSinceLoad) {
        return {
          likelihood: 'unknown',
          observed: `The Network panel has passed on ${plural(captured, 'request')} so far. A filter may hide others`,
        };
      }
      if (!page?.observedLoad) return { likelihood: 'unknown', observed: 'No page load has been captured yet' };
      return {
        likelihood: 'likely',
        observed: 'A page loaded, but Firefox reported no requests, not even the one for the page',
      };
    },
  },
  {
    id: 'service-worker',
    title: 'Service worker responded instead',
    fix: 'Unregister the service worker, then reload the page.',
    evaluate({ browser, viaServiceWorker }) {
      if (viaServiceWorker > 0) {
        return {
          likelihood: 'likely',
          observed: `${plural(viaServiceWorker, 'request')} went through a service worker`,
        };
      }
      return browser === 'chromium'
        ? { likelihood: 'no', observed: 'No request went through a service worker' }
        : { likelihood: 'unknown', observed: 'Firefox doesn’t report requests that a service worker makes itself' };
    },
  },
  {
    id: 'other-tab',
    title: 'Made in another tab',
    fix: 'Open DevTools in that tab, window or popup.',
    evaluate: () => ({ likelihood: 'unknown', observed: 'DevTools only captures the tab it’s attached to' }),
  },
  {
    id: 'direct',
    title: 'Direct request to api.xero.com',
    fix: 'Look for it in the list.',
    evaluate: ({ direct }) =>
      direct > 0
        ? {
            likelihood: 'no',
            observed: `${plural(direct, 'direct request')} to Xero ${pluralWord(direct, 'is', 'are')} listed, blocked by CORS`,
          }
        : { likelihood: 'no', observed: 'Direct requests are listed too, as blocked by CORS' },
  },
];

function looksLikeXeros(count: number): string {
  return `${plural(count, 'request')} ${pluralWord(count, 'looks', 'look')} like Xero’s`;
}

const MAX_NAMED_FAILURES = 3;

function describeFailures(failed: readonly RequestCount[]): string {
  const named = failed
    .slice(0, MAX_NAMED_FAILURES)
    .map(({ method, path, status }) => `${quote(`${method} ${path}`, 100)} failed with ${status}`);
  const more = failed.length - named.length;
  const others = more > 0 ? `, and ${formatInteger(more)} more failed` : '';
  const one = failed.length === 1 ? 'it' : 'one of them';
  return `${named.join(', ')}${others}. Your server may have made a request to Xero for ${one}`;
}
