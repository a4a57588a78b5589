// A request to the Xero Projects API and its response, as captured or imported. Facts only; diagnoses are derived elsewhere.

import type { OperationMatch } from './operation-match.ts';
import type { ServerOrigin } from './server-origin.ts';

/** Immutable: when more becomes known, the log replaces the object under the same `id`. */
export interface Exchange {
  readonly id: number;
  readonly source: ExchangeSource;
  /** Start of the request, ms since the epoch. NaN if unknown. */
  readonly startedMs: number;
  /** From the start to the last byte, ms. `undefined` if unknown. */
  readonly durationMs: number | undefined;
  readonly match: OperationMatch;
  readonly request: Request;
  readonly response: Response;
  /** How the browser failed the request, if that rather than the status determines the outcome. */
  readonly failure: Failure | undefined;
  /** The preflight of this request. */
  readonly preflight: Preflight | undefined;
  readonly viaServiceWorker: boolean;
  /** Only for a request that a server made, also an imported one. */
  readonly server?: ServerOrigin;
  /** Only for a request of the page that a server forwarded to Xero: the server's side of it. */
  readonly forwarded?: ForwardedRequest;
}

export interface ForwardedRequest
  extends Pick<Exchange, 'startedMs' | 'durationMs' | 'match' | 'request' | 'response' | 'failure'> {
  readonly server: ServerOrigin;
}

/**
 * `browser`: captured while DevTools was open. `server`: made by a development server whose recorder reported it. `import`: from a file
 * or pasted text, so what else happened is unknown.
 */
export type ExchangeSource = 'browser' | 'server' | 'import';

export interface Request {
  readonly method: string;
  readonly url: string;
  readonly headers: Headers;
  /** The number of further headers, which were not stored. */
  readonly omittedHeaders?: number;
  /** Facts about the `Authorization` header, without the token itself. `undefined` if there was no such header. */
  readonly token: Token | undefined;
  readonly body: Body;
}

export interface Response {
  /** A whole number up to 999; 0 if there was no response or the browser hid it. */
  readonly status: number;
  readonly statusText: string;
  readonly headers: Headers;
  /** As in a request. */
  readonly omittedHeaders?: number;
  readonly body: Body;
}

/** Names in lower case, in their original order, with repetitions. `UNAVAILABLE_VALUE` for an unknown value. */
export type Headers = readonly (readonly [name: string, value: string])[];

/** The value of a header of which only the name is known, from a preflight. */
export const UNAVAILABLE_VALUE = '[not reported by the browser]';

export type Body =
  | { readonly kind: 'none' }
  /**
   * `missingChars`: so many characters after `text` are unread: the browser cut them off, or the body is longer than what is stored. `bytes`
   * is the size of the whole body, with one byte for each of these.
   */
  | { readonly kind: 'text'; readonly text: string; readonly bytes: number; readonly missingChars?: number }
  | { readonly kind: 'binary'; readonly bytes: number; readonly note: string }
  | { readonly kind: 'pending'; readonly bytes: number | undefined }
  | {
      readonly kind: 'unavailable';
      readonly reason: BodyUnavailableReason;
      readonly bytes: number | undefined;
      readonly detail?: string;
    };

/**
 * Why a body is unavailable. `evicted`: removed from the log to stay within its bytes. `navigated`: the page was left before the body
 * was read. `not-provided`: the browser did not provide it (too large, discarded, or blocked). `interrupted`: the page stopped reading.
 * `not-read`: exported while it was pending. `in-other-file`: an imported HAR file names another file with it. `not-in-file`: an
 * imported HAR file lacks it. `not-recorded`: the server's recorder didn't store it.
 */
export type BodyUnavailableReason =
  | 'evicted'
  | 'navigated'
  | 'not-provided'
  | 'interrupted'
  | 'not-read'
  | 'in-other-file'
  | 'not-in-file'
  | 'not-recorded';

export interface Failure {
  /**
   * `cors`: blocked for lack of CORS headers. `aborted`: cancelled by the page. `network`: no complete response. Firefox does not
   * distinguish the last two, so its cancelled requests are `network` too.
   */
  readonly kind: 'cors' | 'aborted' | 'network';
  /** The browser's error, such as `net::ERR_FAILED`; empty if the failure was inferred from other parts of the entry. */
  readonly message: string;
}

export interface Preflight {
  readonly status: number;
  readonly durationMs: number | undefined;
}

/** The stored facts about an access token: claims that explain rejections, and a fingerprint to distinguish tokens. */
export interface Token {
  readonly kind: 'jwt' | 'opaque' | 'missing';
  /** As sent, such as `Bearer`; empty if the header had no scheme. */
  readonly scheme: string;
  /** Eight hex digits of a hash; empty if there was no token or it is unavailable. Not reversible. */
  readonly fingerprint: string;
  /** Characters of the whole header value: the total size of headers is limited. */
  readonly length: number;
  readonly issuer: string | undefined;
  readonly clientId: string | undefined;
  /** Omitted if the token names no audience. */
  readonly audience?: TokenAudience | undefined;
  readonly scopes: readonly string[] | undefined;
  /** Times in ms since the epoch. */
  readonly notBeforeMs: number | undefined;
  readonly expiresMs: number | undefined;
}

/** Who the token is for: Xero's API, the app itself, as an id token is, or another service. */
export type TokenAudience = 'api' | 'app' | 'other';

/** A token that was sent but is unavailable. */
export const STRIPPED_TOKEN: Token = {
  kind: 'opaque',
  scheme: 'Bearer',
  fingerprint: '',
  length: 0,
  issuer: undefined,
  clientId: undefined,
  scopes: undefined,
  notBeforeMs: undefined,
  expiresMs: undefined,
};

/** Whether a token was sent but is unavailable: stripped from an imported file, or not reported by the browser. */
export function isStripped(token: Token | undefined): boolean {
  return token !== undefined && token.kind !== 'missing' && token.fingerprint === '';
}

/** Whether header `name` (lower case) is present, even if its value is unavailable. */
export function hasHeader(headers: Headers, name: string): boolean {
  return headers.some(([key]) => key === name);
}

/** The available value of header `name` (lower case); repeated values are joined by `, `, as HTTP defines. */
export function getHeader(headers: Headers, name: string): string | undefined {
  let value: string | undefined;
  for (const [key, each] of headers) {
    if (key === name && each !== UNAVAILABLE_VALUE) value = value === undefined ? each : `${value}, ${each}`;
  }
  return value;
}

/** The server's side of a request that it forwarded for the page, as a separate exchange. */
export function serverSideOf({ id, forwarded }: Exchange): Exchange | undefined {
  return forwarded && { ...forwarded, id, source: 'server', preflight: undefined, viaServiceWorker: false };
}

/** Whether a server made the request, so that browser behaviour doesn't apply. */
export function isMadeByServer({ server }: Exchange): boolean {
  return server !== undefined;
}

/** Who made the request, in a sentence. */
export function senderOf(exchange: Exchange): 'server' | 'page' {
  return isMadeByServer(exchange) ? 'server' : 'page';
}

/** Whether the request went to Xero's own host, with no proxy that could change the request or the response. */
export function isDirectToXero({ match }: Exchange): boolean {
  return match.matchedBy === 'host';
}

/** The tenant of the request in lower case; `undefined` if there is none or it is unavailable. */
export function tenantId({ request }: Exchange): string | undefined {
  return getHeader(request.headers, 'xero-tenant-id')?.trim().toLowerCase() || undefined;
}
