// Where the documented fields of an entity are.

import { entities } from '../../../catalogue/entities.ts';
import type { EntityName, FieldRow } from '../../../catalogue/schema.ts';

/** Every field at any depth, in the first item of a list. */
export function fieldPointers(entity: EntityName, parent = ''): { readonly row: FieldRow; readonly pointer: string }[] {
  return entities[entity].flatMap((row) => {
    if (row.returned === 'never') return [];
    const pointer = `${parent}/${row.name}`;
    if (row.itemType === undefined) return [{ row, pointer }];
    return [{ row, pointer }, ...fieldPointers(row.itemType, row.type === 'list' ? `${pointer}/0` : pointer)];
  });
}
