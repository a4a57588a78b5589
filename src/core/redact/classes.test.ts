// Which classes the setting enables, and to which class a name belongs.

import { expect, test } from 'vitest';
import { classifyName, enabledClasses } from './classes.ts';

test.each([
  [[], ['tenants', 'ids', 'names', 'emails']],
  [['names'], ['tenants', 'ids', 'emails']],
  [['emails', 'ids', 'names', 'tokens', 'constructor'], ['tenants']],
])('the setting %j enables %j', (unredacted, enabled) => {
  expect(enabledClasses(unredacted)).toEqual(enabled);
});

test.each([
  ['tenants', ['tenant', 'tenantId', 'x-tenant-id', 'x-xero-tenant-id', 'TenantIDs', 'organisation[id]']],
  [
    'ids',
    ['ContactID', 'x-user-id', 'model.ContactId', 'contact[id]', 'contactIds[]', 'filter.userIds[0]', 'user.guid'],
  ],
  ['names', ['x-user-name', 'names', 'model.Name', 'LegalName', 'preferred_username', 'AttentionTo']],
  ['emails', ['EmailAddress', 'x-email']],
  [undefined, ['id', 'x-', '', '.', 'projectId', 'project[id]', 'userAgent', 'modelState', 'x'.repeat(100_000)]],
] as const)('%s: %j', (expected, names) => {
  expect(names.map((name) => classifyName(name))).toEqual(names.map(() => expected));
});

test.each([
  ['contact', 'ids'],
  ['users', 'ids'],
  ['tenant', 'tenants'],
  ['Organisation', 'tenants'],
  ['project', undefined],
  ['', undefined],
])('classifies an id in %j as %s', (parent, expected) => {
  expect(classifyName('id', parent)).toBe(expected);
});
