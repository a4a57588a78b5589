// What a check is: it looks at one call, with what the log told before it, and says what it saw. One file each in this folder.

import type { Citation } from '../../../catalogue/citation.ts';
import type { DiagnosisId } from '../../../catalogue/diagnoses.ts';
import type { OperationRow } from '../../../catalogue/operations.ts';
import type { Certainty } from '../../model/certainty.ts';
import type { Exchange, Token } from '../../model/exchange.ts';

export interface Check {
  /** Stable: tests, reports and links name it. */
  readonly id: string;
  /** The failing state, a noun phrase. */
  readonly title: string;
  readonly severity: Severity;
  /** One imperative sentence; empty where nothing needs doing. */
  readonly fix: string;
  /** The statuses that Xero may answer for it. */
  readonly canCause?: readonly number[];
  /** Where the answer has this diagnosis too, the one is the reason for the other. */
  readonly confirmedBy?: DiagnosisId;
  readonly citation: Citation;
  /** Pure and total. Nothing to say: an empty list. */
  readonly run: (call: CheckContext) => readonly CheckResult[];
}

/** `error`: breaks a rule that Xero states. `warning`: likely not what was meant. `note`: good to know. */
export type Severity = 'error' | 'warning' | 'note';

export interface CheckResult {
  readonly location: Location;
  /** What was seen and what is expected: phrases; backticks mark code, and text from the wire goes through `quote`. */
  readonly observed: string;
  readonly expected: string;
  /** `certain` where left out. */
  readonly certainty?: Certainty;
  /** Where they differ from the check's own. */
  readonly severity?: Severity;
  readonly fix?: string;
  readonly citation?: Citation;
  /** Exchanges that it rests on beside the one looked at. */
  readonly relatedIds?: readonly number[];
}

export type Location =
  | { readonly in: 'header' | 'query' | 'path'; readonly name: string }
  /** The body that was sent, or the answer's: a JSON pointer. */
  | { readonly in: 'request' | 'response'; readonly pointer: string }
  | { readonly in: 'call' };

/** What a check looks at. */
export interface CheckContext {
  readonly exchange: Exchange;
  readonly operation: OperationRow | undefined;
  readonly requestBody: ParsedBody;
  /** The answer's body; read for successes only. */
  readonly responseBody: ParsedBody;
  /** Parameters of the address in their order. */
  readonly query: readonly (readonly [name: string, value: string])[];
  /** Exchanges of the log that began before this one, the oldest first. */
  readonly earlier: readonly Exchange[];
}

export type ParsedBody =
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'none' }
  | { readonly kind: 'not-json'; readonly text: string }
  /** It is not at hand, and nothing can be said of it. */
  | { readonly kind: 'unknown' };

/** Calls that a check must speak of, and calls that it must not. Everything not named is as it should be. */
export interface Examples {
  readonly fail: readonly Example[];
  readonly pass: readonly Example[];
}

export interface Example {
  /** Method and path below the API root; ids in braces are filled in. `GET /Projects` where left out. */
  readonly call?: string;
  readonly viaProxy?: true;
  /** Request headers beside the usual; `null`: not sent. */
  readonly headers?: Readonly<Record<string, string | null>>;
  /** Beside a good token; `null`: no Authorization header. */
  readonly token?: (Partial<Token> & { readonly expiresInMs?: number }) | null;
  /** The body: a text, or anything else as JSON. */
  readonly requestBody?: unknown;
  /** 400 where left out, 200 where there is an answer. */
  readonly status?: number;
  readonly responseBody?: unknown;
  /** What came before, and how many seconds before. */
  readonly before?: readonly (Example & { readonly secondsBefore: number })[];
}
