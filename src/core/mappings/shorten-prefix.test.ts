import { expect, test } from 'vitest';
import { shortenPrefix } from './shorten-prefix.ts';

test.each<[prefix: string, page: string | undefined, short: string]>([
  ['http://localhost:3000/api/xero', 'http://localhost:3000/projects', '/api/xero'],
  ['http://localhost:3000/api/xero', 'http://localhost:5173/', 'http://localhost:3000/api/xero'],
  ['http://localhost:3000', 'http://localhost:3000/', 'http://localhost:3000'],
  ['http://localhost:3000/api', 'file:///app.html', 'http://localhost:3000/api'],
  ['/api/xero', undefined, '/api/xero'],
  [`/${'x'.repeat(99)}`, undefined, `/${'x'.repeat(58)}…`],
])('%s on %s: %s', (prefix, page, short) => {
  expect(shortenPrefix(prefix, page)).toBe(short);
});
