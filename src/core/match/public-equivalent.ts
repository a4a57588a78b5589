// The public request that does the same as one of Xero's web app to its private service.

import { apiAddress } from '../../catalogue/api-address.ts';
import type { OperationRow } from '../../catalogue/operations.ts';
import { parseQuery } from '../model/query.ts';
import { isUuid } from '../text/uuid.ts';
import { getOperation, matchOperation } from './match-operation.ts';

/** Method, path and the parameters that the public API has too; `undefined` if it has no such operation. `path` is below the private root. */
export function publicEquivalent(method: string, url: string, path: string): string | undefined {
  const found = matchOperation(method, `${apiAddress}${path === '' ? '/Projects' : path}`);
  if (found?.operation === undefined || found.path === undefined) return undefined;
  const row: OperationRow = getOperation(found.operation);
  const template = row.path.split('/');
  const parts = found.path.split('/');
  // An id that isn't a UUID would be the name of another private resource.
  if (template.some((name, i) => name.startsWith('{') && !isUuid(parts[i] ?? ''))) return undefined;
  const query = parseQuery(url).flatMap(([name, value]) => {
    const known = row.query.find((each) => each.name.toLowerCase() === name.toLowerCase());
    return known === undefined || value === '' ? [] : [`${known.name}=${value}`];
  });
  const shown = template.map((name, i) => (name.startsWith('{') ? parts[i] : name)).join('/');
  return `${row.method} ${shown}${query.length === 0 ? '' : `?${query.join('&')}`}`;
}
