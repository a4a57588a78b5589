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
  readonly advice: string;
  /** What the panel can do about it at once. */
  readonly action?: ReasonAction;
  /** `undefined`: it has no place in this browser. */
  readonly evaluate: (facts: TroubleshootingFacts) => Evaluation | undefined;
}

export interface Evaluation {
  readonly likelihood: Likelihood;
  /** The fact that it rests on. */
  readonly evidence: string;
}

/** `yes`: it keeps calls out of the list. `likely`: much speaks for it. `unknown`: nothing can tell. `no`: ruled out. */
export type Likelihood = 'yes' | 'likely' | 'unknown' | 'no';

export type ReasonAction = 'record' | 'clear-filter' | 'preserve-log' | 'map';

/** Among those that hold alike, the more frequent come first. */
export const reasons: readonly Reason[] = [
  {
    id: 'extension-disconnected',
    title: 'The extension was reloaded',
    advice: 'Close and reopen DevTools.',
    evaluate: ({ isDisconnected }) =>
      isDisconnected
        ? { likelihood: 'yes', evidence: 'This panel is left over from before and hears nothing.' }
        : { likelihood: 'no', evidence: 'The panel is connected.' },
  },
  {
    id: 'not-recording',
    title: 'Recording is off',
    advice: 'Switch `Record` on, and make the call again.',
    action: 'record',
    evaluate: ({ isRecording, unrecorded }) => {
      const missed =
        unrecorded === 0
          ? undefined
          : `${plural(unrecorded, 'call')} to Xero Projects came while nothing was recorded.`;
      if (!isRecording) return { likelihood: 'yes', evidence: missed ?? 'Calls are passed over until it is on.' };
      return missed ? { likelihood: 'likely', evidence: missed } : { likelihood: 'no', evidence: 'It records.' };
    },
  },
  {
    id: 'filtered',
    title: 'The filter hides it',
    advice: 'Clear the filter.',
    action: 'clear-filter',
    evaluate: ({ shown, exchanges }) =>
      shown < exchanges
        ? {
            likelihood: 'yes',
            evidence: `${formatInteger(exchanges - shown)} of ${formatInteger(exchanges)} exchanges do not fit the filter.`,
          }
        : {
            likelihood: 'no',
            evidence: exchanges === 0 ? 'There is nothing to filter.' : 'Every exchange is in the list.',
          },
  },
  {
    id: 'cleared',
    title: 'The list was cleared',
    advice: 'Make the call again.',
    evaluate: ({ cleared }) =>
      cleared?.by === 'user'
        ? {
            likelihood: 'likely',
            evidence: `${plural(cleared.exchanges, 'exchange')} went at ${clockTime(cleared.ms)}, by hand.`,
          }
        : { likelihood: 'no', evidence: 'Nobody cleared it.' },
  },
  {
    id: 'not-preserved',
    title: 'The list was cleared when the page reloaded',
    advice: 'Switch on `Preserve log`, and make the call again.',
    action: 'preserve-log',
    evaluate: ({ cleared }) =>
      cleared?.by === 'load'
        ? {
            likelihood: 'likely',
            evidence: `${plural(cleared.exchanges, 'exchange')} went at ${clockTime(cleared.ms)}.`,
          }
        : { likelihood: 'no', evidence: 'No reload has cleared it.' },
  },
  {
    id: 'dropped',
    title: 'The list was full',
    advice: 'Clear the list, and make the call again.',
    evaluate: ({ dropped }) =>
      dropped > 0
        ? { likelihood: 'likely', evidence: `${plural(dropped, 'exchange')} went to keep the list within its size.` }
        : { likelihood: 'no', evidence: 'The list holds all that came.' },
  },
  {
    id: 'opened-late',
    title: 'The page was loaded before DevTools was opened',
    advice: 'Reload the page.',
    evaluate: ({ page, captured }) => {
      if (page?.observedLoad) return { likelihood: 'no', evidence: 'DevTools was open when the page was loaded.' };
      const evidence = 'No page was loaded since; what this one called before is not known.';
      return { likelihood: captured === 0 ? 'yes' : 'likely', evidence };
    },
  },
  {
    id: 'not-a-web-page',
    title: 'The page is one of the browser’s own',
    advice: 'Go to the page of your app.',
    evaluate({ page }) {
      if (page === undefined)
        return { likelihood: 'unknown', evidence: 'The browser does not tell which page is shown.' };
      return /^https?:|^file:/i.test(page.url)
        ? { likelihood: 'no', evidence: `The page is ${page.url}.` }
        : { likelihood: 'yes', evidence: `The page is ${page.url}.` };
    },
  },
  {
    id: 'proxy',
    title: 'Your proxy has another path',
    advice: 'Map your proxy’s path to the API, and make the call again.',
    action: 'map',
    evaluate({ suggestions, dismissed, captured, mappings }) {
      const count = suggestions.reduce((sum, each) => sum + each.calls, 0);
      if (count > 0) {
        const likelihood = suggestions.some(({ certainty }) => certainty === 'certain') ? 'yes' : 'likely';
        return { likelihood, evidence: `${alike(count)}, below another path.` };
      }
      if (dismissed > 0) {
        return { likelihood: 'likely', evidence: `${alike(dismissed)}, below a path that was dismissed before.` };
      }
      if (captured === 0) return { likelihood: 'unknown', evidence: 'No call was heard that could tell.' };
      const mapped = mappings > 0 ? ` ${mappings} mapped already.` : '';
      return {
        likelihood: 'unknown',
        evidence: `None of the other calls tells enough to suggest a mapping.${mapped}`,
      };
    },
  },
  {
    id: 'server',
    title: 'Your server makes the call',
    advice: 'Record it there as a HAR file, and choose `Import HAR`.',
    evaluate: () => ({
      likelihood: 'unknown',
      evidence:
        'Browsers know only of calls that the page makes, not of those of Next.js, Express or the like behind it.',
    }),
  },
  {
    id: 'not-sent',
    title: 'The call was not made',
    advice: 'Look for an error in the Console.',
    evaluate: ({ browser, page, capturedSinceLoad }) =>
      browser === 'chromium' && !capturedSinceLoad && page?.observedLoad
        ? { likelihood: 'likely', evidence: 'The page has made no call at all since it was loaded.' }
        : {
            likelihood: 'unknown',
            evidence: 'An error, a Content-Security-Policy or another extension may have stopped it.',
          },
  },
  {
    id: 'pending',
    title: 'The call is still under way',
    advice: 'Wait until it has ended.',
    evaluate: () => ({ likelihood: 'unknown', evidence: 'Browsers tell of a call when it ends.' }),
  },
  {
    id: 'firefox-network-panel',
    title: 'Firefox’s Network panel is paused or filtered',
    advice: 'Resume it and empty its filter: what it hides is hidden here too.',
    evaluate({ browser, page, captured, capturedSinceLoad }) {
      if (browser !== 'firefox') return undefined;
      if (captured > 0 && capturedSinceLoad) {
        return {
          likelihood: 'unknown',
          evidence: `It lets calls through: ${formatInteger(captured)} so far. A filter may hide others.`,
        };
      }
      if (!page?.observedLoad) return { likelihood: 'unknown', evidence: 'No page was loaded that would show it.' };
      return {
        likelihood: 'likely',
        evidence: 'A page was loaded, but not one call was told, not even that for the page.',
      };
    },
  },
  {
    id: 'service-worker',
    title: 'A service worker answers in its place',
    advice: 'Unregister the service worker, and reload the page.',
    evaluate({ browser, viaServiceWorker }) {
      if (viaServiceWorker > 0) {
        return { likelihood: 'likely', evidence: `${plural(viaServiceWorker, 'call')} went through a service worker.` };
      }
      return browser === 'chromium'
        ? { likelihood: 'no', evidence: 'No call went through one.' }
        : { likelihood: 'unknown', evidence: 'Firefox does not tell of what a worker calls by itself.' };
    },
  },
  {
    id: 'other-tab',
    title: 'Another tab, window or popup makes the call',
    advice: 'Open DevTools there.',
    evaluate: () => ({ likelihood: 'unknown', evidence: 'DevTools hears the page that it was opened on.' }),
  },
  {
    id: 'direct',
    title: 'The page calls api.xero.com itself',
    advice: 'Look for it in the list.',
    evaluate: ({ direct }) =>
      direct > 0
        ? {
            likelihood: 'no',
            evidence: `${plural(direct, 'call')} to Xero itself ${pluralWord(direct, 'is', 'are')} listed, as blocked.`,
          }
        : { likelihood: 'no', evidence: 'Such calls are listed too, as blocked by CORS.' },
  },
];

function alike(count: number): string {
  return `${plural(count, 'call')} ${pluralWord(count, 'looks', 'look')} like Xero’s`;
}
