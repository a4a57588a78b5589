import { expect, test } from 'vitest';
import type { OperationMatch } from '../../core/model/operation-match.ts';
import { cpuMs } from '../../testing/cpu-time.ts';
import { exchange, root } from '../../testing/exchange.ts';
import { requestPath, requestQuery, shortPath } from './short-path.ts';

const project = '254553fa-2be8-4991-bd5e-70a97ea12ef8';
const unmatched: OperationMatch = { matchedBy: 'host', path: undefined, operation: undefined };
const task = '00000000-0000-4000-8000-000000000001';
const short = (path: string) => {
  const { head, end, query } = shortPath(exchange({ url: root + path }));
  return [head, end, query];
};

test.each([
  ['/Projects', ['', '/Projects', '']],
  ['/Projects?page=3&status=CLOSED', ['', '/Projects', '?page=3&status=CLOSED']],
  [`/Projects/${project}`, ['', '/Projects/2545…2ef8', '']],
  [`/Projects/${project}/Tasks?page=2`, ['/Projects/2545…', '/Tasks', '?page=2']],
  [`/Projects/${project.toUpperCase()}/Tasks/${task}`, ['/Projects/2545…', '/Tasks/0000…0001', '']],
  ['/Projects?pageSize=50&page=2&states=CLOSED', ['', '/Projects', '?page=2&pageSize=50&states=CLOSED']],
  ['/Projects?pageSize=50&page=', ['', '/Projects', '?page=&pageSize=50']],
  [`/Projects?projectIds=${project},${task}`, ['', '/Projects', '?projectIds=2545…2ef8,0000…0001']],
  [`/Projects/${'x'.repeat(41)}`, [`/Projects/${'x'.repeat(41)}`, '', '']],
])('splits %s', (path, expected) => {
  expect(short(path)).toEqual(expected);
});

test('keeps an id that isn’t a UUID', () => {
  expect(short('/Projects/42/Tasks')).toEqual(['/Projects/42', '/Tasks', '']);
});

test.each([
  ['https://api.xero.com/connections?authEventId=1#top', '/connections', '?authEventId=1'],
  ['https://api.xero.com/connections#a?b', '/connections', ''],
  [`${root}/Projects?`, '/Projects', ''],
])('has the path and the query of %s', (url, path, query) => {
  const each = exchange({ url });
  expect([requestPath(each), requestQuery(each)]).toEqual([path, query]);
});

test('has the path of a long URL of question marks without noticeable delay', () => {
  const url = `https://api.xero.com/${'?'.repeat(16_000)}\n`;
  expect(
    cpuMs(() => requestPath({ ...exchange(), match: unmatched, request: { ...exchange().request, url } })),
  ).toBeLessThan(50);
});

test('cuts a long path', () => {
  const { head, end } = shortPath(exchange({ url: `https://api.xero.com/${'a/'.repeat(500)}b` }));
  expect(head.length + end.length).toBeLessThan(250);
});
