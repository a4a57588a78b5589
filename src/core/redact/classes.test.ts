// Which classes are left, whatever the setting holds.

import { expect, test } from 'vitest';
import { classesWithout } from './classes.ts';

test.each([
  ['', ['tenants', 'ids', 'names', 'emails']],
  ['names', ['tenants', 'ids', 'emails']],
  ['  emails\nids names tokens constructor ', ['tenants']],
])('without %j there are %j', (unredacted, left) => {
  expect(classesWithout(unredacted)).toEqual(left);
});
