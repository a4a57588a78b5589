// How a diagnosis row is written. `all.ts` lists the rows in the order in which they are tried.

import type { AddressFaultId } from '../address-faults.ts';
import type { BodyShape } from '../body-shape.ts';
import type { Citation } from '../citation.ts';
import type { ClientHints, RetryPolicy } from '../retry-policy.ts';

/**
 * One kind of response that the panel can explain. A new status is one row, in the file of its group. What this template uses is
 * exported by `../citation.ts` and `row-parts.ts`.
 *
 * ```ts
 * {
 *   id: 'unsupported-media-type',
 *   when: [{ status: [415] }],
 *   severity: 'error',
 *   title: 'Unsupported media type',
 *   meaning: 'Xero can’t read a body of this content type.',
 *   fix: 'Send JSON with `Content-Type: application/json`.',
 *   docsUrl: responseCodesPage,
 *   retry: {
 *     action: { kind: 'fix-first' },
 *     advice: 'Correct the content type first.',
 *     executed: 'no',
 *     citation: inference,
 *   },
 *   example: { status: 415 },
 *   citations: [inference],
 *   variants: [
 *     {
 *       when: [{ status: [415], origin: 'unknown' }],
 *       title: 'Unsupported media type (may not be from Xero)',
 *       meaning: 'The content type was rejected, and the response doesn’t show whether by Xero or by your server.',
 *       example: { url: PROXY_URL, status: 415, headers: HTML_HEADERS, body: '<h1>Unsupported Media Type</h1>' },
 *     },
 *   ],
 * },
 * ```
 */
export interface DiagnosisRow {
  /** In kebab case and permanent: filters, exported files and links to the reference use it. */
  readonly id: string;
  /** The row applies when any one of these matches, and no earlier row does. */
  readonly when: readonly Selector[];
  readonly severity: 'success' | 'warning' | 'error';
  /** The failing state in at most five words, without a full stop; unique among rows and variants. */
  readonly title: string;
  /** What happened, in one sentence: a fact, not a guess at its cause. */
  readonly meaning: string;
  /** The possible reason, shown until a more specific one is known. A variant with its own meaning doesn't inherit it. */
  readonly why?: { readonly text: string; readonly citation: Citation } | undefined;
  /** What to do, in imperative sentences; empty if nothing needs to be done. */
  readonly fix: string;
  /** The page to read next. */
  readonly docsUrl: string;
  /** Whether and when to send the request again. */
  readonly retry: RetryPolicy;
  /** Only if the retry client needs more than the retry policy. */
  readonly client?: ClientHints;
  /** Which part of the authorization is at fault, if known: `token` if another token helps. */
  readonly atFault?: 'token' | 'scope-or-plan';
  /** A typical response; tests check that it gets this diagnosis. */
  readonly example: Example;
  /** Sources of the row. The first supports `meaning`. */
  readonly citations: readonly [Citation, ...Citation[]];
  /** Other texts under the same id, tried before the row itself. */
  readonly variants?: readonly DiagnosisVariant[];
  /**
   * A row that a 4xx or 5xx status alone selects needs a variant with `origin: 'unknown'`: behind a proxy any server may have sent it.
   * A row that is true whoever sent the response gives the reason here instead.
   */
  readonly trueOfAnyOrigin?: string;
}

/** Omitted fields are those of its row. */
export type DiagnosisVariant = Pick<DiagnosisRow, 'when' | 'title' | 'example'> &
  Partial<Omit<DiagnosisRow, 'id' | 'variants' | 'trueOfAnyOrigin'>> & {
    /** A cause of the row's response also explains the variant's. Usually a variant is less specific than its row. */
    readonly isAsSpecific?: true;
  };

/** Matches if all given fields do. */
export interface Selector {
  readonly status?: readonly (number | StatusClass)[];
  readonly failure?: 'cors' | 'aborted' | 'network';
  /** What is wrong with the URL: any of these. */
  readonly address?: readonly AddressFaultId[];
  /**
   * `proxy`: the URL is not Xero's own but one recognized by its path or by a mapping. `connections`: it is the URL of `/connections`, `connection`: of one of them. `identity`: it is a request for tokens.
   * `server`: a server made the request. `connector`: the host or the message is that of a connector in `../connectors.ts`.
   */
  readonly via?: 'proxy' | 'connections' | 'connection' | 'identity' | 'connector' | 'server';
  /** The response came through a proxy, and nothing in it shows that Xero sent it. */
  readonly origin?: 'unknown';
  readonly shape?: readonly BodyShape[];
  /** Any of these in the body, in its problem's detail or in `www-authenticate`; lower case, percent-decoded. */
  readonly bodyIncludes?: readonly string[];
  /** Any of these in the header's value; lower case. An empty list: the header is present. */
  readonly header?: { readonly name: string; readonly includes: readonly string[] };
  /** None of these may match. */
  readonly not?: readonly Selector[];
}

type StatusClass = '2xx' | '4xx' | '5xx';

/** A typical response, for the reference and for tests. Its ids are made up. */
export interface Example {
  /** Default: a URL of Xero's. */
  readonly url?: string;
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** The number of characters after `body` that were not read. */
  readonly unreadChars?: number;
  readonly failure?: 'cors' | 'aborted' | 'network';
  /** Whether a server made the request instead of a page. */
  readonly isMadeByServer?: true;
}
