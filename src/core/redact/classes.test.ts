// Which classes are left, whatever the setting holds; and of which class a value is, by its name.

import { expect, test } from 'vitest';
import { classifyName, enabledClasses } from './classes.ts';

test.each([
  [[], ['tenants', 'ids', 'names', 'emails']],
  [['names'], ['tenants', 'ids', 'emails']],
  [['emails', 'ids', 'names', 'tokens', 'constructor'], ['tenants']],
])('without %j there are %j', (unredacted, left) => {
  expect(enabledClasses(unredacted)).toEqual(left);
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
] as const)('of %s are values by the names %j', (of, names) => {
  expect(names.map((name) => classifyName(name))).toEqual(names.map(() => of));
});

test.each([
  ['contact', 'ids'],
  ['users', 'ids'],
  ['tenant', 'tenants'],
  ['Organisation', 'tenants'],
  ['project', undefined],
  ['', undefined],
])('of an id in %j it is %s', (parent, of) => {
  expect(classifyName('id', parent)).toBe(of);
});
