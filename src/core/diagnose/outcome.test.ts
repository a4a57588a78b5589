import { describe, expect, test } from 'vitest';
import { type ExchangeOptions, exchange } from '../../testing/exchange.ts';
import { effectiveStatus, hasFailed, isSuccess } from './outcome.ts';

const url = 'https://app.example/projects.xro/2.0/Projects';
const inside = { data: { Title: 'Forbidden', Status: 403, Detail: 'AuthenticationUnsuccessful' } };

describe('what came of a call', () => {
  test.each<[string, ExchangeOptions, status: number, 'success' | 'failed' | 'neither']>([
    ['a success', {}, 200, 'success'],
    ['an answer not modified', { status: 304 }, 304, 'neither'],
    ['a refusal', { status: 404 }, 404, 'failed'],
    ['no answer', { status: 0 }, 0, 'failed'],
    ['a success that CORS kept from the page', { failure: 'cors' }, 200, 'failed'],
    ['a success of a proxy', { url, body: { items: [] } }, 200, 'success'],
    ['a proxy’s 200 with Xero’s 403 inside', { url, body: inside }, 403, 'failed'],
    ['a proxy’s 500 with Xero’s 403 inside', { url, status: 500, body: inside }, 403, 'failed'],
    ['the same from Xero’s own host', { status: 500, body: inside }, 500, 'failed'],
    ['a page in the place of an answer', { url, body: '<!doctype html><div>' }, 200, 'failed'],
    ['a page that says where to go', { url, status: 302, body: '<html><a href="/">' }, 302, 'neither'],
    ['a page with Xero’s headers', { url, body: '<html>', headers: { 'xero-correlation-id': 'c' } }, 200, 'success'],
    ['XML that says so', { url, body: '<project/>', headers: { 'content-type': 'text/xml' } }, 200, 'success'],
    ['an empty success of a proxy', { url, status: 204 }, 204, 'success'],
  ])('%s', (_, wish, status, came) => {
    const seen = exchange(wish);
    expect(effectiveStatus(seen)).toBe(status);
    expect([isSuccess(seen), hasFailed(seen)]).toEqual([came === 'success', came === 'failed']);
  });
});
