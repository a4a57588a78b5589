// The refusals of Xero's gateway as they were recorded: an envelope for tokens and tenants, an empty body for limits.

import type { Answer, Header } from '../http/http-response.ts';
import { countersOf, refusalHeaders } from './gateway-headers.ts';
import type { Admission } from './limits.ts';

export interface Stamp {
  readonly correlationId: string;
  /** ms since the epoch. */
  readonly atMs: number;
}

export function tokenInvalid(stamp: Stamp): Answer {
  return envelope(stamp, 401, 'AuthenticationUnsuccessful', [json, challenge('invalid_token')]);
}

/** The one refusal that was recorded without a content type. */
export function tokenExpired(stamp: Stamp, expiresMs: number): Answer {
  const detail = `TokenExpired: token expired at ${monthFirst(new Date(expiresMs))}`;
  return envelope(stamp, 401, detail, [challenge('invalid_token')]);
}

export function scopeMissing(stamp: Stamp, remaining: Admission['remaining']): Answer {
  const own = [json, ...countersOf(remaining), challenge('insufficient_scope')];
  return envelope(stamp, 401, 'AuthorizationUnsuccessful', own);
}

export function tenantRefused(stamp: Stamp, remaining: Admission['remaining']): Answer {
  return envelope(stamp, 403, 'AuthenticationUnsuccessful', [json, ...countersOf(remaining)]);
}

export function limitReached(
  { correlationId, atMs }: Stamp,
  remaining: Admission['remaining'],
  { problem, retryAfterSeconds }: NonNullable<Admission['refusal']>,
): Answer {
  const own: Header[] = [
    ...(retryAfterSeconds === undefined ? [] : [['retry-after', String(retryAfterSeconds)] as const]),
    ...countersOf(remaining),
    ['x-rate-limit-problem', problem],
  ];
  return { status: 429, headers: refusalHeaders(correlationId, 0, own, atMs), body: '' };
}

const json: Header = ['content-type', 'application/json'];

function challenge(error: string): Header {
  return ['www-authenticate', `Bearer error=${error}`];
}

function envelope({ correlationId, atMs }: Stamp, status: 401 | 403, detail: string, own: readonly Header[]): Answer {
  const title = status === 401 ? 'Unauthorized' : 'Forbidden';
  const fields = { Type: null, Title: title, Status: status, Detail: detail, Instance: correlationId, Extensions: {} };
  const body = JSON.stringify(fields);
  return { status, headers: refusalHeaders(correlationId, Buffer.byteLength(body), own, atMs), body };
}

/** `04/29/2020 09:22:02`, as the gateway writes the time. */
function monthFirst(time: Date): string {
  const [year, month, day] = time.toISOString().slice(0, 10).split('-');
  return `${month}/${day}/${year} ${time.toISOString().slice(11, 19)}`;
}
