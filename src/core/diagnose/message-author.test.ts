import { expect, test } from 'vitest';
import { type ExchangeOptions, exchange } from '../../testing/exchange.ts';
import { messageOrigin } from './message-author.ts';
import { parseResponse } from './parse-response.ts';

const proxied = 'https://app.example/xero/projects.xro/2.0/Projects';

test.each<[string, ExchangeOptions, 'Xero' | 'The response']>([
  ['text of Xero’s host', { status: 404, body: 'Not here' }, 'Xero'],
  ['text of a proxy', { url: proxied, status: 403, body: 'Forbidden' }, 'The response'],
  ['a message of a proxy', { url: proxied, status: 500, body: { message: 'Invalid CSRF token' } }, 'The response'],
  [
    'a message in a proxied response with Xero’s correlation id',
    { url: proxied, status: 400, headers: { 'xero-correlation-id': 'a' }, body: { message: 'No' } },
    'Xero',
  ],
  [
    'Xero’s problem behind a proxy',
    { url: proxied, status: 403, body: { Title: 'Forbidden', Status: 403, Detail: 'No' } },
    'Xero',
  ],
  [
    'only the detail of Xero’s problem',
    { url: proxied, status: 403, body: { Detail: 'AuthenticationUnsuccessful' } },
    'Xero',
  ],
  ['a detail of FastAPI', { url: proxied, status: 404, body: { detail: 'Not Found' } }, 'The response'],
  [
    'a detail of Django',
    { url: proxied, status: 403, body: { detail: 'Authentication credentials were not provided.' } },
    'The response',
  ],
  [
    'a problem of Spring',
    {
      url: proxied,
      status: 500,
      body: { type: 'about:blank', title: 'No', status: 500, detail: 'I/O error', instance: '/projects.xro/2.0' },
    },
    'The response',
  ],
  [
    'a list of JSON:API errors',
    { url: proxied, status: 404, body: { errors: [{ status: '404', title: 'Not Found', detail: 'No route' }] } },
    'The response',
  ],
  [
    'a modelState inside a proxy’s response',
    { url: proxied, status: 422, body: { error: { message: 'No', modelState: { Name: ['x'] } } } },
    'Xero',
  ],
])('%s is attributed to its author', (_, options, author) => {
  const sample = exchange(options);
  expect(messageOrigin(sample, parseResponse(sample))).toBe(author);
});
