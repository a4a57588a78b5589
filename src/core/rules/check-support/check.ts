// The types of a check: it examines one exchange and those before it, and reports what it observed. Each check is one file in ../checks.

import type { Citation } from '../../../catalogue/citation.ts';
import type { DiagnosisId } from '../../../catalogue/diagnoses/all.ts';
import type { OperationRow } from '../../../catalogue/operations.ts';
import type { FieldRow } from '../../../catalogue/schema.ts';
import type { Exchange, Token } from '../../model/exchange.ts';
import type { Observation, Rule, Severity } from '../../model/finding.ts';

export interface Check extends Rule {
  readonly severity: CheckSeverity;
  /** Position among findings of the same severity, lowest first. By default after all checks that have one. */
  readonly order?: number;
  readonly fix: string;
  /** The statuses that Xero may respond with because of it. */
  readonly canCause?: readonly number[];
  /** A response with this diagnosis was caused by what the check found. */
  readonly confirmedBy?: DiagnosisId;
  readonly citation: Citation;
  /** Pure and total. An empty list where there is nothing to report. */
  readonly run: (context: CheckContext) => readonly CheckResult[];
}

export type CheckSeverity = Exclude<Severity, 'success'>;

export type CheckResult = Observation & { readonly expected: string; readonly severity?: CheckSeverity };

/** The input of a check. */
export interface CheckContext {
  readonly exchange: Exchange;
  readonly operation: OperationRow | undefined;
  readonly requestBody: ParsedBody;
  /** Parsed for successes only. */
  readonly responseBody: ParsedBody;
  /** Parameters in the order of the URL. */
  readonly query: readonly (readonly [name: string, value: string])[];
  /** Exchanges that started before this one, oldest first. */
  readonly earlier: readonly Exchange[];
}

export type ParsedBody =
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'none' }
  | { readonly kind: 'not-json'; readonly text: string }
  /** Not available, so no check may draw a conclusion from it. */
  | { readonly kind: 'unknown' };

/** Changes to a valid request each of which this check, and no other, must report. For the property tests. */
export interface Mutations {
  /** Request headers, each of which is set alone. */
  readonly headers?: readonly Readonly<Record<string, string>>[];
  /** Invalid values of a field of a request body. */
  readonly requestField?: (row: FieldRow) => readonly unknown[];
}

/** Requests that a check must report, and requests that it must not. */
export interface Examples {
  readonly fail: readonly Example[];
  readonly pass: readonly Example[];
}

/**
 * One exchange and those before it. Whatever is left out is valid.
 * The exchange starts at 2026-11-22T14:02:41Z (`EXAMPLE_TIME_MS`), and rules see no other clock: examples never depend on today's date.
 */
export interface Example {
  /** Method and path below the API root, with ids in braces filled in. Default: `GET /Projects`. */
  readonly call?: string;
  readonly viaProxy?: true;
  /** Added to the usual request headers; `null` removes one. */
  readonly headers?: Readonly<Record<string, string | null>>;
  /** Changes to a valid token, whose expiry is relative to the start of the exchange; `null`: no Authorization header. */
  readonly token?: (Partial<Token> & { readonly expiresInMs?: number }) | null;
  /** A string is sent as it is, anything else as JSON. */
  readonly requestBody?: unknown;
  /** Default: 200 with a `responseBody`, else 400. */
  readonly status?: number;
  readonly responseBody?: unknown;
  /** Earlier exchanges, and how many seconds before this one each started. */
  readonly before?: readonly (Example & { readonly secondsBefore: number })[];
}
