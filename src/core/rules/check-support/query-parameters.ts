// The query's parameters, each with the row that documents it. Names are compared as ASP.NET does: whatever the case.

import type { ParameterRow } from '../../../catalogue/schema.ts';
import type { CheckContext } from './check.ts';

export interface ParameterOccurrence {
  /** As it was sent. */
  readonly name: string;
  /** Its values, split at commas where the row allows several. */
  readonly values: readonly string[];
  readonly row: ParameterRow | undefined;
}

/** Nothing where the operation is unknown. */
export function readParameters({ operation, query }: CheckContext): ParameterOccurrence[] {
  if (operation === undefined) return [];
  return query.map(([name, value]) => {
    const row = operation.query.find((each) => isNamed(each, name));
    return { name, row, values: row?.commaSeparated ? value.split(',').map((each) => each.trim()) : [value] };
  });
}

function isNamed({ name, alsoSpelled }: ParameterRow, sent: string): boolean {
  const lower = sent.toLowerCase();
  return name.toLowerCase() === lower || alsoSpelled?.toLowerCase() === lower;
}
