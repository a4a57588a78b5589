// What bounds a field or a parameter, in words.

import type { FieldRow, ParameterRow } from '../../catalogue/schema.ts';
import { grouped } from '../text/format-number.ts';
import type { Field } from './entry.ts';

/** A row with its limits. */
export function describeField(row: FieldRow | ParameterRow): Field {
  const { notEmpty, longest, returned } = row;
  const parameter: Partial<ParameterRow> = row;
  const limits = [
    range(row),
    longest === undefined ? undefined : `at most ${grouped(longest)} characters`,
    notEmpty?.basis === 'documented' ? 'not empty' : undefined,
    parameter.default === undefined ? undefined : `default ${parameter.default}`,
    parameter.commaSeparated ? 'joined by commas' : undefined,
    parameter.alsoSpelled === undefined ? undefined : `also spelled \`${parameter.alsoSpelled}\``,
    returned === undefined ? undefined : absences[returned],
  ];
  return { row, limits: limits.filter((each) => each !== undefined) };
}

const absences = { 'when-set': 'only where it is set', never: 'never returned' } as const;

function range({ least, most, unit }: FieldRow): string | undefined {
  const of = unit === undefined ? '' : ` ${unit}`;
  if (least !== undefined && most !== undefined) return `${grouped(least)} to ${grouped(most)}${of}`;
  if (least !== undefined) return `${unit === undefined ? '' : `${unit}, `}at least ${grouped(least)}`;
  return most === undefined ? unit : `at most ${grouped(most)}${of}`;
}
