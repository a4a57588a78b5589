// Headers as they are stored, without secrets. Of a token, the claims are stored; of an unknown header, only the length.

import { MAX_HEADERS, redactAndBound } from '../../core/secrets/bounded-text.ts';
import { redactHeaderValue } from '../../core/secrets/redact-header.ts';
import { REDACTED } from '../../core/secrets/redaction-marker.ts';
import { isShownHeader } from '../../core/secrets/shown-headers.ts';

/** In the original order and spelling, with repetitions. */
export type RawHeaders = readonly (readonly [name: string, value: string])[];

export interface HarHeader {
  readonly name: string;
  readonly value: string;
}

export function toRecordedHeaders(headers: RawHeaders): HarHeader[] {
  return headers.slice(0, MAX_HEADERS).map(([name, value]) => ({
    name: redactAndBound(name),
    value: redactValue(name.toLowerCase(), value),
  }));
}

function redactValue(name: string, value: string): string {
  if (name === 'authorization') return withoutSignature(value);
  return isShownHeader(name) ? redactAndBound(value) : redactHeaderValue(name, value);
}

/** `Bearer header.payload.` for a JSON Web Token; only the scheme for anything else. */
function withoutSignature(value: string): string {
  const [, scheme = '', signed] = signedToken.exec(value) ?? otherToken.exec(value) ?? [];
  return scheme + (signed ?? REDACTED);
}

const signedToken = /^((?:[A-Za-z\d-]{1,20} )?)(eyJ[\w-]{1,4000}\.eyJ[\w-]{1,16000}\.)[\w-]{0,4000}$/;
const otherToken = /^((?:bearer|basic|digest|dpop|negotiate|ntlm) )/i;

/** Parses the head of an HTTP/1.1 message as a client wrote it. */
export function parseHead(head: string): RawHeaders {
  return head.split('\r\n').flatMap((line, i) => {
    const colon = line.indexOf(':');
    return i === 0 || colon < 1 ? [] : [[line.slice(0, colon), line.slice(colon + 1).trim()] as const];
  });
}

/** From `['name', 'value', 'name', 'value']` in strings or bytes, or from an object (HTTP/2). */
export function toRawHeaders(headers: unknown): RawHeaders {
  if (!Array.isArray(headers)) {
    return Object.entries((headers ?? {}) as object).flatMap(([name, value]) => repeat(name, value));
  }
  const pairs: (readonly [string, string])[] = [];
  for (let i = 0; i + 1 < headers.length; i += 2) pairs.push(...repeat(toText(headers[i]), headers[i + 1]));
  return pairs;
}

function repeat(name: string, value: unknown): RawHeaders {
  return (Array.isArray(value) ? value : [value]).map((each) => [name, toText(each)] as const);
}

function toText(value: unknown): string {
  return value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : String(value);
}

/** The value of header `name`, in lower case; empty if there is none. */
export function headerValue(headers: RawHeaders, name: string): string {
  return headers.find(([each]) => each.toLowerCase() === name)?.[1] ?? '';
}
