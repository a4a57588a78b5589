// A custom HAR field for everything that HAR itself cannot express, so that exported exchanges import unchanged.

import { apiAddress } from '../../catalogue/api-address.ts';
import { diagnose } from '../diagnose/diagnose.ts';
import { matchOperation } from '../match/match-operation.ts';
import type { Body, BodyUnavailableReason, Exchange, Failure, Preflight, Token } from '../model/exchange.ts';
import type { OperationMatch } from '../model/operation-match.ts';
import { redactSecrets } from '../secrets/redact-secrets.ts';
import { toValidUri } from './uri.ts';

/** HAR allows custom fields that begin with an underscore. */
export const CUSTOM_FIELD = '_xeroProjects';

export interface CustomFields {
  readonly match: OperationMatch;
  /** The requested URL if it is not a valid URI. */
  readonly url: string | undefined;
  readonly startedMs: number;
  readonly durationMs: number | undefined;
  readonly token: Token | undefined;
  readonly failure: Failure | undefined;
  readonly preflight: Preflight | undefined;
  readonly viaServiceWorker: boolean;
  /** Bodies without their text, which is in HAR's own fields. */
  readonly requestBody: Body;
  readonly responseBody: Body;
}

/**
 * The diagnosis is for people who read the file, the rest for `readCustomFields`. Unknown values are `null`. The file format is spelled
 * out field by field, so that renaming a property of `Exchange` does not change it.
 */
export function writeCustomFields(exchange: Exchange): Record<string, unknown> {
  const { match, request, response } = exchange;
  const { id, row } = diagnose(exchange);
  return {
    diagnosis: id,
    title: row.title,
    operation: match.operation ?? null,
    matchedBy: match.matchedBy,
    path: match.path ?? null,
    ...(toValidUri(request.url) === request.url ? {} : { url: request.url }),
    startedMs: orNull(exchange.startedMs),
    durationMs: orNull(exchange.durationMs),
    token: writeToken(request.token),
    failure: writeFailure(exchange.failure),
    preflight: writePreflight(exchange.preflight),
    viaServiceWorker: exchange.viaServiceWorker,
    requestBody: writeBody(request.body),
    responseBody: writeBody(response.body),
  };
}

/** `undefined` unless the value is in the format that `writeCustomFields` writes. `method` is the request's. */
export function readCustomFields(value: unknown, method: string): CustomFields | undefined {
  const fields = recordOf(value);
  const matchedBy = matchKinds.find((each) => each === fields.matchedBy);
  const [requestBody, responseBody] = [readBody(fields.requestBody), readBody(fields.responseBody)];
  if (matchedBy === undefined || requestBody === undefined || responseBody === undefined) return undefined;
  const [path, url] = [text(fields.path), text(fields.url)];
  return {
    match: { matchedBy, path, operation: operationOf(method, path) },
    url,
    startedMs: number(fields.startedMs) ?? Number.NaN,
    durationMs: number(fields.durationMs),
    token: readToken(fields.token),
    failure: readFailure(fields.failure),
    preflight: readPreflight(fields.preflight),
    viaServiceWorker: fields.viaServiceWorker === true,
    requestBody,
    responseBody,
  };
}

const matchKinds: readonly OperationMatch['matchedBy'][] = ['host', 'path', 'mapped'];

function operationOf(method: string, path: string | undefined) {
  return path === undefined ? undefined : matchOperation(method, apiAddress + path)?.operation;
}

function writeBody(body: Body): Record<string, unknown> {
  if (body.kind === 'none') return { kind: body.kind };
  if (body.kind === 'text') {
    const { missingChars } = body;
    return { kind: body.kind, bytes: orNull(body.bytes), ...(missingChars === undefined ? {} : { missingChars }) };
  }
  if (body.kind === 'binary') return { kind: body.kind, bytes: orNull(body.bytes), note: body.note };
  // A body that is still pending will not be in the file.
  if (body.kind === 'pending') return { kind: 'unavailable', reason: 'not-provided', bytes: orNull(body.bytes) };
  const { reason, bytes, detail } = body;
  return { kind: body.kind, reason, bytes: orNull(bytes), ...(detail === undefined ? {} : { detail }) };
}

function readBody(value: unknown): Body | undefined {
  const fields = recordOf(value);
  const bytes = number(fields.bytes);
  if (fields.kind === 'none') return { kind: 'none' };
  if (fields.kind === 'text') {
    const missingChars = number(fields.missingChars);
    return { kind: 'text', text: '', bytes: bytes ?? 0, ...(missingChars === undefined ? {} : { missingChars }) };
  }
  if (fields.kind === 'binary') return { kind: 'binary', bytes: bytes ?? 0, note: text(fields.note) ?? '' };
  const reason = unavailableReasons.find((each) => each === fields.reason);
  if (fields.kind !== 'unavailable' || reason === undefined) return undefined;
  const detail = text(fields.detail);
  return { kind: 'unavailable', reason, bytes, ...(detail === undefined ? {} : { detail }) };
}

const unavailableReasons: readonly BodyUnavailableReason[] = ['evicted', 'navigated', 'not-provided', 'interrupted'];

function writeToken(token: Token | undefined): Record<string, unknown> | null {
  if (token === undefined) return null;
  return {
    kind: token.kind,
    scheme: token.scheme,
    fingerprint: token.fingerprint,
    length: token.length,
    issuer: token.issuer ?? null,
    clientId: token.clientId ?? null,
    scopes: token.scopes ?? null,
    notBeforeMs: orNull(token.notBeforeMs),
    expiresMs: orNull(token.expiresMs),
  };
}

function readToken(value: unknown): Token | undefined {
  const { kind, scheme, fingerprint, length, issuer, clientId, scopes, notBeforeMs, expiresMs } = recordOf(value);
  if (kind !== 'jwt' && kind !== 'opaque' && kind !== 'missing') return undefined;
  return {
    kind,
    scheme: text(scheme) ?? '',
    fingerprint: text(fingerprint) ?? '',
    length: number(length) ?? 0,
    issuer: text(issuer),
    clientId: text(clientId),
    scopes: Array.isArray(scopes) ? scopes.flatMap((each) => text(each) ?? []) : undefined,
    notBeforeMs: number(notBeforeMs),
    expiresMs: number(expiresMs),
  };
}

function writeFailure(failure: Failure | undefined): Record<string, unknown> | null {
  return failure === undefined ? null : { kind: failure.kind, message: failure.message };
}

function readFailure(value: unknown): Failure | undefined {
  const { kind, message } = recordOf(value);
  return kind === 'cors' || kind === 'aborted' || kind === 'network'
    ? { kind, message: text(message) ?? '' }
    : undefined;
}

function writePreflight(preflight: Preflight | undefined): Record<string, unknown> | null {
  return preflight === undefined ? null : { status: preflight.status, durationMs: orNull(preflight.durationMs) };
}

function readPreflight(value: unknown): Preflight | undefined {
  const { status, durationMs } = recordOf(value);
  return typeof status === 'number' ? { status, durationMs: number(durationMs) } : undefined;
}

function recordOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

/** The file may contain tokens anywhere. */
function text(value: unknown): string | undefined {
  return typeof value === 'string' ? redactSecrets(value) : undefined;
}

function number(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

/** JSON has no NaN and no infinities. */
function orNull(value: number | undefined): number | null {
  return value !== undefined && Number.isFinite(value) ? value : null;
}
