// Reads the custom HAR field. Anybody can write one, so it only adds what the entry itself cannot express, and each value is bounded.

import type { Body, BodyUnavailableReason, Failure, Preflight, Token, TokenAudience } from '../model/exchange.ts';
import type { OperationMatch } from '../model/operation-match.ts';
import type { ServerOrigin } from '../model/server-origin.ts';
import { isObject } from '../text/is-object.ts';
import { toDurationMs, toRecord, toShortText, toSize, toStatus, toTokenTimeMs } from './bounded-values.ts';
import { readServerOrigin } from './read-server-origin.ts';
import { toValidUri } from './uri.ts';

export interface CustomFields {
  /** Only a hint: whether it fits the URL is for `matchExported` to decide. */
  readonly matchedBy: OperationMatch['matchedBy'];
  readonly path: string | undefined;
  /** The URL of the entry, as it was before it was written as a URI. */
  readonly url: string;
  /** Whether the `time` of the entry is known. */
  readonly isTimed: boolean;
  readonly token: Token | undefined;
  readonly failure: Failure | undefined;
  readonly preflight: Preflight | undefined;
  readonly viaServiceWorker: boolean;
  /** If a server made the request. */
  readonly server: ServerOrigin | undefined;
  /** The entry of the server's side, not validated. */
  readonly forwarded: object | undefined;
  /** How many headers were not stored. */
  readonly omittedRequestHeaders: number;
  readonly omittedResponseHeaders: number;
  /** Bodies without their text and its size: these are in HAR's own fields. */
  readonly requestBody: Body;
  readonly responseBody: Body;
}

/** `undefined` unless the value is in the format that `writeCustomFields` writes. `entryUrl` is the URL in HAR's own field. */
export function readCustomFields(value: unknown, entryUrl: string): CustomFields | undefined {
  const fields = toRecord(value);
  const matchedBy = matchKinds.find((each) => each === fields.matchedBy);
  const [requestBody, responseBody] = [readBody(fields.requestBody), readBody(fields.responseBody)];
  if (matchedBy === undefined || requestBody === undefined || responseBody === undefined) return undefined;
  const { url, path } = fields;
  return {
    matchedBy,
    path: typeof path === 'string' ? path : undefined,
    url: isUrlOf(url, entryUrl) ? url : entryUrl,
    isTimed: toDurationMs(fields.durationMs) !== undefined,
    token: readToken(fields.token),
    failure: readFailure(fields.failure),
    preflight: readPreflight(fields.preflight),
    viaServiceWorker: fields.viaServiceWorker === true,
    server: readServerOrigin(fields.server),
    forwarded: isObject(fields.forwarded) ? fields.forwarded : undefined,
    omittedRequestHeaders: toSize(fields.omittedRequestHeaders) ?? 0,
    omittedResponseHeaders: toSize(fields.omittedResponseHeaders) ?? 0,
    requestBody,
    responseBody,
  };
}

const matchKinds: readonly OperationMatch['matchedBy'][] = ['host', 'path', 'mapped'];

const MAX_TEXT_CHARS = 1_000;
const MAX_SCOPES = 100;
/** The URL of an exchange is shorter, even with the note that it was cut. */
const MAX_WRITTEN_URL_CHARS = 20_000;

function isUrlOf(url: unknown, entryUrl: string): url is string {
  return typeof url === 'string' && url.length <= MAX_WRITTEN_URL_CHARS && toValidUri(url) === entryUrl;
}

function readBody(value: unknown): Body | undefined {
  const { kind, bytes, missingChars, note, reason, detail } = toRecord(value);
  if (kind === 'none') return { kind };
  if (kind === 'text') {
    const missing = toSize(missingChars);
    return { kind, text: '', bytes: 0, ...(missing === undefined ? {} : { missingChars: missing }) };
  }
  const size = toSize(bytes);
  if (kind === 'binary' && size !== undefined) {
    return { kind, bytes: size, note: toShortText(note, MAX_TEXT_CHARS) ?? '' };
  }
  const known = unavailableReasons.find((each) => each === reason);
  if (kind !== 'unavailable' || known === undefined) return undefined;
  const text = toShortText(detail, MAX_TEXT_CHARS);
  return { kind, reason: known, bytes: size, ...(text === undefined ? {} : { detail: text }) };
}

const unavailableReasons: readonly BodyUnavailableReason[] = [
  'evicted',
  'navigated',
  'not-provided',
  'interrupted',
  'not-read',
  'in-other-file',
  'not-in-file',
  'not-recorded',
];

function readToken(value: unknown): Token | undefined {
  const { kind, scheme, fingerprint, length, issuer, clientId, scopes, notBeforeMs, expiresMs, ...rest } =
    toRecord(value);
  const audience = audiences.find((each) => each === rest.audience);
  if (kind !== 'jwt' && kind !== 'opaque' && kind !== 'missing') return undefined;
  return {
    kind,
    scheme: matching(scheme, /^[a-z]{1,16}$/i),
    fingerprint: matching(fingerprint, /^[\da-f]{8}$/),
    length: toSize(length) ?? 0,
    issuer: toShortText(issuer, MAX_TEXT_CHARS),
    clientId: toShortText(clientId, MAX_TEXT_CHARS),
    ...(audience && { audience }),
    scopes: Array.isArray(scopes)
      ? scopes.slice(0, MAX_SCOPES).flatMap((each) => toShortText(each, MAX_TEXT_CHARS) ?? [])
      : undefined,
    notBeforeMs: toTokenTimeMs(notBeforeMs),
    expiresMs: toTokenTimeMs(expiresMs),
  };
}

const audiences: readonly TokenAudience[] = ['api', 'app', 'other'];

/** Empty unless it matches. */
function matching(value: unknown, pattern: RegExp): string {
  return typeof value === 'string' && pattern.test(value) ? value : '';
}

function readFailure(value: unknown): Failure | undefined {
  const { kind, message } = toRecord(value);
  return kind === 'cors' || kind === 'aborted' || kind === 'network'
    ? { kind, message: toShortText(message, MAX_TEXT_CHARS) ?? '' }
    : undefined;
}

/** A preflight without a response has the status 0. */
function readPreflight(value: unknown): Preflight | undefined {
  const { status, durationMs } = toRecord(value);
  const known = status === 0 ? 0 : toStatus(status);
  return known === undefined ? undefined : { status: known, durationMs: toDurationMs(durationMs) };
}
