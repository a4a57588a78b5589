// An entry of the reference: one item of the catalogue, with the sections of its page.

import type { Citation } from '../../catalogue/citation.ts';
import type { DiagnosisRow } from '../../catalogue/diagnoses/row.ts';
import type { RetryPolicy } from '../../catalogue/retry-policy.ts';
import type { FieldRow, SpecDiscrepancy } from '../../catalogue/schema.ts';
import type { Severity } from '../model/finding.ts';

export interface ReferenceEntry {
  /** Stable, used in links: `operation/createTask`. */
  readonly id: string;
  readonly kind: ReferenceKind;
  readonly title: string;
  /** Shown before the title: a method, a status. */
  readonly tag?: string;
  /** The severity, if applicable. */
  readonly tone?: DiagnosisRow['severity'] | Severity;
  /** One line; backticks mark code. */
  readonly summary: string;
  /** All names of the entry; a search for one of these ranks it first. */
  readonly aliases: readonly string[];
  /** Fields, parameters and keys that it describes. */
  readonly keywords: readonly string[];
  /** Additional search terms that its sections do not contain. */
  readonly extraKeywords: readonly string[];
  readonly parts: readonly EntrySection[];
  /** The first is the main citation. */
  readonly citations: readonly [Citation, ...Citation[]];
}

/** In display order. */
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
  /** `entityId` is the id of the entity entry that the fields belong to, if it is not this entry. */
  | { readonly kind: 'fields'; readonly title: string; readonly entityId?: string; readonly fields: readonly Field[] }
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
  /** Omitted if it is the entry's own. */
  readonly citation?: Citation;
}

export interface Field {
  readonly row: FieldRow;
  /** Bounds, default and the like, a phrase each. */
  readonly limits: readonly string[];
}

/** The id of an entry by its kind and the name of its subject. */
export const entryId = (kind: ReferenceKind, name: string): string => `${kind}/${name}`;
