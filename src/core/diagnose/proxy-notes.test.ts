import { expect, test } from 'vitest';
import { cpuMs } from '../../testing/cpu-time.ts';
import { type ExchangeOptions, exchange, madeByServer } from '../../testing/exchange.ts';
import type { Exchange } from '../model/exchange.ts';
import { withForwarded } from '../server-requests/forwarded.ts';
import { diagnose } from './diagnose.ts';
import { getProxyNotes } from './proxy-notes.ts';

const url = 'https://app.example/projects.xro/2.0/Projects';
const json = { 'content-type': 'application/json' };
const passedOn = { ...json, 'xero-correlation-id': 'c', 'x-minlimit-remaining': '59' };
const notesOn = (options: ExchangeOptions, more: Partial<Exchange> = {}) => {
  const sample = { ...exchange({ url, ...options }), ...more };
  return getProxyNotes(sample, diagnose(sample))
    .map(({ observed }) => `${observed}.`)
    .join(' ');
};

test('doesn’t guess about headers if the server’s side is known', () => {
  const sample = exchange({ url, headers: json, body: {} });
  expect(getProxyNotes(sample, diagnose(sample))).not.toEqual([]);
  const both = withForwarded(sample, { ...exchange({ headers: json, body: {} }), ...madeByServer });
  expect(getProxyNotes(both, diagnose(both))).toEqual([]);
});

test.each<[string, ExchangeOptions, string]>([
  ['a success without Xero’s headers', { headers: json, body: {} }, 'doesn’t forward `Xero-Correlation-Id`'],
  [
    'a success without limits',
    { headers: { ...json, 'xero-correlation-id': 'c' }, body: {} },
    '`X-MinLimit-Remaining`',
  ],
  [
    'Xero’s error without its headers',
    { status: 400, headers: json, body: { modelState: { name: ['No'] } } },
    'The response has no `Xero-Correlation-Id`, which Xero support uses to find requests. Your proxy may not',
  ],
  [
    'Xero’s 401 without its correlation id',
    { status: 401, headers: json, body: { Status: 401, Detail: 'x' } },
    'Your proxy doesn’t forward `Xero-Correlation-Id`',
  ],
  [
    'limits with names that aren’t Xero’s',
    { headers: { ...passedOn, 'x-ratelimit-remaining': '9' }, body: {} },
    '`x-ratelimit-remaining` isn’t Xero’s',
  ],
  [
    'JSON declared as text',
    { headers: { ...passedOn, 'content-type': 'text/plain; charset=utf-8' }, body: {} },
    '`Content-Type: text/plain`. Xero sends `application/json`',
  ],
  ['JSON without a content type', { headers: { 'xero-correlation-id': 'c' }, body: {} }, 'no JSON content type'],
  [
    'Express',
    { status: 404, headers: { 'x-powered-by': 'Express' }, body: '<!DOCTYPE html><pre>Cannot GET /projects.xro</pre>' },
    'Express wrote this response',
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
    'Vite with an unreachable target',
    { status: 500, headers: { 'content-type': 'text/plain' } },
    'looks like a response from Vite’s dev server',
  ],
  [
    'Vite without a rule for the path',
    {
      headers: { 'content-type': 'text/html' },
      body: '<!doctype html><script type="module" src="/@vite/client"></script>',
    },
    '`server.proxy` has no rule',
  ],
  [
    'any HTML page with a success',
    { headers: { 'content-type': 'text/html' }, body: '<html><body>Hello' },
    'an HTML page',
  ],
  [
    'nginx',
    {
      status: 502,
      headers: { server: 'nginx' },
      body: '<html><center><h1>502</h1></center><center>nginx/1.27</center>',
    },
    'nginx wrote this response. It came from your proxy, unless',
  ],
  [
    'AWS API Gateway',
    { status: 403, headers: { 'x-amzn-errortype': 'ForbiddenException' }, body: { message: 'Forbidden' } },
    'AWS API Gateway',
  ],
])('has a note on %s', (_, options, sentence) => {
  expect(notesOn(options)).toContain(sentence);
});

test.each<[string, ExchangeOptions, string]>([
  ['the correlation id', { headers: json, body: {} }, 'has no `Xero-Correlation-Id`'],
  ['the limits', { headers: { ...json, 'xero-correlation-id': 'c' }, body: {} }, 'has no `X-MinLimit-Remaining`'],
  [
    'the name of the limit',
    { status: 502, headers: json, body: { detail: { message: 'Xero rate limit reached', status_code: 429 } } },
    'unknown which limit was reached',
  ],
])('leaves open whether the proxy or the file left out %s', (_, options, sentence) => {
  const notes = notesOn({ source: 'import', ...options });
  expect(notes).toContain(sentence);
  expect(notes).toContain('Your proxy or the tool that wrote the file may have left it out');
  expect(notes).not.toMatch(/doesn’t forward|dropped|captured/);
});

test.each<[string, ExchangeOptions, Partial<Exchange>?]>([
  ['a response that the proxy passed on unchanged', { headers: passedOn, body: {} }],
  ['Xero’s host', { url: 'https://api.xero.com/projects.xro/2.0/Projects', headers: json, body: {} }],
  ['a response with unknown headers', { body: {} }],
  ['Xero’s header for the exceeded limit', { headers: { ...passedOn, 'x-rate-limit-problem': 'minute' }, body: {} }],
  ['no response', { status: 0, failure: 'network' }],
  ['a 401 without limits, as Xero sends it', { status: 401, headers: passedOn, body: { Status: 401, Detail: 'x' } }],
  ['an outage page that may be from Xero', { status: 503, headers: json, body: '<html><body>Service Unavailable' }],
  ['a 304', { status: 304, headers: json }],
  ['a 500 in plain text', { status: 500, headers: { 'content-type': 'text/plain' }, body: 'An error occurred' }],
  ['a service worker, which hides headers', { headers: json, body: {} }, { viaServiceWorker: true }],
])('has no note on %s', (_, options, more) => {
  expect(notesOn(options, more)).toBe('');
});

test('cites the source for a known server', () => {
  const sample = exchange({ url, status: 404, headers: { 'x-vercel-error': 'NOT_FOUND' }, body: '' });
  expect(getProxyNotes(sample, diagnose(sample))).toMatchObject([
    { ruleId: 'proxy-response', severity: 'note', citation: { basis: 'secondary', title: 'Vercel, error codes' } },
  ]);
});

test.each([
  ['a page of unfinished scripts', '<script'.repeat(140_000)],
  ['JSON with a long name', JSON.stringify({ [`${'err'.repeat(80_000)}\n`]: 'x' })],
])('reads %s from a proxy without noticeable delay', (_, body) => {
  expect(cpuMs(() => notesOn({ status: 502, body }))).toBeLessThan(1_000);
});
