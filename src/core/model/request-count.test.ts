import { expect, test } from 'vitest';
import { countRequest, type RequestCount } from './request-count.ts';

const request = (path: string, status?: number) => ({ method: 'GET', hostname: 'app.example', path, status });
const countAll = (all: readonly ReturnType<typeof request>[], maxCounts = 10) =>
  all.reduce<readonly RequestCount[]>((counts, each) => countRequest(counts, each, maxCounts), []);

test('counts requests with the same method, host, path and status together, the most recent last', () => {
  const counts = countAll([request('/a', 500), request('/b', 500), request('/a', 502), request('/a', 500)]);
  expect(counts.map(({ path, status, count }) => `${path} ${status} ${count}`)).toEqual([
    '/b 500 1',
    '/a 502 1',
    '/a 500 2',
  ]);
});

test('evicts the least recent beyond the limit', () => {
  expect(countAll([request('/a'), request('/b'), request('/a'), request('/c')], 2).map(({ path }) => path)).toEqual([
    '/a',
    '/c',
  ]);
});
