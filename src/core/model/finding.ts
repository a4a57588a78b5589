// The one shape of everything the rules report: checks, causes, sequence rules, notes and reasons differ only in what they look at.

import type { Citation } from '../../catalogue/citation.ts';
import type { Certainty } from './certainty.ts';

export interface Finding {
  readonly kind: RuleKind;
  /** Stable: tests, reports and links use it. */
  readonly ruleId: string;
  /** A noun phrase. */
  readonly title: string;
  readonly severity: Severity;
  /** Phrases without a final full stop; backticks mark code, and text from the wire goes through `quote`. */
  readonly observed: string;
  readonly expected?: string;
  /** One imperative sentence; empty where nothing needs doing. */
  readonly fix: string;
  readonly certainty: Certainty;
  /** The other exchanges that the finding is based on. */
  readonly relatedIds: readonly number[];
  /** Left out where the finding is about the panel's own state. */
  readonly citation?: Citation;
  /** Left out where the finding is about the request as a whole. */
  readonly location?: Location;
}

export type RuleKind = 'check' | 'cause' | 'sequence' | 'note' | 'reason';

/** `error`: breaks a rule that Xero states. `warning`: likely not what was meant. `note`: good to know. `success`: went well. */
export type Severity = 'error' | 'warning' | 'note' | 'success';

export type Location =
  | { readonly in: 'header' | 'query' | 'path'; readonly name: string }
  /** The request's or the response's body: a JSON pointer. */
  | { readonly in: 'request' | 'response'; readonly pointer: string };

/** What all findings of a rule have in common. */
export interface Rule {
  readonly id: string;
  readonly title: string;
  readonly severity: Severity;
  /** Left out where each finding has its own. */
  readonly fix?: string;
  readonly citation?: Citation;
}

/** What a rule returns: what it observed, and what differs from the rule's defaults. */
export type Observation = Pick<Finding, 'observed'> & Partial<Omit<Finding, 'kind' | 'ruleId' | 'title'>>;

/** Certain and with no related exchanges unless the observation says otherwise. */
export function toFinding<O extends Observation>(
  kind: RuleKind,
  { id, title, severity, fix = '', citation }: Rule,
  observation: O,
): Finding & O {
  return {
    ...{ kind, ruleId: id, title, severity, fix, certainty: 'certain', relatedIds: [] },
    ...(citation && { citation }),
    ...observation,
  };
}

/** For `sort`: errors first, then warnings, notes and what went well. */
export function bySeverity(a: Finding, b: Finding): number {
  return severities.indexOf(a.severity) - severities.indexOf(b.severity);
}

const severities: readonly Severity[] = ['error', 'warning', 'note', 'success'];
