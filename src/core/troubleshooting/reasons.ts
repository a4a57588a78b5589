// Why a call may not be listed. A row each: what it rests on, and what to do. One more reason is one more row.

import { clockTime } from '../text/clock-time.ts';
import { formatInteger } from '../text/format-number.ts';
import { plural, pluralWord } from '../text/plural.ts';
import type { TroubleshootingFacts } from './facts.ts';

export interface Reason {
  readonly id: string;
  /** Names the state that keeps calls out of the list. */
  readonly title: string;
  /** One imperative. */
  readonly fix: string;
  /** What the panel can do about it at once. */
  readonly action?: ReasonAction;
  /** `undefined`: it has no place in this browser. */
  readonly evaluate: (facts: TroubleshootingFacts) => Evaluation | undefined;
}

export interface Evaluation {
  readonly likelihood: Likelihood;
  /** The fact that it rests on, as plain text without a final full stop: page URLs may contain backticks. */
  readonly observed: string;
}

/** `yes`: it keeps calls out of the list. `likely`: much speaks for it. `unknown`: nothing can tell. `no`: ruled out. */
export type Likelihood = 'yes' | 'likely' | 'unknown' | 'no';

export type ReasonAction = 'record' | 'clear-filter' | 'preserve-log' | 'map';

/** Among those that hold alike, the more frequent come first. */
export const reasons: readonly Reason[] = [
  {
    id: 'extension-disconnected',
    title: 'The extension was reloaded',
    fix: 'Close and reopen DevTools.',
    evaluate: ({ isDisconnected }) =>
      isDisconnected
        ? { likelihood: 'yes', observed: 'This panel is left over from before and hears nothing' }
        : { likelihood: 'no', observed: 'The panel is connected' },
  },
  {
    id: 'not-recording',
    title: 'Recording is off',
    fix: 'Switch `Record` on, and make the call again.',
    action: 'record',
    evaluate: ({ isRecording, unrecorded }) => {
      const missed =
        unrecorded === 0 ? undefined : `${plural(unrecorded, 'call')} to Xero Projects came while nothing was recorded`;
      if (!isRecording) return { likelihood: 'yes', observed: missed ?? 'Calls are passed over until it is on' };
      return missed ? { likelihood: 'likely', observed: missed } : { likelihood: 'no', observed: 'It records' };
    },
  },
  {
    id: 'filtered',
    title: 'The filter hides it',
    fix: 'Clear the filter.',
    action: 'clear-filter',
    evaluate: ({ shown, exchanges }) =>
      shown < exchanges
        ? {
            likelihood: 'yes',
            observed: `${formatInteger(exchanges - shown)} of ${formatInteger(exchanges)} exchanges do not fit the filter`,
          }
        : {
            likelihood: 'no',
            observed: exchanges === 0 ? 'There is nothing to filter' : 'Every exchange is in the list',
          },
  },
  {
    id: 'cleared',
    title: 'The list was cleared',
    fix: 'Make the call again.',
    evaluate: ({ cleared }) =>
      cleared?.by === 'user'
        ? {
            likelihood: 'likely',
            observed: `${plural(cleared.exchanges, 'exchange')} went at ${clockTime(cleared.ms)}, by hand`,
          }
        : { likelihood: 'no', observed: 'Nobody cleared it' },
  },
  {
    id: 'not-preserved',
    title: 'The list was cleared when the page reloaded',
    fix: 'Switch on `Preserve log`, and make the call again.',
    action: 'preserve-log',
    evaluate: ({ cleared }) =>
      cleared?.by === 'load'
        ? {
            likelihood: 'likely',
            observed: `${plural(cleared.exchanges, 'exchange')} went at ${clockTime(cleared.ms)}`,
          }
        : { likelihood: 'no', observed: 'No reload has cleared it' },
  },
  {
    id: 'dropped',
    title: 'The list was full',
    fix: 'Clear the list, and make the call again.',
    evaluate: ({ dropped }) =>
      dropped > 0
        ? { likelihood: 'likely', observed: `${plural(dropped, 'exchange')} went to keep the list within its size` }
        : { likelihood: 'no', observed: 'The list holds all that came' },
  },
  {
    id: 'opened-late',
    title: 'The page was loaded before DevTools was opened',
    fix: 'Reload the page.',
    evaluate: ({ page, captured }) => {
      if (page?.observedLoad) return { likelihood: 'no', observed: 'DevTools was open when the page was loaded' };
      const observed = 'No page was loaded since; what this one called before is not known';
      return { likelihood: captured === 0 ? 'yes' : 'likely', observed };
    },
  },
  {
    id: 'not-a-web-page',
    title: 'The page is one of the browser’s own',
    fix: 'Go to the page of your app.',
    evaluate({ page }) {
      if (page === undefined)
        return { likelihood: 'unknown', observed: 'The browser does not tell which page is shown' };
      return /^https?:|^file:/i.test(page.url)
        ? { likelihood: 'no', observed: `The page is ${page.url}` }
        : { likelihood: 'yes', observed: `The page is ${page.url}` };
    },
  },
  {
    id: 'proxy',
    title: 'Your proxy has another path',
    fix: 'Map your proxy’s path to the API, and make the call again.',
    action: 'map',
    evaluate({ suggestions, dismissed, captured, mappings }) {
      const count = suggestions.reduce((sum, each) => sum + each.requestCount, 0);
      if (count > 0) {
        const likelihood = suggestions.some(({ certainty }) => certainty === 'certain') ? 'yes' : 'likely';
        return { likelihood, observed: `${alike(count)}, below another path` };
      }
      if (dismissed > 0) {
        return { likelihood: 'likely', observed: `${alike(dismissed)}, below a path that was dismissed before` };
      }
      if (captured === 0) return { likelihood: 'unknown', observed: 'No call was heard that could tell' };
      const mapped = mappings > 0 ? `. ${mappings} mapped already` : '';
      return {
        likelihood: 'unknown',
        observed: `None of the other calls tells enough to suggest a mapping${mapped}`,
      };
    },
  },
  {
    id: 'server',
    title: 'Your server makes the call',
    fix: 'Record it there as a HAR file, and choose `Import HAR`.',
    evaluate: () => ({
      likelihood: 'unknown',
      observed:
        'Browsers know only of calls that the page makes, not of those of Next.js, Express or the like behind it',
    }),
  },
  {
    id: 'not-sent',
    title: 'The call was not made',
    fix: 'Look for an error in the Console.',
    evaluate: ({ browser, page, capturedSinceLoad }) =>
      browser === 'chromium' && !capturedSinceLoad && page?.observedLoad
        ? { likelihood: 'likely', observed: 'The page has made no call at all since it was loaded' }
        : {
            likelihood: 'unknown',
            observed: 'An error, a Content-Security-Policy or another extension may have stopped it',
          },
  },
  {
    id: 'pending',
    title: 'The call is still under way',
    fix: 'Wait until it has ended.',
    evaluate: () => ({ likelihood: 'unknown', observed: 'Browsers tell of a call when it ends' }),
  },
  {
    id: 'cancelled',
    title: 'It was cancelled at once',
    fix: 'Make the request again without cancelling it.',
    evaluate: ({ browser }) =>
      browser === 'firefox'
        ? {
            likelihood: 'unknown',
            observed: 'Firefox reports some requests that the page cancels at once, but not all',
          }
        : { likelihood: 'no', observed: 'Chromium reports cancelled requests too' },
  },
  {
    id: 'web-socket',
    title: 'It is a WebSocket',
    fix: 'Make the request over HTTP: only those are listed.',
    evaluate: ({ webSockets }) =>
      webSockets > 0
        ? {
            likelihood: 'likely',
            observed: `${plural(webSockets, 'WebSocket')} on a path of the API ${pluralWord(webSockets, 'has', 'have')} closed`,
          }
        : {
            likelihood: 'unknown',
            observed: 'Browsers report a WebSocket when it closes, and none on a path of the API has closed',
          },
  },
  {
    id: 'firefox-network-panel',
    title: 'Firefox’s Network panel is paused or filtered',
    fix: 'Resume it and empty its filter: what it hides is hidden here too.',
    evaluate({ browser, page, captured, capturedSinceLoad }) {
      if (browser !== 'firefox') return undefined;
      if (captured > 0 && capturedSinceLoad) {
        return {
          likelihood: 'unknown',
          observed: `It lets calls through: ${formatInteger(captured)} so far. A filter may hide others`,
        };
      }
      if (!page?.observedLoad) return { likelihood: 'unknown', observed: 'No page was loaded that would show it' };
      return {
        likelihood: 'likely',
        observed: 'A page was loaded, but not one call was told, not even that for the page',
      };
    },
  },
  {
    id: 'service-worker',
    title: 'A service worker answers in its place',
    fix: 'Unregister the service worker, and reload the page.',
    evaluate({ browser, viaServiceWorker }) {
      if (viaServiceWorker > 0) {
        return { likelihood: 'likely', observed: `${plural(viaServiceWorker, 'call')} went through a service worker` };
      }
      return browser === 'chromium'
        ? { likelihood: 'no', observed: 'No call went through one' }
        : { likelihood: 'unknown', observed: 'Firefox does not tell of what a worker calls by itself' };
    },
  },
  {
    id: 'other-tab',
    title: 'Another tab, window or popup makes the call',
    fix: 'Open DevTools there.',
    evaluate: () => ({ likelihood: 'unknown', observed: 'DevTools hears the page that it was opened on' }),
  },
  {
    id: 'direct',
    title: 'The page calls api.xero.com itself',
    fix: 'Look for it in the list.',
    evaluate: ({ direct }) =>
      direct > 0
        ? {
            likelihood: 'no',
            observed: `${plural(direct, 'call')} to Xero itself ${pluralWord(direct, 'is', 'are')} listed, as blocked`,
          }
        : { likelihood: 'no', observed: 'Such calls are listed too, as blocked by CORS' },
  },
];

function alike(count: number): string {
  return `${plural(count, 'call')} ${pluralWord(count, 'looks', 'look')} like Xero’s`;
}
