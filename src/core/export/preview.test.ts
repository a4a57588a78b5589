import { expect, test } from 'vitest';
import { exchange } from '../../testing/exchange.ts';
import { runToEnd } from '../../testing/run-to-end.ts';
import { preview } from './preview.ts';

test('shows the request, the tenant, the status and the bodies', () => {
  const sentHeaders = { 'xero-tenant-id': 'one' };
  const each = exchange({ method: 'POST', url: 'https://a.example/b', sentHeaders, sent: 'sent', body: 'received' });
  expect(runToEnd(preview(each, [each], [])).split('\n')).toEqual([
    ...['POST https://a.example/b', 'xero-tenant-id: one', 'sent', '200', 'received'],
  ]);
});

test('shows the start of every long text', () => {
  const long = 'x'.repeat(16_000);
  const sentHeaders = { 'xero-tenant-id': long };
  const base = exchange({ method: long, url: `https://a.example/${long}`, sentHeaders, sent: long, body: long });
  const each = { ...base, response: { ...base.response, statusText: long } };
  expect(runToEnd(preview(each, [each], [])).length).toBeLessThan(3_000);
});
