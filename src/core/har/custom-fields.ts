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
  readonly recognition: OperationMatch;
  /** The requested URL if it is not a valid URI. */
  readonly url: string | undefined;
  readonly startedMs: number;
  readonly durationMs: number | undefined;
  readonly token: Token | undefined;
  readonly failure: Failure | undefined;
  readonly preflight: Preflight | undefined;
  readonly viaServiceWorker: boolean;
  /** Bodies without their text, which is in HAR's own fields. */
  readonly sent: Body;
  readonly answer: Body;
}

/** The diagnosis is for people who read the file, the rest for `readCustomFields`. Unknown values are `null`. */
export function writeCustomFields(exchange: Exchange): Record<string, unknown> {
  const { match, request, response } = exchange;
  const { id, row } = diagnose(exchange);
  return {
    diagnosis: id,
    title: row.title,
    operation: match.operation ?? null,
    tier: match.matchedBy,
    path: match.path ?? null,
    ...(toValidUri(request.url) === request.url ? {} : { url: request.url }),
    startedMs: orNull(exchange.startedMs),
    durationMs: orNull(exchange.durationMs),
    token: request.token ? { ...request.token, ...timesOf(request.token) } : null,
    failure: exchange.failure ?? null,
    preflight: exchange.preflight ? { ...exchange.preflight, durationMs: orNull(exchange.preflight.durationMs) } : null,
    viaServiceWorker: exchange.viaServiceWorker,
    sent: withoutText(request.body),
    answer: withoutText(response.body),
  };
}

/** `undefined` unless the value is in the format that `writeCustomFields` writes. `method` is the request's. */
export function readCustomFields(value: unknown, method: string): CustomFields | undefined {
  const own = recordOf(value);
  const matchedBy = own.tier === 'host' || own.tier === 'path' || own.tier === 'mapped' ? own.tier : undefined;
  const [sent, answer] = [bodyOf(own.sent), bodyOf(own.answer)];
  if (matchedBy === undefined || sent === undefined || answer === undefined) return undefined;
  const [path, url] = [text(own.path), text(own.url)];
  return {
    recognition: { matchedBy, path, operation: operationOf(method, path) },
    url,
    startedMs: number(own.startedMs) ?? Number.NaN,
    durationMs: number(own.durationMs),
    token: tokenOf(own.token),
    failure: failureOf(own.failure),
    preflight: preflightOf(own.preflight),
    viaServiceWorker: own.viaServiceWorker === true,
    sent,
    answer,
  };
}

function operationOf(method: string, path: string | undefined) {
  return path === undefined ? undefined : matchOperation(method, apiAddress + path)?.operation;
}

function withoutText(body: Body): Record<string, unknown> {
  if (body.kind === 'text') return { ...body, text: undefined };
  // A body that is still pending will not be in the file.
  return body.kind === 'pending' ? { kind: 'lost', why: 'withheld', bytes: body.bytes } : { ...body };
}

function timesOf({ notBeforeMs, expiresMs }: Token) {
  return { notBeforeMs: orNull(notBeforeMs), expiresMs: orNull(expiresMs) };
}

function bodyOf(value: unknown): Body | undefined {
  const { kind, bytes, cutOff, note, why, detail } = recordOf(value);
  const size = number(bytes);
  if (kind === 'none') return { kind };
  if (kind === 'text') {
    const cut = number(cutOff);
    return { kind, text: '', bytes: size ?? 0, ...(cut === undefined ? {} : { cutOff: cut }) };
  }
  if (kind === 'binary') return { kind, bytes: size ?? 0, note: text(note) ?? '' };
  const reason = unavailableReasons.find((each) => each === why);
  if (kind !== 'lost' || reason === undefined) return undefined;
  const said = text(detail);
  return { kind, why: reason, bytes: size, ...(said === undefined ? {} : { detail: said }) };
}

const unavailableReasons: readonly BodyUnavailableReason[] = ['released', 'navigated', 'withheld', 'interrupted'];

function tokenOf(value: unknown): Token | undefined {
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

function failureOf(value: unknown): Failure | undefined {
  const { kind, said } = recordOf(value);
  return kind === 'cors' || kind === 'aborted' || kind === 'network' ? { kind, message: text(said) ?? '' } : undefined;
}

function preflightOf(value: unknown): Preflight | undefined {
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
