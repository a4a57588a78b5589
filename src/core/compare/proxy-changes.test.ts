import { describe, expect, test } from 'vitest';
import { type ExchangeOptions, exchange, madeByServer, root } from '../../testing/exchange.ts';
import type { Exchange } from '../model/exchange.ts';
import { STRIPPED_TOKEN } from '../model/exchange.ts';
import { withForwarded } from '../server-requests/forwarded.ts';
import { proxyChanges } from './proxy-changes.ts';

const url = 'https://app.example/api/projects.xro/2.0/Projects';

function changes(
  page: ExchangeOptions,
  server: ExchangeOptions,
  tokens: { page?: object | undefined; server?: object | undefined } = {},
) {
  const withToken = (base: Exchange, token: object | undefined): Exchange =>
    token
      ? { ...base, request: { ...base.request, token: { ...STRIPPED_TOKEN, fingerprint: '0a1b2c3d', ...token } } }
      : base;
  const one = withToken(exchange({ url, body: '{}', ...page }), tokens.page);
  const other = withToken(
    { ...exchange({ url: `${root}/Projects`, body: '{}', ...server }), ...madeByServer },
    tokens.server,
  );
  return proxyChanges(withForwarded(one, other)).slice(1);
}

test('says where the server forwarded the request to', () => {
  const both = withForwarded(exchange({ url }), { ...exchange({ url: `${root}/Projects?page=1` }), ...madeByServer });
  expect(proxyChanges(both)[0]).toBe(`Sent on to \`${root}/Projects\``);
});

test('says nothing about a request that no server forwarded', () => {
  expect(proxyChanges(exchange())).toEqual([]);
});

describe('names', () => {
  test.each<[string, ExchangeOptions, ExchangeOptions, string[]]>([
    ['nothing that is the same', {}, {}, []],
    [
      'a header that was added',
      {},
      { sentHeaders: { 'xero-tenant-id': 't' } },
      ['Added to the request: `xero-tenant-id`'],
    ],
    [
      'a header that was removed',
      { sentHeaders: { 'idempotency-key': 'a' } },
      {},
      ['Removed from the request: `idempotency-key`'],
    ],
    [
      'no header of a connection, and none of the recorder',
      { headers: { 'transfer-encoding': 'chunked', 'xero-inspector': '?xero-inspector=a.0.1' } },
      {},
      [],
    ],
    [
      'a header that was changed',
      { sentHeaders: { accept: 'text/html' } },
      { sentHeaders: { accept: 'application/json' } },
      ['Changed in the request: `accept`'],
    ],
    [
      'the query',
      { url: `${url}?page=1` },
      { url: `${root}/Projects?page=1&pageSize=50` },
      ['Added to the query: `pageSize`'],
    ],
    ['the body of the request', { sent: { name: 'a' } }, { sent: { name: 'b' } }, ['Changed the request body']],
    ['the status', { status: 502 }, { status: 429 }, ['Changed the status from 429 to 502']],
    ['a header of the response', {}, { headers: { 'retry-after': '5' } }, ['Removed from the response: `retry-after`']],
    [
      'headers that differ between any two requests',
      { headers: { date: 'a' } },
      { headers: { date: 'b', 'xero-correlation-id': 'c', 'x-minlimit-remaining': '5' } },
      ['Removed from the response: `xero-correlation-id`, `x-minlimit-remaining`'],
    ],
    ['the body of the response', { body: '{"a":1}' }, {}, ['Changed the response body']],
    [
      'no value that each side redacted for itself',
      { sentHeaders: { 'x-key': '[redacted, 5 characters]' } },
      { sentHeaders: { 'x-key': '[redacted, 24 characters]' } },
      [],
    ],
  ])('%s', (_, page, server, expected) => {
    expect(changes(page, server)).toEqual(expected);
  });
});

test.each<[string, object | undefined, object | undefined, string[]]>([
  ['added', undefined, {}, ['Added the token']],
  ['removed', {}, undefined, ['Removed the token']],
  ['replaced', { kind: 'jwt', clientId: 'a' }, { kind: 'jwt', clientId: 'b' }, ['Replaced the token']],
  ['left as it was, apart from its signature', { kind: 'jwt', fingerprint: '11111111' }, { kind: 'jwt' }, []],
  ['redacted', { fingerprint: '' }, {}, []],
])('a token may have been %s', (_, page, server, expected) => {
  expect(changes({}, {}, { page, server })).toEqual(expected);
});
