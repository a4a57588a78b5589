// The sections that both reports share: summary, request and response.

import { describeNested } from '../diagnose/describe-nested.ts';
import type { Diagnosis } from '../diagnose/diagnose.ts';
import { unavailableMessages } from '../model/body-unavailable.ts';
import { type Body, type Exchange, type Headers, senderOf, type Token } from '../model/exchange.ts';
import { fenced, inline, item } from './markdown.ts';

/** Time, request and outcome, as a list. */
export function summaryList(exchange: Exchange, diagnosis: Diagnosis): string {
  const { request, response, match, durationMs } = exchange;
  const tenant = request.headers.find(([name]) => name === 'xero-tenant-id')?.[1];
  return [
    item('Request', inline(`${request.method} ${request.url}`)),
    item('Operation', match.operation ? `\`${match.operation}\`` : 'not a Projects API operation'),
    item('Time', `${utc(exchange.startedMs)}${durationSuffix(durationMs)}`),
    item('Status', statusOf(exchange, diagnosis)),
    item('Xero-Correlation-Id', diagnosis.correlationId === undefined ? 'none' : inline(diagnosis.correlationId)),
    item('Xero-Tenant-Id', tenant === undefined ? `not sent by the ${senderOf(exchange)}` : inline(tenant)),
    ...(response.headers.some(([name]) => name === 'x-rate-limit-problem')
      ? [
          item(
            'X-Rate-Limit-Problem',
            inline(response.headers.find(([name]) => name === 'x-rate-limit-problem')?.[1] ?? ''),
          ),
        ]
      : []),
  ].join('\n');
}

export function requestSection({ request }: Exchange): string {
  const token = request.token ? [`authorization: ${tokenNote(request.token)}`] : [];
  return message([`${request.method} ${request.url}`, ...token, ...lines(request.headers)], request.body);
}

export function responseSection({ response }: Exchange): string {
  return message([`${response.status} ${response.statusText}`.trim(), ...lines(response.headers)], response.body);
}

/** UTC, because readers may be in other time zones. */
function utc(ms: number): string {
  const date = new Date(ms);
  return Number.isNaN(date.getTime()) ? 'unknown' : `${date.toISOString().replace('T', ' ').replace('Z', '')} UTC`;
}

function durationSuffix(durationMs: number | undefined): string {
  return durationMs !== undefined && Number.isFinite(durationMs) ? `, ${Math.round(durationMs)} ms` : '';
}

function statusOf(exchange: Exchange, { evidence }: Diagnosis): string {
  const { response, failure } = exchange;
  const status = response.status === 0 ? 'no response' : inline(`${response.status} ${response.statusText}`.trim());
  const nested = describeNested(exchange, evidence);
  const inner = nested === undefined ? '' : `. ${nested.replace(/^Your server/, 'Our server')}`;
  const failed =
    failure && (failure.message === '' ? '. No error message' : `. Error message: ${inline(failure.message)}`);
  return status + inner + (failed ?? '');
}

function message(head: readonly string[], body: Body): string {
  const shown = head.map((line) => line.replace(/[\r\n]+/g, ' ')).join('\n');
  const text = bodyText(body);
  return fenced(text === '' ? shown : `${shown}\n\n${text}`, 'http');
}

/** Longer bodies are truncated: nobody reads them in a message. */
const MAX_BODY_CHARS = 4_000;

function bodyText(body: Body): string {
  if (body.kind === 'none') return '';
  if (body.kind === 'unavailable') return `[${unavailableMessages[body.reason]}]`;
  if (body.kind === 'pending') return '[The body is still being read.]';
  if (body.kind === 'binary') return `[Not text: ${body.bytes} bytes.]`;
  if (body.text.length <= MAX_BODY_CHARS) return body.text;
  return `${body.text.slice(0, MAX_BODY_CHARS)}\n[${body.text.length - MAX_BODY_CHARS} more characters]`;
}

function lines(headers: Headers): string[] {
  return headers.map(([name, value]) => `${name}: ${value}`);
}

function tokenNote({ kind, scheme, fingerprint, expiresMs, scopes }: Token): string {
  const facts = [
    kind === 'missing' ? 'no token' : fingerprint === '' ? 'token value unavailable' : `token ${fingerprint}, redacted`,
    ...(expiresMs === undefined ? [] : [`expires ${utc(expiresMs)}`]),
    ...(scopes === undefined ? [] : [`scopes: ${scopes.join(' ')}`]),
  ];
  return `${scheme} [${facts.join(', ')}]`.trim();
}
