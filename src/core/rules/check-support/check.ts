// The types of a check: it examines one exchange and those before it, and reports what it observed. Each check is one file in ../checks
// that exports `check`, `examples` and `mutations`. Copy accept-not-json.ts for a new one.

import type { Citation } from '../../../catalogue/citation.ts';
import type { DiagnosisId } from '../../../catalogue/diagnoses/all.ts';
import type { OperationRow } from '../../../catalogue/operations.ts';
import type { FieldRow, ParameterRow } from '../../../catalogue/schema.ts';
import type { Exchange, Token } from '../../model/exchange.ts';
import type { Observation, Rule, Severity } from '../../model/finding.ts';

export interface Check extends Rule {
  readonly severity: CheckSeverity;
  /**
   * Position among findings of the same severity, lowest first. The numbers follow the parts of a request: address, body, query, headers,
   * response. Only their order counts. Omitted: after all checks that have one, which is right for most new checks.
   */
  readonly order?: number;
  /** Also runs on requests to Xero that are outside the Projects API. */
  readonly runsOutsideApi?: true;
  readonly fix: string;
  /** A clause about several findings of the check, followed by their names. Default: its title, with the count. */
  readonly groupTitle?: (count: string) => string;
  /** The statuses that it can cause. */
  readonly canCause?: readonly number[];
  /** A response with this diagnosis is caused by what the check found. */
  readonly confirmedBy?: DiagnosisId;
  readonly citation: Citation;
  /** Pure and total. An empty list where there is nothing to report. */
  readonly run: (context: CheckContext) => readonly CheckResult[];
}

export type CheckSeverity = Exclude<Severity, 'success'>;

export type CheckResult = Observation & {
  readonly expected: string;
  readonly severity?: CheckSeverity;
  /** The documented field that an unknown one was probably meant to be. */
  readonly meant?: { readonly name: string; readonly pointer: string };
  /** The tenant ID to send instead. */
  readonly tenantToSend?: string;
};

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
  /** The body is unavailable, so no check may draw a conclusion from it. */
  | { readonly kind: 'unknown' };

/** Requests that a check must report, and requests that it must not. */
export interface Examples {
  readonly fail: readonly Example[];
  readonly pass: readonly Example[];
}

/**
 * One exchange and those before it. Whatever is omitted is valid.
 * The exchange starts at 2026-11-22T14:02:41Z (`EXAMPLE_TIME_MS`), which is the only clock of the rules: examples don't depend on today's date.
 */
export interface Example {
  /** Method and path below the API root, with ids in braces filled in. Default: `GET /Projects`. */
  readonly request?: string;
  readonly viaProxy?: true;
  /** Whether a server made the request instead of a page. */
  readonly isMadeByServer?: true;
  /** Added to the usual request headers; `null` removes one. */
  readonly headers?: Readonly<Record<string, string | null>>;
  /** Changes to a valid token, whose expiry is relative to the start of the exchange; `null`: no Authorization header. */
  readonly token?: (Partial<Token> & { readonly expiresInMs?: number }) | null;
  /** A string is sent unchanged, anything else as JSON. */
  readonly requestBody?: unknown;
  /** Default: 200 with a `responseBody`, else 400. */
  readonly status?: number;
  readonly responseBody?: unknown;
  /** Earlier exchanges, and how many seconds before this one each started. */
  readonly before?: readonly (Example & { readonly secondsBefore: number })[];
}

/**
 * Changes to a valid request. This check must report each of them, and no other check may. `src/testing/mutations` applies each of them
 * separately to random valid requests of every operation that it applies to. One kind of change is enough.
 */
export interface Mutations {
  /** Request headers to set; `null` removes one. */
  readonly headers?: readonly Readonly<Record<string, string | null>>[];
  /** Other changes to a request of this operation. */
  readonly request?: (operation: OperationRow) => readonly RequestMutation[];
  /** Values of a field of the request body. `undefined` omits the field. */
  readonly requestField?: (row: FieldRow, operation: OperationRow) => readonly unknown[];
  /** The same for the body of a successful response. */
  readonly responseField?: (row: FieldRow) => readonly unknown[];
  /** Values of a query parameter. */
  readonly parameter?: (row: ParameterRow) => readonly string[];
}

/** One change to a request and its response. Whatever is omitted stays unchanged. */
export interface RequestMutation
  extends Pick<Example, 'request' | 'headers' | 'token' | 'requestBody' | 'responseBody' | 'before'> {
  /** Default: unchanged, or 200 with a change to the response body. */
  readonly status?: number;
  readonly viaProxy?: boolean;
  /** Replaces the parameters with the same names. A name may be repeated. */
  readonly query?: readonly (readonly [name: string, value: string])[];
  /** Values by JSON pointer into the request body; `undefined` omits a field. */
  readonly requestFields?: Readonly<Record<string, unknown>>;
  readonly responseFields?: Readonly<Record<string, unknown>>;
  /** The changed request was also sent before, with these further changes. */
  readonly repeats?: RequestMutation & { readonly secondsBefore: number };
}
