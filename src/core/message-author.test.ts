import { expect, test } from 'vitest';
import { type ExchangeWish, exchange } from '../testing/exchange.ts';
import { evidence } from './evidence.ts';
import { messageAuthor } from './message-author.ts';

const proxied = 'https://app.example/xero/projects.xro/2.0/Projects';

test.each<[string, ExchangeWish, 'Xero' | 'The answer']>([
  ['a text of Xero’s host', { status: 404, body: 'Not here' }, 'Xero'],
  ['a text of a proxy', { url: proxied, status: 403, body: 'Forbidden' }, 'The answer'],
  ['a message of a proxy', { url: proxied, status: 500, body: { message: 'Invalid CSRF token' } }, 'The answer'],
  [
    'a message of a proxy’s answer with Xero’s correlation id',
    { url: proxied, status: 400, headers: { 'xero-correlation-id': 'a' }, body: { message: 'No' } },
    'Xero',
  ],
  ['Xero’s envelope behind a proxy', { url: proxied, status: 403, body: { Detail: 'Authentication' } }, 'Xero'],
  [
    'a modelState inside a proxy’s answer',
    { url: proxied, status: 422, body: { error: { message: 'No', modelState: { Name: ['x'] } } } },
    'Xero',
  ],
])('%s is said by its author', (_, wish, author) => {
  const seen = exchange(wish);
  expect(messageAuthor(seen, evidence(seen))).toBe(author);
});
