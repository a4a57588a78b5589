import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watchPageLoads } from './page-loads.ts';

beforeEach(() => vi.useFakeTimers({ now: 100_000 }));
afterEach(() => vi.useRealTimers());

/** Plays browser: `page` is what the page answers when it is asked. */
function watched(page: { answer: unknown }, starts: number[] = []) {
  const told: unknown[] = [];
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
      inspectedWindow: { eval: (_, callback) => callback(page.answer, undefined) },
    },
    {
      startTimes: () => starts,
      onInitial: (url) => told.push(['found', url]),
      onLoad: ({ url, fromMs }) => told.push(['loaded', url, fromMs]),
      onUrlChange: (url) => told.push(['renamed', url]),
    },
  );
  return { told, navigate: (url: string) => navigate(url) };
}

test('knows the initial page, and since when requests are the next page’s', () => {
  const page: { answer: unknown } = { answer: ['https://a.example/?q', 5_000] };
  const { told, navigate } = watched(page);
  page.answer = ['https://a.example/b', 99_000.7];
  navigate('https://a.example/b');
  expect(told).toEqual([
    ['found', 'https://a.example/?q'],
    ['loaded', 'https://a.example/b', 99_000],
  ]);
});

test('counts from the request for the page itself if reported, but not from one of an earlier load', () => {
  const page: { answer: unknown } = { answer: undefined };
  const starts = [98_000];
  const { told, navigate } = watched(page, starts);
  page.answer = ['https://a.example/', 98_010];
  navigate('https://a.example/');
  page.answer = ['https://a.example/', 99_510];
  navigate('https://a.example/');
  starts.push(99_700);
  page.answer = ['https://a.example/', 99_710];
  navigate('https://a.example/');
  expect(told.map((each) => (each as unknown[])[2])).toEqual([98_000, 99_510, 99_700]);
});

test('a URL change within the page is no load', () => {
  const page = { answer: ['https://a.example/', 5_000] };
  const { told, navigate } = watched(page);
  navigate('https://a.example/pushed');
  expect(told.at(-1)).toEqual(['renamed', 'https://a.example/pushed']);
});

test('retries while the page cannot be evaluated, as at first in Chromium', () => {
  const page: { answer: unknown } = { answer: undefined };
  const { told, navigate } = watched(page);
  navigate('https://a.example/');
  expect(told).toEqual([]);
  page.answer = ['https://a.example/', 99_990];
  vi.advanceTimersByTime(20);
  expect(told).toEqual([['loaded', 'https://a.example/', 99_990]]);
});

test.each([
  ['cannot be asked', undefined],
  ['answers what is no time', ['https://a.example/', 'now']],
  ['was kept from an hour ago', ['https://a.example/', -3_600_000]],
  ['is from the future', ['https://a.example/', 9_000_000]],
])('a page that %s counts from when it was reported', (_, answer) => {
  const page: { answer: unknown } = { answer: undefined };
  const { told, navigate } = watched(page);
  page.answer = answer;
  navigate('https://a.example/');
  vi.advanceTimersByTime(1_000);
  expect(told).toEqual([['loaded', 'https://a.example/', 100_000]]);
});

test('ignores a result that arrives after the next navigation', () => {
  const page: { answer: unknown } = { answer: undefined };
  const { told, navigate } = watched(page);
  navigate('https://a.example/');
  navigate('https://b.example/');
  page.answer = ['https://b.example/', 99_999];
  vi.advanceTimersByTime(1_000);
  expect(told).toEqual([['loaded', 'https://b.example/', 99_999]]);
});
