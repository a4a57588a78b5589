import type { OperationMatch } from './operation-match.ts';
// One call to the Xero Projects API and what came back, as every part of the inspector knows it. Facts only: no judgement.

/** A request and its response. Immutable: when more becomes known, the log holds a new object under the same `id`. */
export interface Exchange {
  readonly id: number;
  /** When the request began, ms since the epoch. NaN where the browser gave no readable time. */
  readonly startedMs: number;
  /** From start to the last byte, ms. `undefined` where the browser did not tell. */
  readonly durationMs: number | undefined;
  readonly match: OperationMatch;
  readonly request: Request;
  readonly response: Response;
  /** What the browser did to the call, where that and not the status is the answer. */
  readonly failure: Failure | undefined;
  /** The preflight that went before this call, folded into it. */
  readonly preflight: Preflight | undefined;
  readonly viaServiceWorker: boolean;
}

export interface Request {
  readonly method: string;
  readonly url: string;
  readonly headers: Headers;
  /** What the `Authorization` header held, without the token itself. `undefined`: no such header was seen. */
  readonly token: Token | undefined;
  readonly body: Body;
}

export interface Response {
  /** 0 where no response came or the browser hid it. */
  readonly status: number;
  readonly statusText: string;
  readonly headers: Headers;
  readonly body: Body;
}

/** Names in lower case, in the order they came, repeated where they were repeated. `untoldValue` for a value that is not known. */
export type Headers = readonly (readonly [name: string, value: string])[];

/** Stands where a header is known by its name alone: a preflight asks for names. */
export const UNAVAILABLE_VALUE = '[not told by the browser]';

export type Body =
  | { readonly kind: 'none' }
  /** `cutOff`: characters at its end that the browser did not hand over. */
  | { readonly kind: 'text'; readonly text: string; readonly bytes: number; readonly cutOff?: number }
  | { readonly kind: 'binary'; readonly bytes: number; readonly note: string }
  | { readonly kind: 'pending'; readonly bytes: number | undefined }
  | {
      readonly kind: 'lost';
      readonly why: BodyUnavailableReason;
      readonly bytes: number | undefined;
      readonly detail?: string;
    };

/**
 * Why a body cannot be shown. `released`: let go by the log to keep within its bytes. `navigated`: the page left before it could be
 * read. `withheld`: the browser gave none (too large for it, evicted, or blocked). `interrupted`: the page stopped reading.
 */
export type BodyUnavailableReason = 'released' | 'navigated' | 'withheld' | 'interrupted';

/** What the browser did to the call. */
export interface Failure {
  /** `cors`: refused for want of CORS headers. `aborted`: cancelled by the page. `network`: no whole answer came. Firefox tells
   * neither from the other: there a cancelled call is `network` too. */
  readonly kind: 'cors' | 'aborted' | 'network';
  /** The browser's own word, for example `net::ERR_FAILED`; empty where it gives none and the entry's other parts told. */
  readonly message: string;
}

export interface Preflight {
  readonly status: number;
  readonly durationMs: number | undefined;
}

/** What is kept of an access token: claims that explain refusals, and a fingerprint to tell two tokens apart. */
export interface Token {
  readonly kind: 'jwt' | 'opaque' | 'missing';
  /** As sent, for example `Bearer`; empty where the header held a bare value. */
  readonly scheme: string;
  /** Eight hex digits of a hash; empty where there was no token, or it was not there to be read. Not reversible. */
  readonly fingerprint: string;
  /** Of the whole header's value, characters: headers have a limit together. */
  readonly length: number;
  readonly issuer: string | undefined;
  readonly clientId: string | undefined;
  readonly scopes: readonly string[] | undefined;
  /** Times in ms since the epoch. */
  readonly notBeforeMs: number | undefined;
  readonly expiresMs: number | undefined;
}

/** What is known of a token that was sent and is not at hand. */
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

/** One was sent, but it is not at hand: taken out of the file that was read, or never told by the browser. */
export function isStripped(token: Token | undefined): boolean {
  return token !== undefined && token.kind !== 'missing' && token.fingerprint === '';
}

/** Whether header `name` (lower case) is there, be its value known or not. */
export function hasHeader(headers: Headers, name: string): boolean {
  return headers.some(([key]) => key === name);
}

/** The known value of header `name` (lower case); where it was repeated, the values joined by `, ` as HTTP defines it. */
export function getHeader(headers: Headers, name: string): string | undefined {
  let value: string | undefined;
  for (const [key, each] of headers) {
    if (key === name && each !== UNAVAILABLE_VALUE) value = value === undefined ? each : `${value}, ${each}`;
  }
  return value;
}

/** The call goes to Xero's own host: what it holds is what Xero gets, and what answers is Xero's. */
export function isDirectToXero({ match }: Exchange): boolean {
  return match.matchedBy === 'host';
}

/** The tenant that a call names, in lower case; `undefined` where it names none, or the browser does not tell. */
export function tenantId({ request }: Exchange): string | undefined {
  return getHeader(request.headers, 'xero-tenant-id')?.trim().toLowerCase() || undefined;
}
