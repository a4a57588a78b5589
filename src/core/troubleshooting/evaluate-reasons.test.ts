import { describe, expect, test } from 'vitest';
import type { TrackedSuggestion } from '../model/operation-match.ts';
import { evaluateReasons } from './evaluate-reasons.ts';
import type { TroubleshootingFacts } from './facts.ts';
import { reasons } from './reasons.ts';

const loaded = { url: 'http://localhost:3000/', observedLoad: true };
const suggestion: TrackedSuggestion = {
  prefix: 'http://localhost:3000/api/xero',
  certainty: 'certain',
  operation: 'getProjects',
  header: 'xero-tenant-id',
  requestCount: 3,
  requests: [{ method: 'GET', hostname: 'localhost', path: '/api/xero/Projects', status: undefined, count: 3 }],
  example: { method: 'GET', url: 'http://localhost:3000/api/xero/Projects' },
};
/** A loaded page that sent requests to others, but not to Xero. */
const usual: TroubleshootingFacts = {
  browser: 'chromium',
  isDisconnected: false,
  isRecording: true,
  page: loaded,
  captured: 12,
  capturedSinceLoad: true,
  viaServiceWorker: 0,
  webSockets: 0,
  unrecorded: 0,
  exchanges: 0,
  shown: 0,
  direct: 0,
  dropped: 0,
  cleared: undefined,
  suggestions: [],
  dismissed: 0,
  mappings: 0,
  server: { announcements: 0, received: 0, dropped: 0, failure: undefined },
  showsServer: true,
  failed: [],
};
const failure = { method: 'POST', hostname: 'localhost', path: '/app/save-time', status: 502, count: 1 };
const announced = { announcements: 1, received: 0, dropped: 0, failure: undefined };
const evaluate = (facts: Partial<TroubleshootingFacts>) => evaluateReasons({ ...usual, ...facts });
const applying = (facts: Partial<TroubleshootingFacts>) =>
  evaluate(facts)
    .filter(({ likelihood }) => likelihood === 'yes' || likelihood === 'likely')
    .map(({ ruleId, likelihood }) => `${ruleId}: ${likelihood}`);

test('claims nothing if nothing is known', () => {
  expect(applying({})).toEqual([]);
  expect(applying({ browser: 'firefox' })).toEqual([]);
});

test.each<[string, Partial<TroubleshootingFacts>, string[]]>([
  [
    'DevTools opened after the page was loaded',
    { page: { ...loaded, observedLoad: false }, captured: 0 },
    ['opened-late: yes'],
  ],
  ['not even the page is known', { page: undefined, captured: 0 }, ['opened-late: yes']],
  ['recording is off', { isRecording: false }, ['not-recording: yes']],
  ['recording was off when requests were made', { unrecorded: 2 }, ['not-recording: likely']],
  ['a filter hides some', { exchanges: 9, shown: 2 }, ['filtered: yes']],
  [
    'requests look like Xero’s, whenever DevTools was opened',
    { page: { ...loaded, observedLoad: false }, suggestions: [suggestion] },
    ['proxy: yes'],
  ],
  ['requests could be Xero’s', { suggestions: [{ ...suggestion, certainty: 'possible' }] }, ['proxy: likely']],
  ['a request to the page’s server failed', { failed: [failure] }, ['server: likely']],
  [
    'requests look like Xero’s, and others failed',
    { suggestions: [suggestion], failed: [failure] },
    ['proxy: yes', 'server: likely'],
  ],
  ['requests look like Xero’s', { suggestions: [suggestion] }, ['proxy: yes']],
  ['requests may be Xero’s', { suggestions: [{ ...suggestion, certainty: 'likely' }] }, ['proxy: likely']],
  ['the page is the browser’s own', { page: { ...loaded, url: 'about:blank' } }, ['not-a-web-page: yes']],
  [
    'Firefox reports no request at all',
    { browser: 'firefox', captured: 0, capturedSinceLoad: false },
    ['firefox-network-panel: likely'],
  ],
  [
    'Firefox reported requests, but none since the page was reloaded',
    { browser: 'firefox', capturedSinceLoad: false },
    ['firefox-network-panel: likely'],
  ],
  ['Chromium reports no request at all', { captured: 0, capturedSinceLoad: false }, ['not-sent: likely']],
  ['Chromium reports no request since the page was loaded', { capturedSinceLoad: false }, ['not-sent: likely']],
  ['a suggestion was dismissed', { dismissed: 2 }, ['proxy: likely']],
  ['server requests are off', { server: announced, showsServer: false }, ['server-hidden: yes']],
  [
    'server requests can’t be fetched',
    { server: { ...announced, failure: { kind: 'page-policy', host: 'localhost:3000' } } },
    ['server-unavailable: yes'],
  ],
  ['a recorder dropped some', { server: { ...announced, dropped: 3 } }, ['server-dropped: yes']],
  ['a request failed, but the server records its own', { server: announced, failed: [failure] }, []],
  ['a service worker responds', { viaServiceWorker: 4 }, ['service-worker: likely']],
  ['WebSockets on its paths were closed', { webSockets: 2 }, ['web-socket: likely']],
  ['the list was cleared', { cleared: { ms: 0, exchanges: 1, by: 'user' } }, ['cleared: likely']],
  ['a load cleared the list', { cleared: { ms: 0, exchanges: 1, by: 'load' } }, ['not-preserved: likely']],
  ['the oldest were evicted', { dropped: 1 }, ['dropped: likely']],
  [
    'the extension was reloaded',
    { isDisconnected: true, isRecording: false },
    ['extension-disconnected: yes', 'not-recording: yes'],
  ],
])('lists the reasons that apply when %s', (_, facts, expected) => {
  expect(applying(facts)).toEqual(expected);
});

test.each<[string, Partial<TroubleshootingFacts>, string]>([
  ['not-recording', { isRecording: false, unrecorded: 1 }, '1 request to Xero Projects wasn’t recorded'],
  ['filtered', { exchanges: 1_500, shown: 200 }, '1,300 of 1,500 requests'],
  ['not-preserved', { cleared: { ms: 0, exchanges: 12, by: 'load' } }, '12 requests were cleared at'],
  ['proxy', { suggestions: [suggestion] }, '3 requests look like'],
  ['proxy', { suggestions: [{ ...suggestion, certainty: 'possible' }] }, '3 requests could be Xero’s'],
  [
    'server',
    { failed: [failure] },
    '`POST /app/save-time` failed with 502. Your server may have made a request to Xero for it',
  ],
  [
    'server',
    { failed: [failure, { ...failure, path: '/a', status: 400 }, { ...failure, path: '/`b`' }, failure, failure] },
    '`POST /app/save-time` failed with 502, `POST /a` failed with 400, `POST /´b´` failed with 502, and 2 more failed.',
  ],
  ['not-a-web-page', { page: { ...loaded, url: 'data:`\u202e' } }, 'The page is `data:´\\u202e`'],
  ['direct', { direct: 1 }, '1 direct request to Xero is listed'],
])('%s names the fact that it is based on', (id, facts, words) => {
  expect(evaluate(facts).find(({ ruleId }) => ruleId === id)?.observed).toContain(words);
});

test('a failure that the server reports as the page’s fault does not prove that a request is hidden', () => {
  expect(applying({ failed: [{ ...failure, status: 403 }] })).toEqual([]);
  expect(
    evaluate({ failed: [{ ...failure, status: 403 }] }).find(({ ruleId }) => ruleId === 'server')?.observed,
  ).toContain('`POST /app/save-time` failed with 403');
});

test('whether DevTools was opened too late is unknown once requests were captured, and ruled out once Xero’s were', () => {
  const late = (facts: Partial<TroubleshootingFacts>) =>
    evaluate({ page: { ...loaded, observedLoad: false }, ...facts }).find(({ ruleId }) => ruleId === 'opened-late')
      ?.likelihood;
  expect(late({ captured: 0 })).toBe('yes');
  expect(late({ captured: 0, exchanges: 9 })).toBe('yes');
  expect(late({})).toBe('unknown');
  expect(late({ exchanges: 9 })).toBeUndefined();
  expect(late({ suggestions: [suggestion] })).toBeUndefined();
});

test('reports phrases, and no fix for what is ruled out', () => {
  const all = [...evaluate({}), ...evaluate({ isRecording: false, mappings: 2, browser: 'firefox', page: undefined })];
  for (const { observed } of all) expect(observed).not.toMatch(/\.$/);
  expect(all.filter(({ fix }) => fix === '')).toEqual(all.filter(({ severity }) => severity === 'success'));
});

describe('each reason', () => {
  test.each(reasons)('$id names a state, and gives one imperative', ({ title, fix }) => {
    expect(title).toMatch(/^[A-Z].*[^.]$/);
    expect(fix).toMatch(
      /^(?:Clear|Close|Go|Keep|Look|Make|Map|Open|Record|Reload|Resume|Turn on|Unregister|Wait)\b.*\.$/,
    );
  });

  test('applies to both browsers, except for the one about Firefox’s own panel', () => {
    const [chromium, firefox] = (['chromium', 'firefox'] as const).map((browser) =>
      evaluate({ browser }).map(({ ruleId }) => ruleId),
    );
    expect(firefox).toHaveLength(reasons.length);
    expect(firefox?.filter((id) => !chromium?.includes(id))).toEqual(['firefox-network-panel']);
  });
});
