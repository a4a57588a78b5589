import { expect, test } from 'vitest';
import { exchange } from '../../testing/exchange.ts';
import { tenantA } from '../../testing/timed-exchanges.ts';
import { createTenantLabels } from './tenant-names.ts';

const connections = (tenantName: string) =>
  exchange({
    url: 'https://api.xero.com/connections',
    body: JSON.stringify([{ id: 'c', tenantId: tenantA.toUpperCase(), tenantName }]),
  });

test('a tenant is labelled with its name from GET /connections, or with its shortened id', () => {
  expect(createTenantLabels([connections('Acme Ltd')])(tenantA)).toBe('Acme Ltd');
  expect(createTenantLabels([])(tenantA)).toBe('e1eede29…');
  expect(createTenantLabels([])('short')).toBe('short');
  expect(createTenantLabels([connections(' ')])(tenantA)).toBe('e1eede29…');
  expect(createTenantLabels([connections('x'.repeat(500))])(tenantA)).toHaveLength(78);
});

test('the app and requests without a tenant have labels', () => {
  expect(createTenantLabels([])('')).toBe('Requests without a tenant');
  expect(createTenantLabels([])(undefined)).toBe('The app');
});
