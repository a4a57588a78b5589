// How a field, a parameter and a path parameter are described: one row each, with its citation.

import type { Citation } from './citation.ts';

export interface FieldRow {
  readonly name: string;
  readonly type: FieldType;
  /** What an object is, or what the items of a list are. */
  readonly itemType?: EntityName;
  readonly required: boolean;
  /** Where only some of the methods that send it require it: those. */
  readonly requiredOn?: readonly string[];
  /** Where `citation` does not say that it is required: what does. */
  readonly requiredBy?: Citation;
  /** Worked out by Xero: not to be sent. */
  readonly readOnly?: boolean;
  /** The only values of an `enum`. */
  readonly values?: readonly string[];
  /** Least and most of a number, both inclusive, in `unit`. */
  readonly min?: number;
  readonly max?: number;
  readonly unit?: string;
  /** A text may not be empty: what says so. */
  readonly notEmpty?: Citation;
  /** Longest text, characters. */
  readonly maxLength?: number;
  /** Whether answers hold it. Left out: in every recorded answer. */
  readonly returned?: 'when-set' | 'never';
  /** One phrase: what it is. */
  readonly meaning: string;
  /** One phrase, as it is shown beside Xero's message. */
  readonly rule: string;
  readonly citation: Citation;
  readonly differences?: readonly SpecDiscrepancy[];
}

type FieldType = 'string' | 'uuid' | 'number' | 'integer' | 'boolean' | 'date-time' | 'enum' | 'object' | 'list';

export type EntityName =
  | 'ProjectCreateOrUpdate'
  | 'ProjectPatch'
  | 'TaskCreateOrUpdate'
  | 'TimeEntryCreateOrUpdate'
  | 'Amount'
  | 'Project'
  | 'Projects'
  | 'Task'
  | 'Tasks'
  | 'TimeEntry'
  | 'TimeEntries'
  | 'ProjectUser'
  | 'ProjectUsers'
  | 'Pagination'
  | 'ModelError';

/** A query parameter. */
export interface ParameterRow extends FieldRow {
  /** Another spelling that Xero's own pages use. */
  readonly alsoSpelled?: string;
  /** Several values in one parameter, joined by commas. */
  readonly commaSeparated?: true;
  /** The specification has one value, but clients send several, joined by commas, and Xero doesn't refuse them. */
  readonly toleratesList?: true;
  readonly default?: string;
  /** Names that people send for it by mistake. */
  readonly mistakenFor?: readonly string[];
}

/** Where the specification says one thing and the live API does another: both. */
export interface SpecDiscrepancy {
  readonly specification: string;
  readonly live: string;
  readonly citation: Citation;
}
