// Finds the documentation of a field in a body.

import { entities } from '../../catalogue/entities.ts';
import type { EntityName, FieldRow } from '../../catalogue/schema.ts';
import { getOperation } from '../match/match-operation.ts';
import type { Exchange } from '../model/exchange.ts';

/** The row of the field at `path` in an entity, or in a list of entities. Ignores the case of names. */
export function fieldAt(entity: EntityName | undefined, path: readonly (string | number)[]): FieldRow | undefined {
  let parent = entity;
  let field: FieldRow | undefined;
  for (const segment of path) {
    if (typeof segment === 'number') continue;
    field = parent && entities[parent].find((row) => row.name.toLowerCase() === segment.toLowerCase());
    parent = field?.itemType;
  }
  return typeof path.at(-1) === 'number' ? undefined : field;
}

/** The documented entity in the request's body. */
export function requestEntity({ match }: Exchange): EntityName | undefined {
  return match.operation && getOperation(match.operation).requestBody;
}

/** The documented entity in the response's body. */
export function responseEntity({ match, response }: Exchange): EntityName | undefined {
  if (response.status === 400) return 'ModelError';
  const isSuccess = response.status >= 200 && response.status < 300;
  return isSuccess && match.operation ? getOperation(match.operation).responseBody : undefined;
}
