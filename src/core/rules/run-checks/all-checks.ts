// Lists the checks: the files of src/core/rules/checks, in the order in which findings of one severity are shown.

import type { Check } from '../check-support/check.ts';

/** Files with the same `order` stay sorted by name. Imports only `check`, so that the examples aren't bundled. */
export const allChecks: readonly Check[] = Object.values(
  import.meta.glob<Check>('../checks/*.ts', { eager: true, import: 'check' }),
).sort((a, b) => orderOf(a) - orderOf(b));

function orderOf({ order = Number.MAX_SAFE_INTEGER }: Check): number {
  return order;
}
