// The comment above a client: which response it handles, and what the reader must know before retrying the request.

import type { DiagnosisRow } from '../../catalogue/diagnoses/row.ts';
import type { ClientOperation } from './client-operation.ts';
import { type ClientPolicy, plainText } from './policy.ts';

/** Sentences, without comment marks. */
export function policyComment(
  row: DiagnosisRow,
  operation: ClientOperation | undefined,
  policy: ClientPolicy,
): string[] {
  const { statuses } = policy.match;
  const place = operation?.id === undefined ? '' : `, ${operation.id} (${operation.method} ${operation.path})`;
  const status = statuses.length === 0 ? '' : `${statuses.join(' or ')}, `;
  const startsWithName = /^[A-Z]{2}|^Xero/.test(row.title);
  const title = startsWithName ? row.title : row.title.charAt(0).toLowerCase() + row.title.slice(1);
  const needsReadBack = policy.readsBack && policy.action === 'retry' && !operation?.takesIdempotencyKey;
  return [
    `Xero Projects API${place}: ${status}${title}.`,
    plainText(row.retry.advice),
    ...(needsReadBack
      ? ['No Idempotency-Key protects this request. Check whether the write succeeded before each retry.']
      : []),
    ...warnings(row, operation, policy),
    row.docsUrl,
  ];
}

function warnings(
  { retry: { action: advice, executed }, when }: DiagnosisRow,
  operation: ClientOperation | undefined,
  { action }: ClientPolicy,
): string[] {
  if (advice.kind === 'cannot-tell') {
    return executed === 'unknown' && action !== 'stop' && operation?.method !== 'GET'
      ? ['Xero may have processed a write. Read the record back before you send it again.']
      : [];
  }
  const isAboutRequest = when.some(({ status = [] }) => status.includes(400) || status.includes(404));
  return advice.kind === 'fix-first' && isAboutRequest && operation?.takesIdempotencyKey
    ? ['A corrected request needs a new Idempotency-Key. With the old one, Xero rejects it.']
    : [];
}
