// The rejections of Xero's gateway as recorded: an envelope for tokens and tenants, an empty body for limits.

import type { Header, HttpResponse } from '../http/http-messages.ts';
import { countersOf, rejectionHeaders } from './gateway-headers.ts';
import type { Admission } from './limits.ts';

export interface Stamp {
  readonly correlationId: string;
  /** ms since the epoch. */
  readonly atMs: number;
}

export function tokenInvalid(stamp: Stamp): HttpResponse {
  return envelope(stamp, 401, 'AuthenticationUnsuccessful', [json, challenge('invalid_token')]);
}

/** The only rejection that was recorded without a content type. */
export function tokenExpired(stamp: Stamp, expiresMs: number): HttpResponse {
  const detail = `TokenExpired: token expired at ${monthFirst(new Date(expiresMs))}`;
  return envelope(stamp, 401, detail, [challenge('invalid_token')]);
}

export function scopeMissing(stamp: Stamp, remaining: Admission['remaining']): HttpResponse {
  const own = [json, ...countersOf(remaining), challenge('insufficient_scope')];
  return envelope(stamp, 401, 'AuthorizationUnsuccessful', own);
}

export function tenantRejected(stamp: Stamp, remaining: Admission['remaining']): HttpResponse {
  return envelope(stamp, 403, 'AuthenticationUnsuccessful', [json, ...countersOf(remaining)]);
}

export function limitReached(
  { correlationId, atMs }: Stamp,
  remaining: Admission['remaining'],
  { problem, retryAfterSeconds }: NonNullable<Admission['rejection']>,
): HttpResponse {
  const own: Header[] = [
    ...(retryAfterSeconds === undefined ? [] : [['retry-after', String(retryAfterSeconds)] as const]),
    ...countersOf(remaining),
    ['x-rate-limit-problem', problem],
  ];
  return { status: 429, headers: rejectionHeaders(correlationId, 0, own, atMs), body: '' };
}

const json: Header = ['content-type', 'application/json'];

function challenge(error: string): Header {
  return ['www-authenticate', `Bearer error=${error}`];
}

function envelope(
  { correlationId, atMs }: Stamp,
  status: 401 | 403,
  detail: string,
  own: readonly Header[],
): HttpResponse {
  const title = status === 401 ? 'Unauthorized' : 'Forbidden';
  const fields = { Type: null, Title: title, Status: status, Detail: detail, Instance: correlationId, Extensions: {} };
  const body = JSON.stringify(fields);
  return { status, headers: rejectionHeaders(correlationId, Buffer.byteLength(body), own, atMs), body };
}

/** `04/29/2020 09:22:02`, the gateway's format. */
function monthFirst(time: Date): string {
  const [year, month, day] = time.toISOString().slice(0, 10).split('-');
  return `${month}/${day}/${year} ${time.toISOString().slice(11, 19)}`;
}
