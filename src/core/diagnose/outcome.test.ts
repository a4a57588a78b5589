import { describe, expect, test } from 'vitest';
import { type ExchangeOptions, exchange, madeByServer } from '../../testing/exchange.ts';
import { withForwarded } from '../server-requests/forwarded.ts';
import { effectiveStatus, hasFailed, isSuccess, sentByBackEnd } from './outcome.ts';

const url = 'https://app.example/projects.xro/2.0/Projects';
const inside = { data: { Title: 'Forbidden', Status: 403, Detail: 'AuthenticationUnsuccessful' } };

test('a back end sent what its recorder saw', () => {
  const sentHeaders = { 'xero-tenant-id': 't' };
  const both = withForwarded(exchange({ url }), { ...exchange({ sentHeaders }), ...madeByServer });
  expect(sentByBackEnd(both, 'xero-tenant-id')).toBe(true);
  expect(sentByBackEnd(both, 'authorization')).toBe(false);
});

describe('the outcome of', () => {
  test.each<[string, ExchangeOptions, status: number, 'success' | 'failed' | 'neither']>([
    ['a success', {}, 200, 'success'],
    ['a 304', { status: 304 }, 304, 'neither'],
    ['a 404', { status: 404 }, 404, 'failed'],
    ['no response', { status: 0 }, 0, 'failed'],
    ['a success that CORS blocked', { failure: 'cors' }, 200, 'failed'],
    ['a success of a proxy', { url, body: { items: [] } }, 200, 'success'],
    ['a proxy’s 200 with Xero’s 403 inside', { url, body: inside }, 403, 'failed'],
    ['a proxy’s 500 with Xero’s 403 inside', { url, status: 500, body: inside }, 403, 'failed'],
    ['the same from Xero’s host', { status: 500, body: inside }, 500, 'failed'],
    ['an HTML page with 200', { url, body: '<!doctype html><div>' }, 200, 'failed'],
    ['an HTML page with a redirect', { url, status: 302, body: '<html><a href="/">' }, 302, 'neither'],
    [
      'an HTML page with Xero’s headers',
      { url, body: '<html>', headers: { 'xero-correlation-id': 'c' } },
      200,
      'success',
    ],
    ['XML with its content type', { url, body: '<project/>', headers: { 'content-type': 'text/xml' } }, 200, 'success'],
    ['an empty success of a proxy', { url, status: 204 }, 204, 'success'],
  ])('%s', (_, options, status, outcome) => {
    const sample = exchange(options);
    expect(effectiveStatus(sample)).toBe(status);
    expect([isSuccess(sample), hasFailed(sample)]).toEqual([outcome === 'success', outcome === 'failed']);
  });
});
