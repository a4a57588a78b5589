// What an entry of the reference is: one thing of the catalogue, as parts that a page can be made of.

import type { Citation } from '../../catalogue/citation.ts';
import type { DiagnosisRow } from '../../catalogue/diagnoses/row.ts';
import type { RetryPolicy } from '../../catalogue/retry-policy.ts';
import type { FieldRow, SpecDiscrepancy } from '../../catalogue/schema.ts';
import type { Severity } from '../model/finding.ts';

export interface ReferenceEntry {
  /** Stable: `operation/createTask`. Links name it. */
  readonly id: string;
  readonly kind: ReferenceKind;
  readonly title: string;
  /** Stands before the title: a method, a status. */
  readonly tag?: string;
  /** How bad it is, where it can be. */
  readonly tone?: DiagnosisRow['severity'] | Severity;
  /** One line; backticks mark code. */
  readonly summary: string;
  /** All that it is called; who searches for one of these means this entry. */
  readonly aliases: readonly string[];
  /** Fields, parameters and keys that it describes. */
  readonly keywords: readonly string[];
  /** What else it is to be found by, beside what its parts say. */
  readonly extraKeywords: readonly string[];
  readonly parts: readonly EntrySection[];
  /** The first carries the entry. */
  readonly sources: readonly [Citation, ...Citation[]];
}

/** In the order in which they are listed. */
export const referenceKinds = [
  'operation',
  'entity',
  'header',
  'scope',
  'diagnosis',
  'check',
  'rule',
  'absent',
  'limits',
] as const;

export type ReferenceKind = (typeof referenceKinds)[number];

export type EntrySection =
  /** A paragraph. */
  | { readonly kind: 'words'; readonly text: string; readonly learnMore?: string }
  | { readonly kind: 'facts'; readonly title?: string; readonly facts: readonly Fact[] }
  /** `of` is the entity that the fields are those of, where that is another entry. */
  | { readonly kind: 'fields'; readonly title: string; readonly of?: string; readonly fields: readonly Field[] }
  | { readonly kind: 'differences'; readonly differences: readonly SpecDiscrepancy[] }
  | { readonly kind: 'links'; readonly title: string; readonly links: readonly string[] }
  | { readonly kind: 'retry'; readonly rule: RetryPolicy }
  | { readonly kind: 'example'; readonly title: string; readonly lines: readonly string[]; readonly body: string };

/** One line of a list of terms. */
export interface Fact {
  readonly term: string;
  /** Sentences or phrases, a line each; backticks mark code. */
  readonly text?: readonly string[];
  /** Ids of entries. */
  readonly links?: readonly string[];
  /** Where it is not the entry's own. */
  readonly source?: Citation;
}

export interface Field {
  readonly row: FieldRow;
  /** Bounds, default and the like, a phrase each. */
  readonly limits: readonly string[];
}

/** Ids of the entries of a kind, by the name of what they are about. */
export const entryId = (kind: ReferenceKind, name: string): string => `${kind}/${name}`;
