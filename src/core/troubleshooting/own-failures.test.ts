import { expect, test } from 'vitest';
import { ownFailures } from './own-failures.ts';

const hostnames = (page: string | undefined, ...failed: string[]) =>
  ownFailures(
    failed.map((hostname) => ({ method: 'POST', hostname, path: '/', status: 502, count: 1 })),
    page === undefined ? undefined : { url: page, observedLoad: true },
  ).map(({ hostname }) => hostname);

test.each([
  ['http://localhost:5173/', 'localhost'],
  ['http://localhost:5173/', '127.0.0.1'],
  ['http://app.localhost/', '[::1]'],
  ['https://app.acme.example/time', 'api.acme.example'],
  ['http://192.168.0.7/', '192.168.0.7'],
  ['file:///home/app.html', 'localhost'],
  [undefined, 'anywhere.example'],
])('on %s, a request to %s is the page’s own', (page, hostname) => {
  expect(hostnames(page, hostname)).toEqual([hostname]);
});

test.each([
  ['https://app.acme.example/', 'stats.other.test'],
  ['http://localhost:5173/', 'stats.other.test'],
  ['http://192.168.0.7/', '10.0.0.7'],
])('on %s, a request to %s is not', (page, hostname) => {
  expect(hostnames(page, hostname)).toEqual([]);
});

test('the latest comes first', () => {
  expect(hostnames('http://localhost/', 'localhost', 'other.test', '127.0.0.1')).toEqual(['127.0.0.1', 'localhost']);
});
