import { expect, test } from 'vitest';
import { createSkippedCounter } from './skipped-entries.ts';

const nothing = { tokenRequests: 0, ofXero: 0, sameHosts: 0, otherHosts: 0 };

test.each([
  ['https://login.proxy.example/connect/token', { tokenRequests: 1 }],
  ['https://identity.xero.com/connect/authorize?client_id=1', { ofXero: 1 }],
  ['https://go.xero.com/app', { ofXero: 1 }],
  ['https://xero.com.evil.example/', { otherHosts: 1 }],
  ['https://APP.example/index.js?a=/connect/token', { sameHosts: 1 }],
  ['https://app.example:8443/index.js', { otherHosts: 1 }],
  ['https://cdn.example/a.js', { otherHosts: 1 }],
  ['data:text/plain,a', { otherHosts: 1 }],
  [undefined, { otherHosts: 1 }],
])('counts %s as %j', (url, expected) => {
  const skipped = createSkippedCounter();
  skipped.add(url);
  expect(skipped.count(['https://app.example/projects.xro/2.0/Projects'])).toEqual({ ...nothing, ...expected });
});

test('counts all entries, whatever the number of hosts, and can undo a count', () => {
  const skipped = createSkippedCounter();
  for (let i = 0; i < 5_000; i++) skipped.add(`https://${i}.example/`);
  skipped.remove('https://1.example/');
  expect(skipped.count([])).toEqual({ ...nothing, otherHosts: 4_999 });
});
