// Query parameters, each with the row that documents it. Names are compared case-insensitively, as ASP.NET does.

import type { ParameterRow } from '../../../catalogue/schema.ts';
import type { CheckContext } from './check.ts';

export interface ParameterOccurrence {
  /** As it was sent. */
  readonly name: string;
  /** Split at commas if the row allows several values. */
  readonly values: readonly string[];
  readonly row: ParameterRow | undefined;
}

/** Empty if the operation is unknown. */
export function readParameters({ operation, query }: CheckContext): ParameterOccurrence[] {
  if (operation === undefined) return [];
  return query.map(([name, value]) => {
    const row = operation.query.find((each) => isNamed(each, name));
    const mayBeList = row?.commaSeparated || row?.toleratesList;
    return { name, row, values: mayBeList ? value.split(',').map((each) => each.trim()) : [value] };
  });
}

/** Whether it contains a token, which belongs in a header. */
export function isTokenParameter(name: string): boolean {
  return /^(?:(?:access|bearer|id|refresh)[_-]?token|authori[sz]ation|bearer)$/i.test(name);
}

function isNamed({ name, alsoSpelled }: ParameterRow, sent: string): boolean {
  const lower = sent.toLowerCase();
  return name.toLowerCase() === lower || alsoSpelled?.toLowerCase() === lower;
}
