// How rows describe fields and parameters.

import type { Citation } from './citation.ts';

export interface FieldRow {
  readonly name: string;
  readonly type: FieldType;
  /** The entity of an object, or of the items of a list. */
  readonly itemType?: EntityName;
  readonly required: boolean;
  /** The methods that require it, if only some of those that send it do. */
  readonly requiredOn?: readonly string[];
  /** The source for `required`, if `citation` doesn't say so. */
  readonly requiredBy?: Citation;
  /** Computed by Xero; a request can't set it. */
  readonly readOnly?: boolean;
  /** The allowed values of an `enum`. */
  readonly values?: readonly string[];
  /** Inclusive bounds of a number, in `unit`. */
  readonly min?: number;
  readonly max?: number;
  readonly unit?: string;
  /** The source that says that a string may not be empty. */
  readonly notEmpty?: Citation;
  /** In characters. */
  readonly maxLength?: number;
  /** When responses contain it. Omitted: in every recorded response. */
  readonly returned?: 'when-set' | 'never';
  /** What the field is, as a phrase. */
  readonly meaning: string;
  /** A phrase, shown next to Xero's message. */
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

export interface ParameterRow extends FieldRow {
  /** Another spelling on Xero's own pages. */
  readonly alsoSpelled?: string;
  /** Accepts several values in one parameter, joined by commas. */
  readonly commaSeparated?: true;
  /** The specification has one value, but clients send several, joined by commas, and Xero doesn't refuse them. */
  readonly toleratesList?: true;
  readonly default?: string;
  /** Names that people send by mistake when they mean this parameter. */
  readonly mistakenFor?: readonly string[];
}

/** A difference between the specification and the live API. */
export interface SpecDiscrepancy {
  readonly specification: string;
  readonly live: string;
  readonly citation: Citation;
}
