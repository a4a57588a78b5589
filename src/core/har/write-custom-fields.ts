// Writes a custom HAR field for everything that HAR itself cannot express, so that exported exchanges import unchanged.

import { diagnose } from '../diagnose/diagnose.ts';
import type { Body, Exchange, Failure, Preflight, Token } from '../model/exchange.ts';
import type { PageRequest, ServerOrigin } from '../model/server-origin.ts';
import { toValidUri } from './uri.ts';

/** HAR allows custom fields that begin with an underscore. */
export const CUSTOM_FIELD = '_xeroProjects';

/**
 * The diagnosis and the operation are for people who read the file, the rest for `readCustomFields`. Unknown values are `null`. What HAR's
 * own fields contain is not repeated: two values could contradict each other. The file format is spelled out field by field, so that
 * renaming a property of `Exchange` does not change it.
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
    durationMs: orNull(exchange.durationMs),
    token: writeToken(request.token),
    failure: writeFailure(exchange.failure),
    preflight: writePreflight(exchange.preflight),
    viaServiceWorker: exchange.viaServiceWorker,
    ...(exchange.server && { server: writeServerOrigin(exchange.server) }),
    ...(request.omittedHeaders && { omittedRequestHeaders: request.omittedHeaders }),
    ...(response.omittedHeaders && { omittedResponseHeaders: response.omittedHeaders }),
    requestBody: writeBody(request.body),
    responseBody: writeBody(response.body),
  };
}

function writeBody(body: Body): Record<string, unknown> {
  if (body.kind === 'none') return { kind: body.kind };
  if (body.kind === 'text') {
    const { missingChars } = body;
    return { kind: body.kind, ...(missingChars === undefined ? {} : { missingChars }) };
  }
  if (body.kind === 'binary') return { kind: body.kind, bytes: orNull(body.bytes), note: body.note };
  // A body that is still pending will not be in the file.
  if (body.kind === 'pending') return { kind: 'unavailable', reason: 'not-read', bytes: orNull(body.bytes) };
  const { reason, bytes, detail } = body;
  return { kind: body.kind, reason, bytes: orNull(bytes), ...(detail === undefined ? {} : { detail }) };
}

function writeToken(token: Token | undefined): Record<string, unknown> | null {
  if (token === undefined) return null;
  return {
    kind: token.kind,
    scheme: token.scheme,
    fingerprint: token.fingerprint,
    length: token.length,
    issuer: token.issuer ?? null,
    clientId: token.clientId ?? null,
    audience: token.audience ?? null,
    scopes: token.scopes ?? null,
    notBeforeMs: orNull(token.notBeforeMs),
    expiresMs: orNull(token.expiresMs),
  };
}

function writeFailure(failure: Failure | undefined): Record<string, unknown> | null {
  return failure === undefined ? null : { kind: failure.kind, message: failure.message };
}

function writePreflight(preflight: Preflight | undefined): Record<string, unknown> | null {
  return preflight === undefined ? null : { status: preflight.status, durationMs: orNull(preflight.durationMs) };
}

/** The same names as in the entries of recorders. */
function writeServerOrigin({ app, process, sequence, pageRequest }: ServerOrigin): Record<string, unknown> {
  return { process, sequence, app: app ?? null, pageRequest: writePageRequest(pageRequest) };
}

function writePageRequest(pageRequest: PageRequest | undefined): Record<string, unknown> | null {
  if (pageRequest === undefined) return null;
  const { id, method, path, startedMs = Number.NaN, outcome } = pageRequest;
  const start = new Date(startedMs);
  return {
    id,
    method,
    path,
    startedDateTime: Number.isNaN(start.getTime()) ? null : start.toISOString(),
    outcome: outcome === undefined ? null : { status: outcome.status, durationMs: orNull(outcome.durationMs) },
  };
}

/** JSON has no NaN and no infinities. */
function orNull(value: number | undefined): number | null {
  return value !== undefined && Number.isFinite(value) ? value : null;
}
