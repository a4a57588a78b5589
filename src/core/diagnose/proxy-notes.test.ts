import { expect, test } from 'vitest';
import { type ExchangeOptions, exchange } from '../../testing/exchange.ts';
import type { Exchange } from '../model/exchange.ts';
import { diagnose } from './diagnose.ts';
import { getProxyNotes } from './proxy-notes.ts';

const url = 'https://app.example/projects.xro/2.0/Projects';
const json = { 'content-type': 'application/json' };
const passedOn = { ...json, 'xero-correlation-id': 'c', 'x-minlimit-remaining': '59' };
const said = (wish: ExchangeOptions, more: Partial<Exchange> = {}) => {
  const seen = { ...exchange({ url, ...wish }), ...more };
  return getProxyNotes(seen, diagnose(seen))
    .map(({ observed }) => `${observed}.`)
    .join(' ');
};

test.each<[string, ExchangeOptions, string]>([
  ['a success without Xero’s headers', { headers: json, body: {} }, 'does not pass on `Xero-Correlation-Id`'],
  [
    'a success without limits',
    { headers: { ...json, 'xero-correlation-id': 'c' }, body: {} },
    '`X-MinLimit-Remaining`',
  ],
  [
    'an error of Xero’s without its headers',
    { status: 400, headers: json, body: { modelState: { name: ['No'] } } },
    'The answer has no `Xero-Correlation-Id`, by which Xero’s support finds a call: your proxy may not',
  ],
  [
    'a 401 of Xero’s without its id',
    { status: 401, headers: json, body: { Status: 401, Detail: 'x' } },
    'Your proxy does not pass on `Xero-Correlation-Id`',
  ],
  [
    'limits that are called otherwise than Xero’s',
    { headers: { ...passedOn, 'x-ratelimit-remaining': '9' }, body: {} },
    '`x-ratelimit-remaining` is not Xero’s',
  ],
  [
    'JSON that is called text',
    { headers: { ...passedOn, 'content-type': 'text/plain; charset=utf-8' }, body: {} },
    'says `text/plain`: Xero sends `application/json`',
  ],
  ['JSON without a type', { headers: { 'xero-correlation-id': 'c' }, body: {} }, 'does not say so'],
  [
    'Express',
    { status: 404, headers: { 'x-powered-by': 'Express' }, body: '<!DOCTYPE html><pre>Cannot GET /projects.xro</pre>' },
    'Express wrote this answer',
  ],
  [
    'http-proxy-middleware',
    {
      status: 504,
      headers: { 'content-type': 'text/plain' },
      body: 'Error occurred while trying to proxy: localhost/',
    },
    'http-proxy-middleware',
  ],
  [
    'Create React App',
    { status: 500, headers: json, body: 'Proxy error: Could not proxy request /x from a to b.' },
    'Create React App',
  ],
  [
    'Vite, whose target is away',
    { status: 500, headers: { 'content-type': 'text/plain' } },
    'looks like an answer of Vite’s dev server',
  ],
  [
    'Vite, which knows no such path',
    {
      headers: { 'content-type': 'text/html' },
      body: '<!doctype html><script type="module" src="/@vite/client"></script>',
    },
    '`server.proxy` has no rule',
  ],
  ['any page with a success', { headers: { 'content-type': 'text/html' }, body: '<html><body>Hello' }, 'an HTML page'],
  [
    'nginx',
    {
      status: 502,
      headers: { server: 'nginx' },
      body: '<html><center><h1>502</h1></center><center>nginx/1.27</center>',
    },
    'nginx wrote this answer: your proxy’s own, unless',
  ],
  [
    'AWS API Gateway',
    { status: 403, headers: { 'x-amzn-errortype': 'ForbiddenException' }, body: { message: 'Forbidden' } },
    'AWS API Gateway',
  ],
])('says of %s', (_, wish, sentence) => {
  expect(said(wish)).toContain(sentence);
});

test.each<[string, ExchangeOptions, Partial<Exchange>?]>([
  ['what a proxy passed on whole', { headers: passedOn, body: {} }],
  ['Xero’s own host', { url: 'https://api.xero.com/projects.xro/2.0/Projects', headers: json, body: {} }],
  ['an answer whose headers were not told', { body: {} }],
  ['the limit that Xero names', { headers: { ...passedOn, 'x-rate-limit-problem': 'minute' }, body: {} }],
  ['no answer', { status: 0, failure: 'network' }],
  ['a 401 without limits, which Xero sends so', { status: 401, headers: passedOn, body: { Status: 401, Detail: 'x' } }],
  ['an outage page that may be Xero’s', { status: 503, headers: json, body: '<html><body>Service Unavailable' }],
  ['a 304', { status: 304, headers: json }],
  ['a 500 in plain words', { status: 500, headers: { 'content-type': 'text/plain' }, body: 'An error occurred' }],
  ['a service worker, behind which headers are missing', { headers: json, body: {} }, { viaServiceWorker: true }],
])('says nothing of %s', (_, wish, more) => {
  expect(said(wish, more)).toBe('');
});

test('names the source of what is known about a server', () => {
  const seen = exchange({ url, status: 404, headers: { 'x-vercel-error': 'NOT_FOUND' }, body: '' });
  expect(getProxyNotes(seen, diagnose(seen))).toMatchObject([
    { ruleId: 'proxy-response', severity: 'note', citation: { basis: 'secondary', title: 'Vercel, error codes' } },
  ]);
});
