// What is documented of a field, in the words of the view of a body.

import type { EntityName, FieldRow } from '../../../catalogue/schema.ts';
import { fieldAt } from '../../../core/diagnose/field-at.ts';
import type { FieldAt } from '../../body/editor/annotation.ts';
import { basisNames } from '../../ui/Citation.tsx';

/** Looks fields of an entity up by their path. */
export function docsOf(entity: EntityName | undefined): FieldAt {
  return (path) => {
    const row = fieldAt(entity, path);
    if (row === undefined) return undefined;
    const { name, rule, meaning, source } = row;
    return { name, type: typeOf(row), rule, meaning, basis: basisNames[source.basis] };
  };
}

function typeOf({ type, of, unit }: FieldRow): string {
  if (of !== undefined) return type === 'list' ? `list of ${of}` : of;
  return unit === undefined ? type : `${type}, ${unit}`;
}
