// What a file will hold of an exchange, in short: for a look at it before it leaves.

import { type Body, type Exchange, getHeader } from '../model/exchange.ts';
import type { RedactionClass } from '../redact/classes.ts';
import { createRedactorFor } from '../redact/redactor.ts';

/** Yields how much is done, from 0 to 1. `log` is all that was heard; it may not change meanwhile. */
export function* preview(
  exchange: Exchange,
  log: readonly Exchange[],
  classes: readonly RedactionClass[],
): Generator<number, string> {
  const redactor = yield* createRedactorFor(log, classes);
  const { request, response } = redactor.redact(exchange);
  const tenant = getHeader(request.headers, 'xero-tenant-id');
  const sent = [`${request.method} ${short(request.url)}`, tenant && `xero-tenant-id: ${short(tenant)}`];
  const answered = [`${response.status} ${response.statusText}`.trim(), beginning(response.body)];
  return [...sent, beginning(request.body), ...answered].filter(Boolean).join('\n');
}

/** Characters. */
const MAX_PREVIEW_CHARS = 400;

function beginning(body: Body): string {
  return body.kind === 'text' ? short(body.text) : '';
}

function short(text: string): string {
  return text.length > MAX_PREVIEW_CHARS ? `${text.slice(0, MAX_PREVIEW_CHARS)}…` : text;
}
