// A short preview of what an export will contain of an exchange.

import { type Body, type Exchange, getHeader } from '../model/exchange.ts';
import type { RedactionClass } from '../redact/classes.ts';
import { createRedactorFor } from '../redact/redactor.ts';

/** Yields progress from 0 to 1. `log` is the whole log and must not change meanwhile. */
export function* preview(
  exchange: Exchange,
  log: readonly Exchange[],
  classes: readonly RedactionClass[],
): Generator<number, string> {
  const redactor = yield* createRedactorFor(log, classes);
  const { request, response } = redactor.redact(exchange);
  const tenant = getHeader(request.headers, 'xero-tenant-id');
  const sent = [`${shorten(request.method)} ${shorten(request.url)}`, tenant && `xero-tenant-id: ${shorten(tenant)}`];
  const received = [shorten(`${response.status} ${response.statusText}`.trim()), startOfBody(response.body)];
  return [...sent, startOfBody(request.body), ...received].filter(Boolean).join('\n');
}

const MAX_PREVIEW_CHARS = 400;

function startOfBody(body: Body): string {
  return body.kind === 'text' ? shorten(body.text) : '';
}

function shorten(text: string): string {
  return text.length > MAX_PREVIEW_CHARS ? `${text.slice(0, MAX_PREVIEW_CHARS)}…` : text;
}
