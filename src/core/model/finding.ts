// The common shape of everything that rules report: checks, causes, sequence rules, notes and reasons.

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
  /** What was observed, as complete sentences. Omitted where `observed` makes one with a full stop. */
  readonly sentence?: string;
  readonly expected?: string;
  /** One imperative sentence; empty if there is nothing to do. */
  readonly fix: string;
  readonly certainty: Certainty;
  /** The other exchanges that the finding is based on. */
  readonly relatedIds: readonly number[];
  /** Omitted if the finding is about the state of the panel itself. */
  readonly citation?: Citation;
  /** Omitted if the finding is about the request as a whole. */
  readonly location?: Location;
}

export type RuleKind = 'check' | 'cause' | 'sequence' | 'note' | 'reason';

/** `error`: breaks a rule that Xero states. `warning`: probably unintended. `note`: good to know. `success`: worked. */
export type Severity = 'error' | 'warning' | 'note' | 'success';

export type Location =
  | { readonly in: 'header' | 'query' | 'path'; readonly name: string }
  /** A JSON pointer into the body of the request or the response. */
  | { readonly in: 'request' | 'response'; readonly pointer: string };

/** What all findings of a rule share. */
export interface Rule {
  readonly id: string;
  readonly title: string;
  readonly severity: Severity;
  /** Omitted if each finding has its own. */
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
    kind,
    ruleId: id,
    title,
    severity,
    fix,
    certainty: 'certain',
    relatedIds: [],
    ...(citation && { citation }),
    ...observation,
  };
}

/** What was observed, as complete sentences. */
export function statementOf({ kind, title, observed, sentence }: Finding): string {
  // Checks observe phrases.
  return sentence ?? (kind === 'check' ? `${title}: ${observed}.` : `${observed}.`);
}

/** For `sort`: errors, warnings, notes, successes. */
export function bySeverity(a: Finding, b: Finding): number {
  return severities.indexOf(a.severity) - severities.indexOf(b.severity);
}

const severities: readonly Severity[] = ['error', 'warning', 'note', 'success'];
