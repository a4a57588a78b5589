// Describes the limits of a field or a parameter.

import type { FieldRow, ParameterRow } from '../../catalogue/schema.ts';
import { formatInteger } from '../text/format-number.ts';
import type { Field } from './entry.ts';

/** A row with its limits. */
export function describeField(row: FieldRow | ParameterRow): Field {
  const { notEmpty, maxLength, returned } = row;
  const parameter: Partial<ParameterRow> = row;
  const limits = [
    range(row),
    maxLength === undefined ? undefined : `at most ${formatInteger(maxLength)} characters`,
    notEmpty?.basis === 'documented' ? 'not empty' : undefined,
    parameter.default === undefined ? undefined : `default ${parameter.default}`,
    parameter.commaSeparated ? 'comma-separated' : undefined,
    parameter.alsoSpelled === undefined ? undefined : `also spelled \`${parameter.alsoSpelled}\``,
    returned === undefined ? undefined : absences[returned],
  ];
  return { row, limits: limits.filter((each) => each !== undefined) };
}

const absences = { 'when-set': 'only if set', never: 'never returned' } as const;

function range({ min, max, unit }: FieldRow): string | undefined {
  const suffix = unit === undefined ? '' : ` ${unit}`;
  if (min !== undefined && max !== undefined) return `${formatInteger(min)} to ${formatInteger(max)}${suffix}`;
  if (min !== undefined) return `${unit === undefined ? '' : `${unit}, `}at least ${formatInteger(min)}`;
  return max === undefined ? unit : `at most ${formatInteger(max)}${suffix}`;
}
