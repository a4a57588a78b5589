import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { watchPageLoads } from './page-loads.ts';

beforeEach(() => vi.useFakeTimers({ now: 100_000 }));
afterEach(() => vi.useRealTimers());

/** Simulates the browser. `page.evalResult` is the result of evaluating code in the page. */
function watched(page: { evalResult: unknown }, starts: number[] = [], reportsUrlChanges = true) {
  const events: unknown[] = [];
  let navigate: (url: string) => void = () => {};
  watchPageLoads(
    {
      network: {
        onNavigated: {
          addListener(listener) {
            navigate = listener;
          },
        },
      },
      inspectedWindow: { eval: (_, callback) => callback(page.evalResult, undefined) },
    },
    {
      reportsUrlChanges,
      startTimes: () => starts,
      onInitial: (url) => events.push(['found', url]),
      onLoad: ({ url, loadedAtMs: fromMs }) => events.push(['loaded', url, fromMs]),
      onUrlChange: (url) => events.push(['renamed', url]),
    },
  );
  return { events, navigate: (url: string) => navigate(url) };
}

test('reports the initial page, and the time from which requests belong to the next page', () => {
  const page: { evalResult: unknown } = { evalResult: ['https://a.example/?q', 5_000] };
  const { events, navigate } = watched(page);
  page.evalResult = ['https://a.example/b', 99_000.7];
  navigate('https://a.example/b');
  expect(events).toEqual([
    ['found', 'https://a.example/?q'],
    ['loaded', 'https://a.example/b', 99_000],
  ]);
});

test('counts from the request for the document if recorded, but not from that of an earlier load', () => {
  const page: { evalResult: unknown } = { evalResult: undefined };
  const starts = [98_000];
  const { events, navigate } = watched(page, starts);
  page.evalResult = ['https://a.example/', 98_010];
  navigate('https://a.example/');
  page.evalResult = ['https://a.example/', 99_510];
  navigate('https://a.example/');
  starts.push(99_700);
  page.evalResult = ['https://a.example/', 99_710];
  navigate('https://a.example/');
  expect(events.map((each) => (each as unknown[])[2])).toEqual([98_000, 99_510, 99_700]);
});

test('a URL change within the page is not a load', () => {
  const page = { evalResult: ['https://a.example/', 5_000] };
  const { events, navigate } = watched(page);
  navigate('https://a.example/pushed');
  expect(events.at(-1)).toEqual(['renamed', 'https://a.example/pushed']);
});

test('retries while the page cannot be evaluated, as at first in Chromium', () => {
  const page: { evalResult: unknown } = { evalResult: undefined };
  const { events, navigate } = watched(page);
  navigate('https://a.example/');
  expect(events).toEqual([]);
  page.evalResult = ['https://a.example/', 99_990];
  vi.advanceTimersByTime(20);
  expect(events).toEqual([['loaded', 'https://a.example/', 99_990]]);
});

test.each([
  ['cannot be evaluated', undefined],
  ['returns an invalid time', ['https://a.example/', 'now']],
  ['reports a time an hour ago', ['https://a.example/', -3_600_000]],
  ['reports a time in the future', ['https://a.example/', 9_000_000]],
])('uses the time of the event for a page that %s', (_, evalResult) => {
  const page: { evalResult: unknown } = { evalResult: undefined };
  const { events, navigate } = watched(page);
  page.evalResult = evalResult;
  navigate('https://a.example/');
  vi.advanceTimersByTime(1_000);
  expect(events).toEqual([['loaded', 'https://a.example/', 100_000]]);
});

describe.each([
  ['is not a number', 'now'],
  ['is missing or throws', undefined],
  ['is not finite', Number.NaN],
  ['is of another century', 4e12],
])('in a page whose time %s', (_, hostile) => {
  const from = (url: string) => [url, hostile];

  test('a URL change within the page is not a load, however often the page is evaluated', () => {
    const { events, navigate } = watched({ evalResult: from('https://a.example/') });
    navigate('https://a.example/pushed');
    navigate('https://a.example/');
    vi.advanceTimersByTime(60_000);
    expect(events).toEqual([
      ['found', 'https://a.example/'],
      ['renamed', 'https://a.example/pushed'],
      ['renamed', 'https://a.example/'],
    ]);
  });

  test('the request for the document proves a load, even if it is reported later', () => {
    const starts: number[] = [];
    const { events, navigate } = watched({ evalResult: from('https://a.example/') }, starts);
    vi.advanceTimersByTime(5_000);
    navigate('https://a.example/');
    // Like routers at startup.
    navigate('https://a.example/');
    vi.advanceTimersByTime(1_000);
    starts.push(104_950);
    vi.advanceTimersByTime(60_000);
    navigate('https://a.example/pushed');
    navigate('https://a.example/');
    vi.advanceTimersByTime(60_000);
    expect(events.filter((each) => (each as unknown[])[0] === 'loaded')).toEqual([
      ['loaded', 'https://a.example/', 104_950],
    ]);
  });

  test('another origin proves a load', () => {
    const { events, navigate } = watched({ evalResult: from('https://a.example/') });
    navigate('https://b.example/');
    expect(events.at(-1)).toEqual(['loaded', 'https://b.example/', 100_000]);
  });

  test('every navigation is a load in a browser that reports nothing else', () => {
    const { events, navigate } = watched({ evalResult: from('https://a.example/') }, [], false);
    navigate('https://a.example/');
    expect(events.at(-1)).toEqual(['loaded', 'https://a.example/', 100_000]);
  });
});

test('the request for the document proves a load if the page always gives the same time', () => {
  const starts: number[] = [];
  const { events, navigate } = watched({ evalResult: ['https://a.example/', 50_000] }, starts);
  starts.push(99_990);
  navigate('https://a.example/');
  expect(events.at(-1)).toEqual(['loaded', 'https://a.example/', 99_990]);
});

test('ignores a result that arrives after the next navigation', () => {
  const page: { evalResult: unknown } = { evalResult: undefined };
  const { events, navigate } = watched(page);
  navigate('https://a.example/');
  navigate('https://b.example/');
  page.evalResult = ['https://b.example/', 99_999];
  vi.advanceTimersByTime(1_000);
  expect(events).toEqual([['loaded', 'https://b.example/', 99_999]]);
});
