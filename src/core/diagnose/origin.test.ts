import { expect, test } from 'vitest';
import { xeroFingerprints } from '../../catalogue/xero-fingerprints.ts';
import { type ExchangeOptions, exchange } from '../../testing/exchange.ts';
import { isFromXero } from './origin.ts';
import { parseResponse } from './parse-response.ts';

const url = 'https://app.example/projects.xro/2.0/Projects';
const check = (options: ExchangeOptions) => {
  const sample = exchange({ url, ...options });
  return isFromXero(sample, parseResponse(sample));
};

test.each(xeroFingerprints.flatMap(({ match }) => ('header' in match ? [match.header] : [])))(
  'a response with `%s` is Xero’s',
  (name) => {
    expect(check({ status: 500, body: 'No', headers: { [name]: '1' } })).toBe(true);
  },
);

test.each<[string, ExchangeOptions, boolean]>([
  ['any response of Xero’s host', { url: 'https://api.xero.com/projects.xro/2.0/Projects', status: 404 }, true],
  ['field errors behind a proxy', { status: 400, body: { modelState: { Name: ['No'] } } }, true],
  ['the gateway’s problem behind a proxy', { status: 403, body: { Status: 403, Detail: 'x' } }, true],
  ['an error of the Accounting API', { status: 400, body: { ErrorNumber: 10, Elements: [] } }, true],
  ['an error of the identity server', { status: 400, body: { error: 'invalid_grant' } }, true],
  ['an error in XML', { status: 500, body: '<ApiException><ErrorNumber>500</ErrorNumber></ApiException>' }, true],
  ['a legacy limit', { status: 503, body: 'oauth_problem=rate%20limit%20exceeded' }, true],
  ['a success of an operation', { body: { items: [] } }, true],
  ['a success of an unknown operation', { url: `${url}/a/b/c/d`, body: { items: [] } }, false],
  ['an HTML page', { body: '<!doctype html><div>' }, false],
  ['a proxy’s error in plain text', { status: 429, body: 'Too many requests' }, false],
  ['a proxy’s error in JSON', { status: 500, body: { message: 'fetch failed' } }, false],
  ['no response', { status: 0, failure: 'network' }, false],
])('%s: %#', (_, options, expected) => {
  expect(check(options)).toBe(expected);
});
