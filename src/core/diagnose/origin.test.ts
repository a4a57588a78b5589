import { expect, test } from 'vitest';
import { xeroSigns } from '../../catalogue/xero-fingerprints.ts';
import { type ExchangeOptions, exchange } from '../../testing/exchange.ts';
import { isFromXero } from './origin.ts';
import { parseResponse } from './parse-response.ts';

const url = 'https://app.example/projects.xro/2.0/Projects';
const says = (wish: ExchangeOptions) => {
  const seen = exchange({ url, ...wish });
  return isFromXero(seen, parseResponse(seen));
};

test.each(xeroSigns.flatMap(({ match }) => ('header' in match ? [match.header] : [])))(
  'an answer with `%s` is Xero’s',
  (name) => {
    expect(says({ status: 500, body: 'No', headers: { [name]: '1' } })).toBe(true);
  },
);

test.each<[string, ExchangeOptions, boolean]>([
  ['whatever Xero’s own host answers', { url: 'https://api.xero.com/projects.xro/2.0/Projects', status: 404 }, true],
  ['field errors behind a proxy', { status: 400, body: { modelState: { Name: ['No'] } } }, true],
  ['the gateway’s envelope behind a proxy', { status: 403, body: { Status: 403, Detail: 'x' } }, true],
  ['an error of the Accounting API', { status: 400, body: { ErrorNumber: 10, Elements: [] } }, true],
  ['an error of the login', { status: 400, body: { error: 'invalid_grant' } }, true],
  ['an error in XML', { status: 500, body: '<ApiException><ErrorNumber>500</ErrorNumber></ApiException>' }, true],
  ['the old form of a limit', { status: 503, body: 'oauth_problem=rate%20limit%20exceeded' }, true],
  ['a success of an operation', { body: { items: [] } }, true],
  ['a success of what is no operation', { url: `${url}/a/b/c/d`, body: { items: [] } }, false],
  ['a page in the place of an answer', { body: '<!doctype html><div>' }, false],
  ['a plain error of a proxy', { status: 429, body: 'Too many requests' }, false],
  ['an error of a proxy in JSON', { status: 500, body: { message: 'fetch failed' } }, false],
  ['no answer', { status: 0, failure: 'network' }, false],
])('%s: %#', (_, wish, isOne) => {
  expect(says(wish)).toBe(isOne);
});
