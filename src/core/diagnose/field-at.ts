// Finds what is documented of a place in a body.

import { entities } from '../../catalogue/entities.ts';
import type { EntityName, FieldRow } from '../../catalogue/schema.ts';
import { getOperation } from '../match/match-operation.ts';
import type { Exchange } from '../model/exchange.ts';

/** The row of the field at `path` within an entity; an index stays in its list. Names are compared whatever the case. */
export function fieldAt(entity: EntityName | undefined, path: readonly (string | number)[]): FieldRow | undefined {
  let inside = entity;
  let field: FieldRow | undefined;
  for (const segment of path) {
    if (typeof segment === 'number') continue;
    field = inside && entities[inside].find((row) => row.name.toLowerCase() === segment.toLowerCase());
    inside = field?.itemType;
  }
  return typeof path.at(-1) === 'number' ? undefined : field;
}

/** What the request's body is documented to be. */
export function requestEntity({ match }: Exchange): EntityName | undefined {
  return match.operation && getOperation(match.operation).body;
}

/** What the answer's body is documented to be: the operation's own entity, or that of a refused request. */
export function responseEntity({ match, response }: Exchange): EntityName | undefined {
  if (response.status === 400) return 'ModelError';
  const isSuccess = response.status >= 200 && response.status < 300;
  return isSuccess && match.operation ? getOperation(match.operation).answer : undefined;
}
