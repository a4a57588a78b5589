// Why a call may not be listed. A row each: what it rests on, and what to do. One more reason is one more row.

import { clockTime } from '../text/clock-time.ts';
import { grouped } from '../text/format-number.ts';
import type { ListFacts } from './facts.ts';

export interface Reason {
  readonly id: string;
  /** Names the state that keeps calls out of the list. */
  readonly title: string;
  /** One imperative. */
  readonly advice: string;
  /** What the panel can do about it at once. */
  readonly action?: ReasonAction;
  /** `undefined`: it has no place in this browser. */
  readonly judge: (facts: ListFacts) => Judgement | undefined;
}

export interface Judgement {
  readonly holds: Holds;
  /** The fact that it rests on. */
  readonly fact: string;
}

/** `yes`: it keeps calls out of the list. `likely`: much speaks for it. `unknown`: nothing can tell. `no`: ruled out. */
export type Holds = 'yes' | 'likely' | 'unknown' | 'no';

export type ReasonAction = 'record' | 'clear-filter' | 'preserve-log' | 'map';

/** Among those that hold alike, the more frequent come first. */
export const reasons: readonly Reason[] = [
  {
    id: 'extension-disconnected',
    title: 'The extension was reloaded',
    advice: 'Close and reopen DevTools.',
    judge: ({ isCutOff }) =>
      isCutOff
        ? { holds: 'yes', fact: 'This panel is left over from before and hears nothing.' }
        : { holds: 'no', fact: 'The panel is connected.' },
  },
  {
    id: 'not-recording',
    title: 'Recording is off',
    advice: 'Switch `Record` on, and make the call again.',
    action: 'record',
    judge: ({ isRecording, unrecorded }) => {
      const missed =
        unrecorded === 0 ? undefined : `${calls(unrecorded)} to Xero Projects came while nothing was recorded.`;
      if (!isRecording) return { holds: 'yes', fact: missed ?? 'Calls are passed over until it is on.' };
      return missed ? { holds: 'likely', fact: missed } : { holds: 'no', fact: 'It records.' };
    },
  },
  {
    id: 'filtered',
    title: 'The filter hides it',
    advice: 'Clear the filter.',
    action: 'clear-filter',
    judge: ({ shown, exchanges }) =>
      shown < exchanges
        ? {
            holds: 'yes',
            fact: `${grouped(exchanges - shown)} of ${grouped(exchanges)} exchanges do not fit the filter.`,
          }
        : { holds: 'no', fact: exchanges === 0 ? 'There is nothing to filter.' : 'Every exchange is in the list.' },
  },
  {
    id: 'cleared',
    title: 'The list was cleared',
    advice: 'Make the call again.',
    judge: ({ cleared }) =>
      cleared?.by === 'user'
        ? { holds: 'likely', fact: `${exchanges(cleared.exchanges)} went at ${clockTime(cleared.ms)}, by hand.` }
        : { holds: 'no', fact: 'Nobody cleared it.' },
  },
  {
    id: 'not-preserved',
    title: 'The list was cleared when the page reloaded',
    advice: 'Switch on `Preserve log`, and make the call again.',
    action: 'preserve-log',
    judge: ({ cleared }) =>
      cleared?.by === 'load'
        ? { holds: 'likely', fact: `${exchanges(cleared.exchanges)} went at ${clockTime(cleared.ms)}.` }
        : { holds: 'no', fact: 'No reload has cleared it.' },
  },
  {
    id: 'dropped',
    title: 'The list was full',
    advice: 'Clear the list, and make the call again.',
    judge: ({ dropped }) =>
      dropped > 0
        ? { holds: 'likely', fact: `${exchanges(dropped)} went to keep the list within its size.` }
        : { holds: 'no', fact: 'The list holds all that came.' },
  },
  {
    id: 'opened-late',
    title: 'The page was loaded before DevTools was opened',
    advice: 'Reload the page.',
    judge: ({ page, heard }) => {
      if (page?.wasSeenLoading) return { holds: 'no', fact: 'DevTools was open when the page was loaded.' };
      const fact = 'No page was loaded since; what this one called before is not known.';
      return { holds: heard === 0 ? 'yes' : 'likely', fact };
    },
  },
  {
    id: 'not-a-web-page',
    title: 'The page is one of the browser’s own',
    advice: 'Go to the page of your app.',
    judge({ page }) {
      if (page === undefined) return { holds: 'unknown', fact: 'The browser does not tell which page is shown.' };
      return /^https?:|^file:/i.test(page.url)
        ? { holds: 'no', fact: `The page is ${page.url}.` }
        : { holds: 'yes', fact: `The page is ${page.url}.` };
    },
  },
  {
    id: 'proxy',
    title: 'Your proxy has another path',
    advice: 'Map your proxy’s path to the API, and make the call again.',
    action: 'map',
    judge({ suggestions, wavedAway, heard, mappings }) {
      const count = suggestions.reduce((sum, each) => sum + each.calls, 0);
      if (count > 0) {
        const holds = suggestions.some(({ certainty }) => certainty === 'certain') ? 'yes' : 'likely';
        return { holds, fact: `${alike(count)}, below another path.` };
      }
      if (wavedAway > 0) {
        return { holds: 'likely', fact: `${alike(wavedAway)}, below a path that was dismissed before.` };
      }
      if (heard === 0) return { holds: 'unknown', fact: 'No call was heard that could tell.' };
      const mapped = mappings > 0 ? ` ${mappings} mapped already.` : '';
      return {
        holds: 'unknown',
        fact: `None of the other calls tells enough to suggest a mapping.${mapped}`,
      };
    },
  },
  {
    id: 'server',
    title: 'Your server makes the call',
    advice: 'Record it there as a HAR file, and choose `Import HAR`.',
    judge: () => ({
      holds: 'unknown',
      fact: 'Browsers know only of calls that the page makes, not of those of Next.js, Express or the like behind it.',
    }),
  },
  {
    id: 'not-sent',
    title: 'The call was not made',
    advice: 'Look for an error in the Console.',
    judge: ({ browser, page, heardSinceLoad }) =>
      browser === 'chromium' && !heardSinceLoad && page?.wasSeenLoading
        ? { holds: 'likely', fact: 'The page has made no call at all since it was loaded.' }
        : { holds: 'unknown', fact: 'An error, a Content-Security-Policy or another extension may have stopped it.' },
  },
  {
    id: 'pending',
    title: 'The call is still under way',
    advice: 'Wait until it has ended.',
    judge: () => ({ holds: 'unknown', fact: 'Browsers tell of a call when it ends.' }),
  },
  {
    id: 'firefox-network-panel',
    title: 'Firefox’s Network panel is paused or filtered',
    advice: 'Resume it and empty its filter: what it hides is hidden here too.',
    judge({ browser, page, heard, heardSinceLoad }) {
      if (browser !== 'firefox') return undefined;
      if (heard > 0 && heardSinceLoad) {
        return { holds: 'unknown', fact: `It lets calls through: ${grouped(heard)} so far. A filter may hide others.` };
      }
      if (!page?.wasSeenLoading) return { holds: 'unknown', fact: 'No page was loaded that would show it.' };
      return { holds: 'likely', fact: 'A page was loaded, but not one call was told, not even that for the page.' };
    },
  },
  {
    id: 'service-worker',
    title: 'A service worker answers in its place',
    advice: 'Unregister the service worker, and reload the page.',
    judge({ browser, viaServiceWorker }) {
      if (viaServiceWorker > 0) {
        return { holds: 'likely', fact: `${calls(viaServiceWorker)} went through a service worker.` };
      }
      return browser === 'chromium'
        ? { holds: 'no', fact: 'No call went through one.' }
        : { holds: 'unknown', fact: 'Firefox does not tell of what a worker calls by itself.' };
    },
  },
  {
    id: 'other-tab',
    title: 'Another tab, window or popup makes the call',
    advice: 'Open DevTools there.',
    judge: () => ({ holds: 'unknown', fact: 'DevTools hears the page that it was opened on.' }),
  },
  {
    id: 'direct',
    title: 'The page calls api.xero.com itself',
    advice: 'Look for it in the list.',
    judge: ({ direct }) =>
      direct > 0
        ? { holds: 'no', fact: `${calls(direct)} to Xero itself ${direct === 1 ? 'is' : 'are'} listed, as blocked.` }
        : { holds: 'no', fact: 'Such calls are listed too, as blocked by CORS.' },
  },
];

function calls(count: number): string {
  return `${grouped(count)} ${count === 1 ? 'call' : 'calls'}`;
}

function alike(count: number): string {
  return `${calls(count)} ${count === 1 ? 'looks' : 'look'} like Xero’s`;
}

function exchanges(count: number): string {
  return `${grouped(count)} ${count === 1 ? 'exchange' : 'exchanges'}`;
}
