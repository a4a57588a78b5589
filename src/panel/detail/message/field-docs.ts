// The documentation of fields for the body view.

import type { EntityName, FieldRow } from '../../../catalogue/schema.ts';
import { fieldAt } from '../../../core/diagnose/field-at.ts';
import type { FieldLookup } from '../../body/editor/annotation.ts';
import { basisLabels } from '../../ui/Citation.tsx';

/** Looks up the fields of an entity by path. */
export function fieldDocs(entity: EntityName | undefined): FieldLookup {
  return (path) => {
    const row = fieldAt(entity, path);
    if (row === undefined) return undefined;
    const { name, rule, meaning, citation } = row;
    return { name, type: typeOf(row), rule, meaning, basis: basisLabels[citation.basis] };
  };
}

function typeOf({ type, itemType, unit }: FieldRow): string {
  if (itemType !== undefined) return type === 'list' ? `list of ${itemType}` : itemType;
  return unit === undefined ? type : `${type}, ${unit}`;
}
